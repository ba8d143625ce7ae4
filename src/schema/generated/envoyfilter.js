// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1alpha3"]},"kind":{"type":"string","enum":["EnvoyFilter"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"configPatches":{"type":"array","items":{"type":"object","properties":{"applyTo":{"type":"string","enum":["INVALID","LISTENER","FILTER_CHAIN","NETWORK_FILTER","HTTP_FILTER","ROUTE_CONFIGURATION","VIRTUAL_HOST","HTTP_ROUTE","CLUSTER","EXTENSION_CONFIG","BOOTSTRAP","LISTENER_FILTER"]},"match":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["listener"]},{"required":["routeConfiguration"]},{"required":["cluster"]},{"required":["waypoint"]}]}},{"required":["listener"]},{"required":["routeConfiguration"]},{"required":["cluster"]},{"required":["waypoint"]}],"properties":{"cluster":{"type":"object","properties":{"name":{"type":"string"},"portNumber":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"service":{"type":"string"},"subset":{"type":"string"}},"additionalProperties":false},"context":{"type":"string","enum":["ANY","SIDECAR_INBOUND","SIDECAR_OUTBOUND","GATEWAY","WAYPOINT"]},"listener":{"type":"object","properties":{"filterChain":{"type":"object","properties":{"applicationProtocols":{"type":"string"},"destinationPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"filter":{"$ref":"#/$defs/filter"},"name":{"type":"string"},"sni":{"type":"string"},"transportProtocol":{"type":"string"},"transportSocket":{"type":"string"}},"additionalProperties":false},"listenerFilter":{"type":"string"},"name":{"type":"string"},"portName":{"type":"string"},"portNumber":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"proxy":{"type":"object","properties":{"metadata":{"type":"object","additionalProperties":{"type":"string"}},"proxyVersion":{"type":"string"}},"additionalProperties":false},"routeConfiguration":{"type":"object","properties":{"gateway":{"type":"string"},"name":{"type":"string"},"portName":{"type":"string"},"portNumber":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"vhost":{"type":"object","properties":{"domainName":{"type":"string"},"name":{"type":"string"},"route":{"type":"object","properties":{"action":{"type":"string","enum":["ANY","ROUTE","REDIRECT","DIRECT_RESPONSE"]},"name":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"waypoint":{"type":"object","properties":{"filter":{"$ref":"#/$defs/filter"},"portNumber":{"type":"integer","minimum":1,"maximum":65535,"format":"int64"},"route":{"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false,"allOf":[{"not":{"anyOf":[{"allOf":[{"required":["context"],"properties":{"context":{"const":"WAYPOINT"}}},{"not":{"required":["waypoint"]}}]},{"allOf":[{"not":{"required":["context"],"properties":{"context":{"const":"WAYPOINT"}}}},{"required":["waypoint"]}]}]},"x-message":"only support waypointMatch when context is WAYPOINT"}]},"patch":{"type":"object","properties":{"filterClass":{"type":"string","enum":["UNSPECIFIED","AUTHN","AUTHZ","STATS"]},"operation":{"type":"string","enum":["INVALID","MERGE","ADD","REMOVE","INSERT_BEFORE","INSERT_AFTER","INSERT_FIRST","REPLACE","MERGE_AND_REPLACE_LIST"]},"value":{"type":"object"}},"additionalProperties":false}},"additionalProperties":false}},"priority":{"type":"integer","format":"int32"},"targetRefs":{"type":"array","maxItems":16,"items":{"type":"object","required":["kind","name"],"properties":{"group":{"type":"string","pattern":"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","maxLength":253},"kind":{"type":"string","pattern":"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$","minLength":1,"maxLength":63},"name":{"type":"string","minLength":1,"maxLength":253},"namespace":{"type":"string","maxLength":0}},"additionalProperties":false}},"workloadSelector":{"type":"object","properties":{"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63,"pattern":"^[^*]*$"}}},"additionalProperties":false}},"additionalProperties":false,"allOf":[{"not":{"required":["workloadSelector","targetRefs"]},"x-message":"only one of targetRefs or workloadSelector can be set"}]},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"],"$defs":{"filter":{"type":"object","properties":{"name":{"type":"string"},"subFilter":{"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}}};
const schema32 = {"type":"object","properties":{"name":{"type":"string"},"subFilter":{"type":"object","properties":{"name":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const formats18 = formats.int32;
const pattern4 = new RegExp("^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "u");
const pattern5 = new RegExp("^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$", "u");
const pattern6 = new RegExp("^[^*]*$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.apiVersion.type,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "networking.istio.io/v1alpha3")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.apiVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.apiVersion.enum,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "EnvoyFilter")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.kind.enum,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema31.properties.metadata.properties, key1))){
const err8 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.name.type,parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 !== "string"){
const err10 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.generateName.type,parentSchema:schema31.properties.metadata.properties.generateName,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data5 = data2.namespace;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.namespace.type,parentSchema:schema31.properties.metadata.properties.namespace,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 !== "string"){
const err12 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.labels.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.labels.type,parentSchema:schema31.properties.metadata.properties.labels,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 !== "string"){
const err14 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.annotations.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.annotations.type,parentSchema:schema31.properties.metadata.properties.annotations,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
let data10 = data2.creationTimestamp;
if(typeof data10 === "string"){
if(!(formats0(data10))){
const err16 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema31.properties.metadata.properties.creationTimestamp,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.creationTimestamp.type,parentSchema:schema31.properties.metadata.properties.creationTimestamp,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
let data11 = data2.deletionTimestamp;
if(typeof data11 === "string"){
if(!(formats0(data11))){
const err18 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema31.properties.metadata.properties.deletionTimestamp,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.deletionTimestamp.type,parentSchema:schema31.properties.metadata.properties.deletionTimestamp,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data12 = data2.deletionGracePeriodSeconds;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err20 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.metadata.properties.deletionGracePeriodSeconds.type,parentSchema:schema31.properties.metadata.properties.deletionGracePeriodSeconds,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(typeof data12 == "number"){
if(!(formats4.validate(data12))){
const err21 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.metadata.properties.deletionGracePeriodSeconds,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data2.finalizers !== undefined){
let data13 = data2.finalizers;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 !== "string"){
const err22 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.finalizers.items.type,parentSchema:schema31.properties.metadata.properties.finalizers.items,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.finalizers.type,parentSchema:schema31.properties.metadata.properties.finalizers,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.generation !== undefined){
let data15 = data2.generation;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err24 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.metadata.properties.generation.type,parentSchema:schema31.properties.metadata.properties.generation,data:data15};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data15 == "number"){
if(!(formats4.validate(data15))){
const err25 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.metadata.properties.generation,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data2.managedFields !== undefined){
let data16 = data2.managedFields;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){
const err26 = {instancePath:instancePath+"/metadata/managedFields/" + i1,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.managedFields.items.type,parentSchema:schema31.properties.metadata.properties.managedFields.items,data:data17};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.managedFields.type,parentSchema:schema31.properties.metadata.properties.managedFields,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data18 = data2.ownerReferences;
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key4 in data19){
if(!((((((key4 === "apiVersion") || (key4 === "kind")) || (key4 === "name")) || (key4 === "uid")) || (key4 === "controller")) || (key4 === "blockOwnerDeletion"))){
const err28 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2,schemaPath:"#/properties/metadata/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.metadata.properties.ownerReferences.items,data:data19};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data19.apiVersion !== undefined){
let data20 = data19.apiVersion;
if(typeof data20 !== "string"){
const err29 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/apiVersion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.apiVersion.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.apiVersion,data:data20};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.kind !== undefined){
let data21 = data19.kind;
if(typeof data21 !== "string"){
const err30 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/kind",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.kind.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.kind,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data19.name !== undefined){
let data22 = data19.name;
if(typeof data22 !== "string"){
const err31 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/name",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.name.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.name,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.uid !== undefined){
let data23 = data19.uid;
if(typeof data23 !== "string"){
const err32 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/uid",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.uid.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.uid,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data19.controller !== undefined){
let data24 = data19.controller;
if(typeof data24 !== "boolean"){
const err33 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/controller",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/controller/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.controller.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.controller,data:data24};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.blockOwnerDeletion !== undefined){
let data25 = data19.blockOwnerDeletion;
if(typeof data25 !== "boolean"){
const err34 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/blockOwnerDeletion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/blockOwnerDeletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.blockOwnerDeletion.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.blockOwnerDeletion,data:data25};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.ownerReferences.items.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.ownerReferences.type,parentSchema:schema31.properties.metadata.properties.ownerReferences,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data26 = data2.resourceVersion;
if(typeof data26 !== "string"){
const err37 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.resourceVersion.type,parentSchema:schema31.properties.metadata.properties.resourceVersion,data:data26};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data27 = data2.selfLink;
if(typeof data27 !== "string"){
const err38 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.selfLink.type,parentSchema:schema31.properties.metadata.properties.selfLink,data:data27};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data2.uid !== undefined){
let data28 = data2.uid;
if(typeof data28 !== "string"){
const err39 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.uid.type,parentSchema:schema31.properties.metadata.properties.uid,data:data28};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.type,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.spec !== undefined){
let data29 = data.spec;
const _errs67 = errors;
const _errs68 = errors;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing0;
if(((data29.workloadSelector === undefined) && (missing0 = "workloadSelector")) || ((data29.targetRefs === undefined) && (missing0 = "targetRefs"))){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
var valid12 = _errs68 === errors;
if(valid12){
const err42 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.allOf[0].not,parentSchema:schema31.properties.spec.allOf[0],data:data29};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
errors = _errs67;
if(vErrors !== null){
if(_errs67){
vErrors.length = _errs67;
}
else {
vErrors = null;
}
}
}
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key5 in data29){
if(!((((key5 === "configPatches") || (key5 === "priority")) || (key5 === "targetRefs")) || (key5 === "workloadSelector"))){
const err43 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data29.configPatches !== undefined){
let data30 = data29.configPatches;
if(Array.isArray(data30)){
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key6 in data31){
if(!(((key6 === "applyTo") || (key6 === "match")) || (key6 === "patch"))){
const err44 = {instancePath:instancePath+"/spec/configPatches/" + i3,schemaPath:"#/properties/spec/properties/configPatches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items,data:data31};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data31.applyTo !== undefined){
let data32 = data31.applyTo;
if(typeof data32 !== "string"){
const err45 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/applyTo",schemaPath:"#/properties/spec/properties/configPatches/items/properties/applyTo/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.applyTo.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.applyTo,data:data32};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((((((((((((data32 === "INVALID") || (data32 === "LISTENER")) || (data32 === "FILTER_CHAIN")) || (data32 === "NETWORK_FILTER")) || (data32 === "HTTP_FILTER")) || (data32 === "ROUTE_CONFIGURATION")) || (data32 === "VIRTUAL_HOST")) || (data32 === "HTTP_ROUTE")) || (data32 === "CLUSTER")) || (data32 === "EXTENSION_CONFIG")) || (data32 === "BOOTSTRAP")) || (data32 === "LISTENER_FILTER"))){
const err46 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/applyTo",schemaPath:"#/properties/spec/properties/configPatches/items/properties/applyTo/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.configPatches.items.properties.applyTo.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.configPatches.items.properties.applyTo.enum,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.applyTo,data:data32};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data31.match !== undefined){
let data33 = data31.match;
const _errs79 = errors;
let valid17 = false;
let passing0 = null;
const _errs80 = errors;
const _errs81 = errors;
const _errs82 = errors;
const _errs83 = errors;
let valid19 = false;
const _errs84 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing1;
if((data33.listener === undefined) && (missing1 = "listener")){
const err47 = {};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
var _valid1 = _errs84 === errors;
valid19 = valid19 || _valid1;
const _errs85 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing2;
if((data33.routeConfiguration === undefined) && (missing2 = "routeConfiguration")){
const err48 = {};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var _valid1 = _errs85 === errors;
valid19 = valid19 || _valid1;
const _errs86 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing3;
if((data33.cluster === undefined) && (missing3 = "cluster")){
const err49 = {};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
var _valid1 = _errs86 === errors;
valid19 = valid19 || _valid1;
const _errs87 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing4;
if((data33.waypoint === undefined) && (missing4 = "waypoint")){
const err50 = {};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
var _valid1 = _errs87 === errors;
valid19 = valid19 || _valid1;
if(!valid19){
const err51 = {};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
errors = _errs83;
if(vErrors !== null){
if(_errs83){
vErrors.length = _errs83;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs82 === errors;
if(valid18){
const err52 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[0].not,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[0],data:data33};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs81;
if(vErrors !== null){
if(_errs81){
vErrors.length = _errs81;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs80 === errors;
if(_valid0){
valid17 = true;
passing0 = 0;
}
const _errs88 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.listener === undefined){
const err53 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf/1/required",keyword:"required",params:{missingProperty: "listener"},message:"must have required property '"+"listener"+"'",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[1].required,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[1],data:data33};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
var _valid0 = _errs88 === errors;
if(_valid0 && valid17){
valid17 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid17 = true;
passing0 = 1;
}
const _errs89 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.routeConfiguration === undefined){
const err54 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf/2/required",keyword:"required",params:{missingProperty: "routeConfiguration"},message:"must have required property '"+"routeConfiguration"+"'",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[2].required,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[2],data:data33};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
var _valid0 = _errs89 === errors;
if(_valid0 && valid17){
valid17 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid17 = true;
passing0 = 2;
}
const _errs90 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.cluster === undefined){
const err55 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf/3/required",keyword:"required",params:{missingProperty: "cluster"},message:"must have required property '"+"cluster"+"'",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[3].required,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[3],data:data33};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
var _valid0 = _errs90 === errors;
if(_valid0 && valid17){
valid17 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid17 = true;
passing0 = 3;
}
const _errs91 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.waypoint === undefined){
const err56 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf/4/required",keyword:"required",params:{missingProperty: "waypoint"},message:"must have required property '"+"waypoint"+"'",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[4].required,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf[4],data:data33};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
var _valid0 = _errs91 === errors;
if(_valid0 && valid17){
valid17 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid17 = true;
passing0 = 4;
}
}
}
}
}
if(!valid17){
const err57 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.configPatches.items.properties.match.oneOf,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match,data:data33};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
else {
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
}
const _errs93 = errors;
const _errs94 = errors;
const _errs95 = errors;
let valid22 = false;
const _errs96 = errors;
const _errs97 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing5;
if((data33.context === undefined) && (missing5 = "context")){
const err58 = {};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
if(data33.context !== undefined){
if("WAYPOINT" !== data33.context){
const err59 = {};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
}
var valid23 = _errs97 === errors;
if(valid23){
const _errs99 = errors;
const _errs100 = errors;
const _errs101 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing6;
if((data33.waypoint === undefined) && (missing6 = "waypoint")){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
var valid25 = _errs101 === errors;
if(valid25){
const err61 = {};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
else {
errors = _errs100;
if(vErrors !== null){
if(_errs100){
vErrors.length = _errs100;
}
else {
vErrors = null;
}
}
}
var valid23 = _errs99 === errors;
}
var _valid2 = _errs96 === errors;
valid22 = valid22 || _valid2;
if(_valid2){
var props0 = {};
props0.context = true;
}
const _errs102 = errors;
const _errs103 = errors;
const _errs104 = errors;
const _errs105 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing7;
if((data33.context === undefined) && (missing7 = "context")){
const err62 = {};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
if(data33.context !== undefined){
if("WAYPOINT" !== data33.context){
const err63 = {};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
}
var valid27 = _errs105 === errors;
if(valid27){
const err64 = {};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
else {
errors = _errs104;
if(vErrors !== null){
if(_errs104){
vErrors.length = _errs104;
}
else {
vErrors = null;
}
}
}
var valid26 = _errs103 === errors;
if(valid26){
const _errs107 = errors;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing8;
if((data33.waypoint === undefined) && (missing8 = "waypoint")){
const err65 = {};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
var valid26 = _errs107 === errors;
}
var _valid2 = _errs102 === errors;
valid22 = valid22 || _valid2;
if(!valid22){
const err66 = {};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
else {
errors = _errs95;
if(vErrors !== null){
if(_errs95){
vErrors.length = _errs95;
}
else {
vErrors = null;
}
}
}
var valid21 = _errs94 === errors;
if(valid21){
const err67 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.configPatches.items.properties.match.allOf[0].not,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.allOf[0],data:data33};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
else {
errors = _errs93;
if(vErrors !== null){
if(_errs93){
vErrors.length = _errs93;
}
else {
vErrors = null;
}
}
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key7 in data33){
if(!((((((key7 === "cluster") || (key7 === "context")) || (key7 === "listener")) || (key7 === "proxy")) || (key7 === "routeConfiguration")) || (key7 === "waypoint"))){
const err68 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data33.cluster !== undefined){
let data36 = data33.cluster;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key8 in data36){
if(!((((key8 === "name") || (key8 === "portNumber")) || (key8 === "service")) || (key8 === "subset"))){
const err69 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster,data:data36};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data36.name !== undefined){
let data37 = data36.name;
if(typeof data37 !== "string"){
const err70 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.name,data:data37};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data36.portNumber !== undefined){
let data38 = data36.portNumber;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
const err71 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/portNumber/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.portNumber.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.portNumber,data:data38};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(typeof data38 == "number"){
if(data38 > 4294967295 || isNaN(data38)){
const err72 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.portNumber,data:data38};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err73 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.portNumber,data:data38};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!(formats4.validate(data38))){
const err74 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/portNumber/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.portNumber,data:data38};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data36.service !== undefined){
let data39 = data36.service;
if(typeof data39 !== "string"){
const err75 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/service",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.service.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.service,data:data39};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data36.subset !== undefined){
let data40 = data36.subset;
if(typeof data40 !== "string"){
const err76 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster/subset",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.subset.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.properties.subset,data:data40};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/cluster",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/cluster/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.cluster,data:data36};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data33.context !== undefined){
let data41 = data33.context;
if(typeof data41 !== "string"){
const err78 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/context",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/context/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.context.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.context,data:data41};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!(((((data41 === "ANY") || (data41 === "SIDECAR_INBOUND")) || (data41 === "SIDECAR_OUTBOUND")) || (data41 === "GATEWAY")) || (data41 === "WAYPOINT"))){
const err79 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/context",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/context/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.configPatches.items.properties.match.properties.context.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.context.enum,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.context,data:data41};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data33.listener !== undefined){
let data42 = data33.listener;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key9 in data42){
if(!(((((key9 === "filterChain") || (key9 === "listenerFilter")) || (key9 === "name")) || (key9 === "portName")) || (key9 === "portNumber"))){
const err80 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener,data:data42};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data42.filterChain !== undefined){
let data43 = data42.filterChain;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key10 in data43){
if(!(((((((key10 === "applicationProtocols") || (key10 === "destinationPort")) || (key10 === "filter")) || (key10 === "name")) || (key10 === "sni")) || (key10 === "transportProtocol")) || (key10 === "transportSocket"))){
const err81 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain,data:data43};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data43.applicationProtocols !== undefined){
let data44 = data43.applicationProtocols;
if(typeof data44 !== "string"){
const err82 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/applicationProtocols",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/applicationProtocols/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.applicationProtocols.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.applicationProtocols,data:data44};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data43.destinationPort !== undefined){
let data45 = data43.destinationPort;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
const err83 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/destinationPort",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/destinationPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.destinationPort.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.destinationPort,data:data45};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(typeof data45 == "number"){
if(data45 > 4294967295 || isNaN(data45)){
const err84 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/destinationPort",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/destinationPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.destinationPort,data:data45};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err85 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/destinationPort",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/destinationPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.destinationPort,data:data45};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!(formats4.validate(data45))){
const err86 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/destinationPort",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/destinationPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.destinationPort,data:data45};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
if(data43.filter !== undefined){
let data46 = data43.filter;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key11 in data46){
if(!((key11 === "name") || (key11 === "subFilter"))){
const err87 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter",schemaPath:"#/$defs/filter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data46};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data46.name !== undefined){
let data47 = data46.name;
if(typeof data47 !== "string"){
const err88 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter/name",schemaPath:"#/$defs/filter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data47};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data46.subFilter !== undefined){
let data48 = data46.subFilter;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key12 in data48){
if(!(key12 === "name")){
const err89 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter/subFilter",schemaPath:"#/$defs/filter/properties/subFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.subFilter,data:data48};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data48.name !== undefined){
let data49 = data48.name;
if(typeof data49 !== "string"){
const err90 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter/subFilter/name",schemaPath:"#/$defs/filter/properties/subFilter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.subFilter.properties.name.type,parentSchema:schema32.properties.subFilter.properties.name,data:data49};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter/subFilter",schemaPath:"#/$defs/filter/properties/subFilter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.subFilter.type,parentSchema:schema32.properties.subFilter,data:data48};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/filter",schemaPath:"#/$defs/filter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data46};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data43.name !== undefined){
let data50 = data43.name;
if(typeof data50 !== "string"){
const err93 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.name,data:data50};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data43.sni !== undefined){
let data51 = data43.sni;
if(typeof data51 !== "string"){
const err94 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/sni",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/sni/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.sni.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.sni,data:data51};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data43.transportProtocol !== undefined){
let data52 = data43.transportProtocol;
if(typeof data52 !== "string"){
const err95 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/transportProtocol",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/transportProtocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.transportProtocol.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.transportProtocol,data:data52};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data43.transportSocket !== undefined){
let data53 = data43.transportSocket;
if(typeof data53 !== "string"){
const err96 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain/transportSocket",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/properties/transportSocket/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.transportSocket.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.properties.transportSocket,data:data53};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/filterChain",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/filterChain/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.filterChain,data:data43};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data42.listenerFilter !== undefined){
let data54 = data42.listenerFilter;
if(typeof data54 !== "string"){
const err98 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/listenerFilter",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/listenerFilter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.listenerFilter.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.listenerFilter,data:data54};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data42.name !== undefined){
let data55 = data42.name;
if(typeof data55 !== "string"){
const err99 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.name,data:data55};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data42.portName !== undefined){
let data56 = data42.portName;
if(typeof data56 !== "string"){
const err100 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/portName",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/portName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portName.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portName,data:data56};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data42.portNumber !== undefined){
let data57 = data42.portNumber;
if(!((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57)))){
const err101 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/portNumber/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portNumber.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portNumber,data:data57};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(typeof data57 == "number"){
if(data57 > 4294967295 || isNaN(data57)){
const err102 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portNumber,data:data57};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err103 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portNumber,data:data57};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!(formats4.validate(data57))){
const err104 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/properties/portNumber/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.properties.portNumber,data:data57};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
}
else {
const err105 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/listener",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/listener/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.listener,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data33.proxy !== undefined){
let data58 = data33.proxy;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key13 in data58){
if(!((key13 === "metadata") || (key13 === "proxyVersion"))){
const err106 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/proxy",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/proxy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy,data:data58};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data58.metadata !== undefined){
let data59 = data58.metadata;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key14 in data59){
let data60 = data59[key14];
if(typeof data60 !== "string"){
const err107 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/proxy/metadata/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/proxy/properties/metadata/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.metadata.additionalProperties.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.metadata.additionalProperties,data:data60};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/proxy/metadata",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/proxy/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.metadata.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.metadata,data:data59};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data58.proxyVersion !== undefined){
let data61 = data58.proxyVersion;
if(typeof data61 !== "string"){
const err109 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/proxy/proxyVersion",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/proxy/properties/proxyVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.proxyVersion.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.properties.proxyVersion,data:data61};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/proxy",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/proxy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.proxy,data:data58};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data33.routeConfiguration !== undefined){
let data62 = data33.routeConfiguration;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key15 in data62){
if(!(((((key15 === "gateway") || (key15 === "name")) || (key15 === "portName")) || (key15 === "portNumber")) || (key15 === "vhost"))){
const err111 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration,data:data62};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data62.gateway !== undefined){
let data63 = data62.gateway;
if(typeof data63 !== "string"){
const err112 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/gateway",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.gateway.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.gateway,data:data63};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data62.name !== undefined){
let data64 = data62.name;
if(typeof data64 !== "string"){
const err113 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.name,data:data64};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data62.portName !== undefined){
let data65 = data62.portName;
if(typeof data65 !== "string"){
const err114 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/portName",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/portName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portName.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portName,data:data65};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data62.portNumber !== undefined){
let data66 = data62.portNumber;
if(!((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66)))){
const err115 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/portNumber/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portNumber.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portNumber,data:data66};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(typeof data66 == "number"){
if(data66 > 4294967295 || isNaN(data66)){
const err116 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portNumber,data:data66};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data66 < 0 || isNaN(data66)){
const err117 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portNumber,data:data66};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!(formats4.validate(data66))){
const err118 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/portNumber/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.portNumber,data:data66};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
if(data62.vhost !== undefined){
let data67 = data62.vhost;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
for(const key16 in data67){
if(!(((key16 === "domainName") || (key16 === "name")) || (key16 === "route"))){
const err119 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost,data:data67};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data67.domainName !== undefined){
let data68 = data67.domainName;
if(typeof data68 !== "string"){
const err120 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/domainName",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/domainName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.domainName.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.domainName,data:data68};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data67.name !== undefined){
let data69 = data67.name;
if(typeof data69 !== "string"){
const err121 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.name,data:data69};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data67.route !== undefined){
let data70 = data67.route;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key17 in data70){
if(!((key17 === "action") || (key17 === "name"))){
const err122 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/route",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/route/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route,data:data70};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data70.action !== undefined){
let data71 = data70.action;
if(typeof data71 !== "string"){
const err123 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/route/action",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/route/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.action.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.action,data:data71};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!((((data71 === "ANY") || (data71 === "ROUTE")) || (data71 === "REDIRECT")) || (data71 === "DIRECT_RESPONSE"))){
const err124 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/route/action",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/route/properties/action/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.action.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.action.enum,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.action,data:data71};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data70.name !== undefined){
let data72 = data70.name;
if(typeof data72 !== "string"){
const err125 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/route/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/route/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.properties.name,data:data72};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost/route",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/properties/route/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.properties.route,data:data70};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration/vhost",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/properties/vhost/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.properties.vhost,data:data67};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/routeConfiguration",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/routeConfiguration/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.routeConfiguration,data:data62};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data33.waypoint !== undefined){
let data73 = data33.waypoint;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key18 in data73){
if(!(((key18 === "filter") || (key18 === "portNumber")) || (key18 === "route"))){
const err129 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint,data:data73};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data73.filter !== undefined){
let data74 = data73.filter;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key19 in data74){
if(!((key19 === "name") || (key19 === "subFilter"))){
const err130 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter",schemaPath:"#/$defs/filter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data74};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data74.name !== undefined){
let data75 = data74.name;
if(typeof data75 !== "string"){
const err131 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter/name",schemaPath:"#/$defs/filter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data75};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data74.subFilter !== undefined){
let data76 = data74.subFilter;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key20 in data76){
if(!(key20 === "name")){
const err132 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter/subFilter",schemaPath:"#/$defs/filter/properties/subFilter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.subFilter,data:data76};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data76.name !== undefined){
let data77 = data76.name;
if(typeof data77 !== "string"){
const err133 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter/subFilter/name",schemaPath:"#/$defs/filter/properties/subFilter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.subFilter.properties.name.type,parentSchema:schema32.properties.subFilter.properties.name,data:data77};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
}
else {
const err134 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter/subFilter",schemaPath:"#/$defs/filter/properties/subFilter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.subFilter.type,parentSchema:schema32.properties.subFilter,data:data76};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
else {
const err135 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/filter",schemaPath:"#/$defs/filter/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data74};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data73.portNumber !== undefined){
let data78 = data73.portNumber;
if(!((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78)))){
const err136 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/portNumber/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.portNumber.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.portNumber,data:data78};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(typeof data78 == "number"){
if(data78 > 65535 || isNaN(data78)){
const err137 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/portNumber/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.portNumber,data:data78};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data78 < 1 || isNaN(data78)){
const err138 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/portNumber/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.portNumber,data:data78};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!(formats4.validate(data78))){
const err139 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/portNumber",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/portNumber/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.portNumber,data:data78};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
if(data73.route !== undefined){
let data79 = data73.route;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key21 in data79){
if(!(key21 === "name")){
const err140 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/route",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/route/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.route,data:data79};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data79.name !== undefined){
let data80 = data79.name;
if(typeof data80 !== "string"){
const err141 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/route/name",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/route/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.route.properties.name.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.route.properties.name,data:data80};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint/route",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/properties/route/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.route.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.properties.route,data:data79};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match/waypoint",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/properties/waypoint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match.properties.waypoint,data:data73};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/match",schemaPath:"#/properties/spec/properties/configPatches/items/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.match.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.match,data:data33};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data31.patch !== undefined){
let data81 = data31.patch;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
for(const key22 in data81){
if(!(((key22 === "filterClass") || (key22 === "operation")) || (key22 === "value"))){
const err145 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch,data:data81};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data81.filterClass !== undefined){
let data82 = data81.filterClass;
if(typeof data82 !== "string"){
const err146 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch/filterClass",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/properties/filterClass/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.filterClass.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.filterClass,data:data82};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(!((((data82 === "UNSPECIFIED") || (data82 === "AUTHN")) || (data82 === "AUTHZ")) || (data82 === "STATS"))){
const err147 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch/filterClass",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/properties/filterClass/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.configPatches.items.properties.patch.properties.filterClass.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.filterClass.enum,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.filterClass,data:data82};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data81.operation !== undefined){
let data83 = data81.operation;
if(typeof data83 !== "string"){
const err148 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch/operation",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/properties/operation/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.operation.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.operation,data:data83};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!(((((((((data83 === "INVALID") || (data83 === "MERGE")) || (data83 === "ADD")) || (data83 === "REMOVE")) || (data83 === "INSERT_BEFORE")) || (data83 === "INSERT_AFTER")) || (data83 === "INSERT_FIRST")) || (data83 === "REPLACE")) || (data83 === "MERGE_AND_REPLACE_LIST"))){
const err149 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch/operation",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/properties/operation/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.configPatches.items.properties.patch.properties.operation.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.operation.enum,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.operation,data:data83};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data81.value !== undefined){
let data84 = data81.value;
if(!(data84 && typeof data84 == "object" && !Array.isArray(data84))){
const err150 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch/value",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/properties/value/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.value.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch.properties.value,data:data84};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/configPatches/" + i3+"/patch",schemaPath:"#/properties/spec/properties/configPatches/items/properties/patch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.properties.patch.type,parentSchema:schema31.properties.spec.properties.configPatches.items.properties.patch,data:data81};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
else {
const err152 = {instancePath:instancePath+"/spec/configPatches/" + i3,schemaPath:"#/properties/spec/properties/configPatches/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.configPatches.items.type,parentSchema:schema31.properties.spec.properties.configPatches.items,data:data31};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/spec/configPatches",schemaPath:"#/properties/spec/properties/configPatches/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.configPatches.type,parentSchema:schema31.properties.spec.properties.configPatches,data:data30};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data29.priority !== undefined){
let data85 = data29.priority;
if(!((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85)))){
const err154 = {instancePath:instancePath+"/spec/priority",schemaPath:"#/properties/spec/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.priority.type,parentSchema:schema31.properties.spec.properties.priority,data:data85};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(typeof data85 == "number"){
if(!(formats18.validate(data85))){
const err155 = {instancePath:instancePath+"/spec/priority",schemaPath:"#/properties/spec/properties/priority/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.priority,data:data85};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
if(data29.targetRefs !== undefined){
let data86 = data29.targetRefs;
if(Array.isArray(data86)){
if(data86.length > 16){
const err156 = {instancePath:instancePath+"/spec/targetRefs",schemaPath:"#/properties/spec/properties/targetRefs/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.targetRefs,data:data86};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
const len4 = data86.length;
for(let i4=0; i4<len4; i4++){
let data87 = data86[i4];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.kind === undefined){
const err157 = {instancePath:instancePath+"/spec/targetRefs/" + i4,schemaPath:"#/properties/spec/properties/targetRefs/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.properties.spec.properties.targetRefs.items.required,parentSchema:schema31.properties.spec.properties.targetRefs.items,data:data87};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data87.name === undefined){
const err158 = {instancePath:instancePath+"/spec/targetRefs/" + i4,schemaPath:"#/properties/spec/properties/targetRefs/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.targetRefs.items.required,parentSchema:schema31.properties.spec.properties.targetRefs.items,data:data87};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
for(const key23 in data87){
if(!((((key23 === "group") || (key23 === "kind")) || (key23 === "name")) || (key23 === "namespace"))){
const err159 = {instancePath:instancePath+"/spec/targetRefs/" + i4,schemaPath:"#/properties/spec/properties/targetRefs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.targetRefs.items,data:data87};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data87.group !== undefined){
let data88 = data87.group;
if(typeof data88 === "string"){
if(data88.length > 253){
const err160 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/group",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/group/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.group,data:data88};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(!pattern4.test(data88)){
const err161 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/group",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/group/pattern",keyword:"pattern",params:{pattern: "^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.group,data:data88};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/group",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.targetRefs.items.properties.group.type,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.group,data:data88};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data87.kind !== undefined){
let data89 = data87.kind;
if(typeof data89 === "string"){
if(data89.length > 63){
const err163 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/kind",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/kind/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.kind,data:data89};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data89.length < 1){
const err164 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/kind",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.kind,data:data89};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(!pattern5.test(data89)){
const err165 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/kind",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/kind/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"},message:"must match pattern \""+"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"+"\"",schema:"^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$",parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.kind,data:data89};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/kind",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.targetRefs.items.properties.kind.type,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.kind,data:data89};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data87.name !== undefined){
let data90 = data87.name;
if(typeof data90 === "string"){
if(data90.length > 253){
const err167 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/name",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.name,data:data90};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data90.length < 1){
const err168 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/name",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.name,data:data90};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/name",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.targetRefs.items.properties.name.type,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.name,data:data90};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data87.namespace !== undefined){
let data91 = data87.namespace;
if(typeof data91 === "string"){
if(data91.length > 0){
const err170 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/namespace",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 0},message:"must NOT have more than 0 characters",schema:0,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.namespace,data:data91};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/spec/targetRefs/" + i4+"/namespace",schemaPath:"#/properties/spec/properties/targetRefs/items/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.targetRefs.items.properties.namespace.type,parentSchema:schema31.properties.spec.properties.targetRefs.items.properties.namespace,data:data91};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/spec/targetRefs/" + i4,schemaPath:"#/properties/spec/properties/targetRefs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.targetRefs.items.type,parentSchema:schema31.properties.spec.properties.targetRefs.items,data:data87};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/spec/targetRefs",schemaPath:"#/properties/spec/properties/targetRefs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.targetRefs.type,parentSchema:schema31.properties.spec.properties.targetRefs,data:data86};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data29.workloadSelector !== undefined){
let data92 = data29.workloadSelector;
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
for(const key24 in data92){
if(!(key24 === "labels")){
const err174 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data92};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data92.labels !== undefined){
let data93 = data92.labels;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(Object.keys(data93).length > 256){
const err175 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256},message:"must NOT have more than 256 properties",schema:256,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data93};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
for(const key25 in data93){
let data94 = data93[key25];
if(typeof data94 === "string"){
if(data94.length > 63){
const err176 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data94};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(!pattern6.test(data94)){
const err177 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^*]*$"},message:"must match pattern \""+"^[^*]*$"+"\"",schema:"^[^*]*$",parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data94};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data94};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data93};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.type,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data92};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["redis.aeraki.io/v1alpha1"]},"kind":{"type":"string","enum":["RedisDestination"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"host":{"type":"string"},"trafficPolicy":{"type":"object","properties":{"connectionPool":{"type":"object","properties":{"redis":{"type":"object","properties":{"auth":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["secret"]},{"required":["plain"]}]}},{"required":["secret"]},{"required":["plain"]}],"properties":{"plain":{"type":"object","properties":{"password":{"type":"string"},"username":{"type":"string"}},"additionalProperties":false},"secret":{"type":"object","properties":{"name":{"type":"string"},"passwordField":{"type":"string"},"usernameField":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"discoveryEndpoints":{"type":"array","items":{"type":"string"}},"mode":{"type":"string","enum":["PROXY","CLUSTER"]}},"additionalProperties":false},"tcp":{"type":"object","properties":{"connectTimeout":{"type":"string"},"maxConnections":{"type":"integer","format":"int32"},"tcpKeepalive":{"type":"object","properties":{"interval":{"type":"string"},"probes":{"type":"integer","format":"int64"},"time":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"]};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const formats8 = formats.int32;

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
if(!(data0 === "redis.aeraki.io/v1alpha1")){
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
if(!(data1 === "RedisDestination")){
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
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key5 in data29){
if(!((key5 === "host") || (key5 === "trafficPolicy"))){
const err41 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data29.host !== undefined){
let data30 = data29.host;
if(typeof data30 !== "string"){
const err42 = {instancePath:instancePath+"/spec/host",schemaPath:"#/properties/spec/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.host.type,parentSchema:schema31.properties.spec.properties.host,data:data30};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data29.trafficPolicy !== undefined){
let data31 = data29.trafficPolicy;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key6 in data31){
if(!(key6 === "connectionPool")){
const err43 = {instancePath:instancePath+"/spec/trafficPolicy",schemaPath:"#/properties/spec/properties/trafficPolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy,data:data31};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data31.connectionPool !== undefined){
let data32 = data31.connectionPool;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key7 in data32){
if(!((key7 === "redis") || (key7 === "tcp"))){
const err44 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data32.redis !== undefined){
let data33 = data32.redis;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key8 in data33){
if(!(((key8 === "auth") || (key8 === "discoveryEndpoints")) || (key8 === "mode"))){
const err45 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data33.auth !== undefined){
let data34 = data33.auth;
const _errs80 = errors;
let valid15 = false;
let passing0 = null;
const _errs81 = errors;
const _errs82 = errors;
const _errs83 = errors;
const _errs84 = errors;
let valid17 = false;
const _errs85 = errors;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing0;
if((data34.secret === undefined) && (missing0 = "secret")){
const err46 = {};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
var _valid1 = _errs85 === errors;
valid17 = valid17 || _valid1;
const _errs86 = errors;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing1;
if((data34.plain === undefined) && (missing1 = "plain")){
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
var _valid1 = _errs86 === errors;
valid17 = valid17 || _valid1;
if(!valid17){
const err48 = {};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
else {
errors = _errs84;
if(vErrors !== null){
if(_errs84){
vErrors.length = _errs84;
}
else {
vErrors = null;
}
}
}
var valid16 = _errs83 === errors;
if(valid16){
const err49 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[0].not,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[0],data:data34};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
else {
errors = _errs82;
if(vErrors !== null){
if(_errs82){
vErrors.length = _errs82;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs81 === errors;
if(_valid0){
valid15 = true;
passing0 = 0;
}
const _errs87 = errors;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.secret === undefined){
const err50 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/oneOf/1/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[1].required,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[1],data:data34};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
var _valid0 = _errs87 === errors;
if(_valid0 && valid15){
valid15 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid15 = true;
passing0 = 1;
}
const _errs88 = errors;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.plain === undefined){
const err51 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/oneOf/2/required",keyword:"required",params:{missingProperty: "plain"},message:"must have required property '"+"plain"+"'",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[2].required,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf[2],data:data34};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
var _valid0 = _errs88 === errors;
if(_valid0 && valid15){
valid15 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid15 = true;
passing0 = 2;
}
}
}
if(!valid15){
const err52 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.oneOf,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth,data:data34};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs80;
if(vErrors !== null){
if(_errs80){
vErrors.length = _errs80;
}
else {
vErrors = null;
}
}
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key9 in data34){
if(!((key9 === "plain") || (key9 === "secret"))){
const err53 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth,data:data34};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data34.plain !== undefined){
let data35 = data34.plain;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key10 in data35){
if(!((key10 === "password") || (key10 === "username"))){
const err54 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/plain",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/plain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain,data:data35};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data35.password !== undefined){
let data36 = data35.password;
if(typeof data36 !== "string"){
const err55 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/plain/password",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/plain/properties/password/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain.properties.password.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain.properties.password,data:data36};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data35.username !== undefined){
let data37 = data35.username;
if(typeof data37 !== "string"){
const err56 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/plain/username",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/plain/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain.properties.username.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain.properties.username,data:data37};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/plain",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/plain/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.plain,data:data35};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data34.secret !== undefined){
let data38 = data34.secret;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key11 in data38){
if(!(((key11 === "name") || (key11 === "passwordField")) || (key11 === "usernameField"))){
const err58 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/secret",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret,data:data38};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data38.name !== undefined){
let data39 = data38.name;
if(typeof data39 !== "string"){
const err59 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/secret/name",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/secret/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.name.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.name,data:data39};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data38.passwordField !== undefined){
let data40 = data38.passwordField;
if(typeof data40 !== "string"){
const err60 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/secret/passwordField",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/secret/properties/passwordField/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.passwordField.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.passwordField,data:data40};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data38.usernameField !== undefined){
let data41 = data38.usernameField;
if(typeof data41 !== "string"){
const err61 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/secret/usernameField",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/secret/properties/usernameField/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.usernameField.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.properties.usernameField,data:data41};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth/secret",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/properties/secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.properties.secret,data:data38};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/auth",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.auth,data:data34};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data33.discoveryEndpoints !== undefined){
let data42 = data33.discoveryEndpoints;
if(Array.isArray(data42)){
const len3 = data42.length;
for(let i3=0; i3<len3; i3++){
let data43 = data42[i3];
if(typeof data43 !== "string"){
const err64 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/discoveryEndpoints/" + i3,schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/discoveryEndpoints/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.discoveryEndpoints.items.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.discoveryEndpoints.items,data:data43};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/discoveryEndpoints",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/discoveryEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.discoveryEndpoints.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.discoveryEndpoints,data:data42};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data33.mode !== undefined){
let data44 = data33.mode;
if(typeof data44 !== "string"){
const err66 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/mode",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.mode.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.mode,data:data44};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!((data44 === "PROXY") || (data44 === "CLUSTER"))){
const err67 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis/mode",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/properties/mode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.mode.enum,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.properties.mode,data:data44};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/redis",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/redis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.redis,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data32.tcp !== undefined){
let data45 = data32.tcp;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key12 in data45){
if(!(((key12 === "connectTimeout") || (key12 === "maxConnections")) || (key12 === "tcpKeepalive"))){
const err69 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp,data:data45};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data45.connectTimeout !== undefined){
let data46 = data45.connectTimeout;
if(typeof data46 !== "string"){
const err70 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/connectTimeout",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/connectTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.connectTimeout.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.connectTimeout,data:data46};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data45.maxConnections !== undefined){
let data47 = data45.maxConnections;
if(!((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47)))){
const err71 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/maxConnections",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.maxConnections.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.maxConnections,data:data47};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(typeof data47 == "number"){
if(!(formats8.validate(data47))){
const err72 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/maxConnections",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/maxConnections/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.maxConnections,data:data47};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data45.tcpKeepalive !== undefined){
let data48 = data45.tcpKeepalive;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key13 in data48){
if(!(((key13 === "interval") || (key13 === "probes")) || (key13 === "time"))){
const err73 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive,data:data48};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data48.interval !== undefined){
let data49 = data48.interval;
if(typeof data49 !== "string"){
const err74 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive/interval",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.interval.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.interval,data:data49};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data48.probes !== undefined){
let data50 = data48.probes;
if(!((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50)))){
const err75 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive/probes",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.probes.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.probes,data:data50};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(typeof data50 == "number"){
if(!(formats4.validate(data50))){
const err76 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive/probes",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.probes,data:data50};
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
if(data48.time !== undefined){
let data51 = data48.time;
if(typeof data51 !== "string"){
const err77 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive/time",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.time.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.properties.time,data:data51};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp/tcpKeepalive",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/properties/tcpKeepalive/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.properties.tcpKeepalive,data:data48};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool/tcp",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/properties/tcp/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.properties.tcp,data:data45};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/spec/trafficPolicy/connectionPool",schemaPath:"#/properties/spec/properties/trafficPolicy/properties/connectionPool/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool.type,parentSchema:schema31.properties.spec.properties.trafficPolicy.properties.connectionPool,data:data32};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/trafficPolicy",schemaPath:"#/properties/spec/properties/trafficPolicy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.trafficPolicy.type,parentSchema:schema31.properties.spec.properties.trafficPolicy,data:data31};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

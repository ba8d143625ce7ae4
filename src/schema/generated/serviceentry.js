// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1","networking.istio.io/v1alpha3","networking.istio.io/v1beta1"]},"kind":{"type":"string","enum":["ServiceEntry"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","required":["hosts"],"properties":{"addresses":{"type":"array","maxItems":256,"items":{"type":"string","maxLength":64}},"endpoints":{"type":"array","maxItems":4096,"items":{"type":"object","properties":{"address":{"type":"string","maxLength":256,"pattern":"^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$"},"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string"}},"locality":{"type":"string","maxLength":2048},"network":{"type":"string","maxLength":2048},"ports":{"type":"object","maxProperties":128,"additionalProperties":{"type":"integer","minimum":1,"maximum":65535,"format":"int64"},"propertyNames":{"maxLength":62,"pattern":"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"}},"serviceAccount":{"type":"string","maxLength":253},"weight":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false,"allOf":[{"not":{"allOf":[{"not":{"required":["address"]}},{"not":{"required":["network"]}}]},"x-message":"Address is required"},{"not":{"allOf":[{"required":["address"],"properties":{"address":{"pattern":"^unix://"}}},{"required":["ports"]}]},"x-message":"UDS may not include ports"}]}},"exportTo":{"type":"array","items":{"type":"string"}},"hosts":{"type":"array","minItems":1,"maxItems":256,"items":{"type":"string","pattern":"^(?!\\*$)"}},"location":{"type":"string","enum":["MESH_EXTERNAL","MESH_INTERNAL"]},"ports":{"type":"array","maxItems":256,"x-unique-by":["name","number"],"items":{"type":"object","required":["number","name"],"properties":{"name":{"type":"string","maxLength":256},"number":{"type":"integer","minimum":1,"maximum":65535,"format":"int64"},"protocol":{"type":"string","maxLength":256},"targetPort":{"type":"integer","minimum":1,"maximum":65535,"format":"int64"}},"additionalProperties":false}},"resolution":{"type":"string","enum":["NONE","STATIC","DNS","DNS_ROUND_ROBIN","DYNAMIC_DNS"]},"subjectAltNames":{"type":"array","items":{"type":"string"}},"workloadSelector":{"type":"object","properties":{"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63,"pattern":"^[^*]*$"}}},"additionalProperties":false}},"additionalProperties":false,"allOf":[{"not":{"required":["workloadSelector","endpoints"]},"x-message":"only one of WorkloadSelector or Endpoints can be set"},{"not":{"required":["resolution","addresses"],"properties":{"addresses":{"type":"array","contains":{"type":"string","pattern":"/"}},"resolution":{"not":{"enum":["STATIC","NONE"]}}}},"x-message":"CIDR addresses are allowed only for NONE/STATIC resolution types"},{"not":{"required":["endpoints"],"properties":{"resolution":{"const":"NONE"}}},"x-message":"NONE mode cannot set endpoints"},{"not":{"required":["resolution","endpoints"],"properties":{"resolution":{"const":"DNS_ROUND_ROBIN"},"endpoints":{"minItems":2}}},"x-message":"DNS_ROUND_ROBIN mode cannot have multiple endpoints"}]},"status":{}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const pattern4 = new RegExp("/", "u");
const pattern5 = new RegExp("^unix://", "u");
const pattern6 = new RegExp("^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$", "u");
const pattern7 = new RegExp("^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$", "u");
const pattern8 = new RegExp("^(?!\\*$)", "u");
const pattern9 = new RegExp("^[^*]*$", "u");

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
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.apiVersion.type,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(((data0 === "networking.istio.io/v1") || (data0 === "networking.istio.io/v1alpha3")) || (data0 === "networking.istio.io/v1beta1"))){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.apiVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.apiVersion.enum,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(data1 === "ServiceEntry")){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.kind.enum,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema31.properties.metadata.properties, key1))){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.name.type,parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/properties/metadata/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.generateName.type,parentSchema:schema31.properties.metadata.properties.generateName,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data5 = data2.namespace;
if(typeof data5 !== "string"){
const err12 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/properties/metadata/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.namespace.type,parentSchema:schema31.properties.metadata.properties.namespace,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
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
const err13 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.labels.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.labels.type,parentSchema:schema31.properties.metadata.properties.labels,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
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
const err15 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.annotations.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.annotations.type,parentSchema:schema31.properties.metadata.properties.annotations,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
let data10 = data2.creationTimestamp;
if(typeof data10 === "string"){
if(!(formats0(data10))){
const err17 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema31.properties.metadata.properties.creationTimestamp,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/properties/metadata/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.creationTimestamp.type,parentSchema:schema31.properties.metadata.properties.creationTimestamp,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
let data11 = data2.deletionTimestamp;
if(typeof data11 === "string"){
if(!(formats0(data11))){
const err19 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema31.properties.metadata.properties.deletionTimestamp,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/properties/metadata/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.deletionTimestamp.type,parentSchema:schema31.properties.metadata.properties.deletionTimestamp,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data12 = data2.deletionGracePeriodSeconds;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err21 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.metadata.properties.deletionGracePeriodSeconds.type,parentSchema:schema31.properties.metadata.properties.deletionGracePeriodSeconds,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data12 == "number"){
if(!(formats4.validate(data12))){
const err22 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/properties/metadata/properties/deletionGracePeriodSeconds/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.metadata.properties.deletionGracePeriodSeconds,data:data12};
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
if(data2.finalizers !== undefined){
let data13 = data2.finalizers;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 !== "string"){
const err23 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/properties/metadata/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.finalizers.items.type,parentSchema:schema31.properties.metadata.properties.finalizers.items,data:data14};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/properties/metadata/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.finalizers.type,parentSchema:schema31.properties.metadata.properties.finalizers,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data2.generation !== undefined){
let data15 = data2.generation;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err25 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.metadata.properties.generation.type,parentSchema:schema31.properties.metadata.properties.generation,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data15 == "number"){
if(!(formats4.validate(data15))){
const err26 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/properties/metadata/properties/generation/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.metadata.properties.generation,data:data15};
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
if(data2.managedFields !== undefined){
let data16 = data2.managedFields;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(!(data17 && typeof data17 == "object" && !Array.isArray(data17))){
const err27 = {instancePath:instancePath+"/metadata/managedFields/" + i1,schemaPath:"#/properties/metadata/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.managedFields.items.type,parentSchema:schema31.properties.metadata.properties.managedFields.items,data:data17};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/properties/metadata/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.managedFields.type,parentSchema:schema31.properties.metadata.properties.managedFields,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
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
const err29 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2,schemaPath:"#/properties/metadata/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.metadata.properties.ownerReferences.items,data:data19};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.apiVersion !== undefined){
let data20 = data19.apiVersion;
if(typeof data20 !== "string"){
const err30 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/apiVersion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.apiVersion.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.apiVersion,data:data20};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data19.kind !== undefined){
let data21 = data19.kind;
if(typeof data21 !== "string"){
const err31 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/kind",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.kind.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.kind,data:data21};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.name !== undefined){
let data22 = data19.name;
if(typeof data22 !== "string"){
const err32 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/name",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.name.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.name,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data19.uid !== undefined){
let data23 = data19.uid;
if(typeof data23 !== "string"){
const err33 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/uid",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.uid.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.uid,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.controller !== undefined){
let data24 = data19.controller;
if(typeof data24 !== "boolean"){
const err34 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/controller",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/controller/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.controller.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.controller,data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.blockOwnerDeletion !== undefined){
let data25 = data19.blockOwnerDeletion;
if(typeof data25 !== "boolean"){
const err35 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2+"/blockOwnerDeletion",schemaPath:"#/properties/metadata/properties/ownerReferences/items/properties/blockOwnerDeletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.metadata.properties.ownerReferences.items.properties.blockOwnerDeletion.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items.properties.blockOwnerDeletion,data:data25};
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
const err36 = {instancePath:instancePath+"/metadata/ownerReferences/" + i2,schemaPath:"#/properties/metadata/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.ownerReferences.items.type,parentSchema:schema31.properties.metadata.properties.ownerReferences.items,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/properties/metadata/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.metadata.properties.ownerReferences.type,parentSchema:schema31.properties.metadata.properties.ownerReferences,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data26 = data2.resourceVersion;
if(typeof data26 !== "string"){
const err38 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/properties/metadata/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.resourceVersion.type,parentSchema:schema31.properties.metadata.properties.resourceVersion,data:data26};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data27 = data2.selfLink;
if(typeof data27 !== "string"){
const err39 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/properties/metadata/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.selfLink.type,parentSchema:schema31.properties.metadata.properties.selfLink,data:data27};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data2.uid !== undefined){
let data28 = data2.uid;
if(typeof data28 !== "string"){
const err40 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/properties/metadata/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.uid.type,parentSchema:schema31.properties.metadata.properties.uid,data:data28};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.type,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
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
if(((data29.workloadSelector === undefined) && (missing0 = "workloadSelector")) || ((data29.endpoints === undefined) && (missing0 = "endpoints"))){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
var valid12 = _errs68 === errors;
if(valid12){
const err43 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.allOf[0].not,parentSchema:schema31.properties.spec.allOf[0],data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
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
const _errs70 = errors;
const _errs71 = errors;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing1;
if(((data29.resolution === undefined) && (missing1 = "resolution")) || ((data29.addresses === undefined) && (missing1 = "addresses"))){
const err44 = {};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
if(data29.addresses !== undefined){
let data30 = data29.addresses;
const _errs72 = errors;
if(errors === _errs72){
if(Array.isArray(data30)){
const _errs74 = errors;
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
const _errs75 = errors;
if(errors === _errs75){
if(typeof data31 === "string"){
if(!pattern4.test(data31)){
const err45 = {};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
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
var valid15 = _errs75 === errors;
if(valid15){
break;
}
}
if(!valid15){
const err47 = {};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
else {
errors = _errs74;
if(vErrors !== null){
if(_errs74){
vErrors.length = _errs74;
}
else {
vErrors = null;
}
}
}
}
else {
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
var valid14 = _errs72 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data29.resolution !== undefined){
let data32 = data29.resolution;
const _errs77 = errors;
const _errs78 = errors;
const _errs79 = errors;
if(!((data32 === "STATIC") || (data32 === "NONE"))){
const err49 = {};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var valid16 = _errs79 === errors;
if(valid16){
const err50 = {};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
errors = _errs78;
if(vErrors !== null){
if(_errs78){
vErrors.length = _errs78;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs77 === errors;
}
else {
var valid14 = true;
}
}
}
}
var valid13 = _errs71 === errors;
if(valid13){
const err51 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/allOf/1/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.allOf[1].not,parentSchema:schema31.properties.spec.allOf[1],data:data29};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
}
const _errs81 = errors;
const _errs82 = errors;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing2;
if((data29.endpoints === undefined) && (missing2 = "endpoints")){
const err52 = {};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
if(data29.resolution !== undefined){
if("NONE" !== data29.resolution){
const err53 = {};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
var valid17 = _errs82 === errors;
if(valid17){
const err54 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/allOf/2/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.allOf[2].not,parentSchema:schema31.properties.spec.allOf[2],data:data29};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
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
const _errs85 = errors;
const _errs86 = errors;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing3;
if(((data29.resolution === undefined) && (missing3 = "resolution")) || ((data29.endpoints === undefined) && (missing3 = "endpoints"))){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
else {
if(data29.resolution !== undefined){
const _errs87 = errors;
if("DNS_ROUND_ROBIN" !== data29.resolution){
const err56 = {};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
var valid20 = _errs87 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data29.endpoints !== undefined){
let data35 = data29.endpoints;
const _errs88 = errors;
if(Array.isArray(data35)){
if(data35.length < 2){
const err57 = {};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var valid20 = _errs88 === errors;
}
else {
var valid20 = true;
}
}
}
}
var valid19 = _errs86 === errors;
if(valid19){
const err58 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/allOf/3/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.allOf[3].not,parentSchema:schema31.properties.spec.allOf[3],data:data29};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
errors = _errs85;
if(vErrors !== null){
if(_errs85){
vErrors.length = _errs85;
}
else {
vErrors = null;
}
}
}
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.hosts === undefined){
const err59 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.required,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
for(const key5 in data29){
if(!(func1.call(schema31.properties.spec.properties, key5))){
const err60 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data29.addresses !== undefined){
let data36 = data29.addresses;
if(Array.isArray(data36)){
if(data36.length > 256){
const err61 = {instancePath:instancePath+"/spec/addresses",schemaPath:"#/properties/spec/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema31.properties.spec.properties.addresses,data:data36};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const len4 = data36.length;
for(let i4=0; i4<len4; i4++){
let data37 = data36[i4];
if(typeof data37 === "string"){
if(data37.length > 64){
const err62 = {instancePath:instancePath+"/spec/addresses/" + i4,schemaPath:"#/properties/spec/properties/addresses/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema31.properties.spec.properties.addresses.items,data:data37};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/spec/addresses/" + i4,schemaPath:"#/properties/spec/properties/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.addresses.items.type,parentSchema:schema31.properties.spec.properties.addresses.items,data:data37};
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
else {
const err64 = {instancePath:instancePath+"/spec/addresses",schemaPath:"#/properties/spec/properties/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.addresses.type,parentSchema:schema31.properties.spec.properties.addresses,data:data36};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data29.endpoints !== undefined){
let data38 = data29.endpoints;
if(Array.isArray(data38)){
if(data38.length > 4096){
const err65 = {instancePath:instancePath+"/spec/endpoints",schemaPath:"#/properties/spec/properties/endpoints/maxItems",keyword:"maxItems",params:{limit: 4096},message:"must NOT have more than 4096 items",schema:4096,parentSchema:schema31.properties.spec.properties.endpoints,data:data38};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const len5 = data38.length;
for(let i5=0; i5<len5; i5++){
let data39 = data38[i5];
const _errs99 = errors;
const _errs100 = errors;
const _errs101 = errors;
const _errs102 = errors;
const _errs103 = errors;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing4;
if((data39.address === undefined) && (missing4 = "address")){
const err66 = {};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
var valid29 = _errs103 === errors;
if(valid29){
const err67 = {};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
else {
errors = _errs102;
if(vErrors !== null){
if(_errs102){
vErrors.length = _errs102;
}
else {
vErrors = null;
}
}
}
var valid28 = _errs101 === errors;
if(valid28){
const _errs104 = errors;
const _errs105 = errors;
const _errs106 = errors;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing5;
if((data39.network === undefined) && (missing5 = "network")){
const err68 = {};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
var valid30 = _errs106 === errors;
if(valid30){
const err69 = {};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
else {
errors = _errs105;
if(vErrors !== null){
if(_errs105){
vErrors.length = _errs105;
}
else {
vErrors = null;
}
}
}
var valid28 = _errs104 === errors;
}
var valid27 = _errs100 === errors;
if(valid27){
const err70 = {instancePath:instancePath+"/spec/endpoints/" + i5,schemaPath:"#/properties/spec/properties/endpoints/items/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.endpoints.items.allOf[0].not,parentSchema:schema31.properties.spec.properties.endpoints.items.allOf[0],data:data39};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
else {
errors = _errs99;
if(vErrors !== null){
if(_errs99){
vErrors.length = _errs99;
}
else {
vErrors = null;
}
}
}
const _errs108 = errors;
const _errs109 = errors;
const _errs110 = errors;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing6;
if((data39.address === undefined) && (missing6 = "address")){
const err71 = {};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
else {
if(data39.address !== undefined){
let data40 = data39.address;
if(typeof data40 === "string"){
if(!pattern5.test(data40)){
const err72 = {};
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
}
}
var valid32 = _errs110 === errors;
if(valid32){
const _errs112 = errors;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing7;
if((data39.ports === undefined) && (missing7 = "ports")){
const err73 = {};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
var valid32 = _errs112 === errors;
}
var valid31 = _errs109 === errors;
if(valid31){
const err74 = {instancePath:instancePath+"/spec/endpoints/" + i5,schemaPath:"#/properties/spec/properties/endpoints/items/allOf/1/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.endpoints.items.allOf[1].not,parentSchema:schema31.properties.spec.properties.endpoints.items.allOf[1],data:data39};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
else {
errors = _errs108;
if(vErrors !== null){
if(_errs108){
vErrors.length = _errs108;
}
else {
vErrors = null;
}
}
}
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key6 in data39){
if(!(((((((key6 === "address") || (key6 === "labels")) || (key6 === "locality")) || (key6 === "network")) || (key6 === "ports")) || (key6 === "serviceAccount")) || (key6 === "weight"))){
const err75 = {instancePath:instancePath+"/spec/endpoints/" + i5,schemaPath:"#/properties/spec/properties/endpoints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.endpoints.items,data:data39};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data39.address !== undefined){
let data41 = data39.address;
if(typeof data41 === "string"){
if(data41.length > 256){
const err76 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/address",schemaPath:"#/properties/spec/properties/endpoints/items/properties/address/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.address,data:data41};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!pattern6.test(data41)){
const err77 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/address",schemaPath:"#/properties/spec/properties/endpoints/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$"},message:"must match pattern \""+"^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$"+"\"",schema:"^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$",parentSchema:schema31.properties.spec.properties.endpoints.items.properties.address,data:data41};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/address",schemaPath:"#/properties/spec/properties/endpoints/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.endpoints.items.properties.address.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.address,data:data41};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data39.labels !== undefined){
let data42 = data39.labels;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 256){
const err79 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/labels",schemaPath:"#/properties/spec/properties/endpoints/items/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256},message:"must NOT have more than 256 properties",schema:256,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.labels,data:data42};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
for(const key7 in data42){
let data43 = data42[key7];
if(typeof data43 !== "string"){
const err80 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/labels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/endpoints/items/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.endpoints.items.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.labels.additionalProperties,data:data43};
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
const err81 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/labels",schemaPath:"#/properties/spec/properties/endpoints/items/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.endpoints.items.properties.labels.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.labels,data:data42};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data39.locality !== undefined){
let data44 = data39.locality;
if(typeof data44 === "string"){
if(data44.length > 2048){
const err82 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/locality",schemaPath:"#/properties/spec/properties/endpoints/items/properties/locality/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.locality,data:data44};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/locality",schemaPath:"#/properties/spec/properties/endpoints/items/properties/locality/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.endpoints.items.properties.locality.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.locality,data:data44};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data39.network !== undefined){
let data45 = data39.network;
if(typeof data45 === "string"){
if(data45.length > 2048){
const err84 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/network",schemaPath:"#/properties/spec/properties/endpoints/items/properties/network/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.network,data:data45};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/network",schemaPath:"#/properties/spec/properties/endpoints/items/properties/network/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.endpoints.items.properties.network.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.network,data:data45};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data39.ports !== undefined){
let data46 = data39.ports;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(Object.keys(data46).length > 128){
const err86 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports",schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/maxProperties",keyword:"maxProperties",params:{limit: 128},message:"must NOT have more than 128 properties",schema:128,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports,data:data46};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
for(const key8 in data46){
const _errs127 = errors;
if(typeof key8 === "string"){
if(key8.length > 62){
const err87 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports",schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/propertyNames/maxLength",keyword:"maxLength",params:{limit: 62},message:"must NOT have more than 62 characters",schema:62,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.propertyNames,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern7.test(key8)){
const err88 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports",schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"},message:"must match pattern \""+"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"+"\"",schema:"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$",parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.propertyNames,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
var valid36 = _errs127 === errors;
if(!valid36){
const err89 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports",schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid",schema:schema31.properties.spec.properties.endpoints.items.properties.ports.propertyNames,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports,data:data46};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
for(const key9 in data46){
let data47 = data46[key9];
if(!((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47)))){
const err90 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.endpoints.items.properties.ports.additionalProperties.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(typeof data47 == "number"){
if(data47 > 65535 || isNaN(data47)){
const err91 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data47 < 1 || isNaN(data47)){
const err92 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!(formats4.validate(data47))){
const err93 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports.additionalProperties,data:data47};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
}
else {
const err94 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/ports",schemaPath:"#/properties/spec/properties/endpoints/items/properties/ports/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.endpoints.items.properties.ports.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.ports,data:data46};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data39.serviceAccount !== undefined){
let data48 = data39.serviceAccount;
if(typeof data48 === "string"){
if(data48.length > 253){
const err95 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/serviceAccount",schemaPath:"#/properties/spec/properties/endpoints/items/properties/serviceAccount/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.serviceAccount,data:data48};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/serviceAccount",schemaPath:"#/properties/spec/properties/endpoints/items/properties/serviceAccount/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.endpoints.items.properties.serviceAccount.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.serviceAccount,data:data48};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data39.weight !== undefined){
let data49 = data39.weight;
if(!((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49)))){
const err97 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/weight",schemaPath:"#/properties/spec/properties/endpoints/items/properties/weight/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.endpoints.items.properties.weight.type,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.weight,data:data49};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(typeof data49 == "number"){
if(data49 > 4294967295 || isNaN(data49)){
const err98 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/weight",schemaPath:"#/properties/spec/properties/endpoints/items/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.weight,data:data49};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err99 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/weight",schemaPath:"#/properties/spec/properties/endpoints/items/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.endpoints.items.properties.weight,data:data49};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!(formats4.validate(data49))){
const err100 = {instancePath:instancePath+"/spec/endpoints/" + i5+"/weight",schemaPath:"#/properties/spec/properties/endpoints/items/properties/weight/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.endpoints.items.properties.weight,data:data49};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/spec/endpoints/" + i5,schemaPath:"#/properties/spec/properties/endpoints/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.endpoints.items.type,parentSchema:schema31.properties.spec.properties.endpoints.items,data:data39};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/endpoints",schemaPath:"#/properties/spec/properties/endpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.endpoints.type,parentSchema:schema31.properties.spec.properties.endpoints,data:data38};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data29.exportTo !== undefined){
let data50 = data29.exportTo;
if(Array.isArray(data50)){
const len6 = data50.length;
for(let i6=0; i6<len6; i6++){
let data51 = data50[i6];
if(typeof data51 !== "string"){
const err103 = {instancePath:instancePath+"/spec/exportTo/" + i6,schemaPath:"#/properties/spec/properties/exportTo/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exportTo.items.type,parentSchema:schema31.properties.spec.properties.exportTo.items,data:data51};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/spec/exportTo",schemaPath:"#/properties/spec/properties/exportTo/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exportTo.type,parentSchema:schema31.properties.spec.properties.exportTo,data:data50};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data29.hosts !== undefined){
let data52 = data29.hosts;
if(Array.isArray(data52)){
if(data52.length > 256){
const err105 = {instancePath:instancePath+"/spec/hosts",schemaPath:"#/properties/spec/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema31.properties.spec.properties.hosts,data:data52};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data52.length < 1){
const err106 = {instancePath:instancePath+"/spec/hosts",schemaPath:"#/properties/spec/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.hosts,data:data52};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
const len7 = data52.length;
for(let i7=0; i7<len7; i7++){
let data53 = data52[i7];
if(typeof data53 === "string"){
if(!pattern8.test(data53)){
const err107 = {instancePath:instancePath+"/spec/hosts/" + i7,schemaPath:"#/properties/spec/properties/hosts/items/pattern",keyword:"pattern",params:{pattern: "^(?!\\*$)"},message:"must match pattern \""+"^(?!\\*$)"+"\"",schema:"^(?!\\*$)",parentSchema:schema31.properties.spec.properties.hosts.items,data:data53};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/spec/hosts/" + i7,schemaPath:"#/properties/spec/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.hosts.items.type,parentSchema:schema31.properties.spec.properties.hosts.items,data:data53};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/spec/hosts",schemaPath:"#/properties/spec/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.hosts.type,parentSchema:schema31.properties.spec.properties.hosts,data:data52};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data29.location !== undefined){
let data54 = data29.location;
if(typeof data54 !== "string"){
const err110 = {instancePath:instancePath+"/spec/location",schemaPath:"#/properties/spec/properties/location/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.location.type,parentSchema:schema31.properties.spec.properties.location,data:data54};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!((data54 === "MESH_EXTERNAL") || (data54 === "MESH_INTERNAL"))){
const err111 = {instancePath:instancePath+"/spec/location",schemaPath:"#/properties/spec/properties/location/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.location.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.location.enum,parentSchema:schema31.properties.spec.properties.location,data:data54};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data29.ports !== undefined){
let data55 = data29.ports;
if(Array.isArray(data55)){
if(data55.length > 256){
const err112 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items",schema:256,parentSchema:schema31.properties.spec.properties.ports,data:data55};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
const len8 = data55.length;
for(let i8=0; i8<len8; i8++){
let data56 = data55[i8];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.number === undefined){
const err113 = {instancePath:instancePath+"/spec/ports/" + i8,schemaPath:"#/properties/spec/properties/ports/items/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'",schema:schema31.properties.spec.properties.ports.items.required,parentSchema:schema31.properties.spec.properties.ports.items,data:data56};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data56.name === undefined){
const err114 = {instancePath:instancePath+"/spec/ports/" + i8,schemaPath:"#/properties/spec/properties/ports/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.ports.items.required,parentSchema:schema31.properties.spec.properties.ports.items,data:data56};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key10 in data56){
if(!((((key10 === "name") || (key10 === "number")) || (key10 === "protocol")) || (key10 === "targetPort"))){
const err115 = {instancePath:instancePath+"/spec/ports/" + i8,schemaPath:"#/properties/spec/properties/ports/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.ports.items,data:data56};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data56.name !== undefined){
let data57 = data56.name;
if(typeof data57 === "string"){
if(data57.length > 256){
const err116 = {instancePath:instancePath+"/spec/ports/" + i8+"/name",schemaPath:"#/properties/spec/properties/ports/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema31.properties.spec.properties.ports.items.properties.name,data:data57};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/ports/" + i8+"/name",schemaPath:"#/properties/spec/properties/ports/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ports.items.properties.name.type,parentSchema:schema31.properties.spec.properties.ports.items.properties.name,data:data57};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data56.number !== undefined){
let data58 = data56.number;
if(!((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58)))){
const err118 = {instancePath:instancePath+"/spec/ports/" + i8+"/number",schemaPath:"#/properties/spec/properties/ports/items/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.ports.items.properties.number.type,parentSchema:schema31.properties.spec.properties.ports.items.properties.number,data:data58};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(typeof data58 == "number"){
if(data58 > 65535 || isNaN(data58)){
const err119 = {instancePath:instancePath+"/spec/ports/" + i8+"/number",schemaPath:"#/properties/spec/properties/ports/items/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.ports.items.properties.number,data:data58};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err120 = {instancePath:instancePath+"/spec/ports/" + i8+"/number",schemaPath:"#/properties/spec/properties/ports/items/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.ports.items.properties.number,data:data58};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(formats4.validate(data58))){
const err121 = {instancePath:instancePath+"/spec/ports/" + i8+"/number",schemaPath:"#/properties/spec/properties/ports/items/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.ports.items.properties.number,data:data58};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
if(data56.protocol !== undefined){
let data59 = data56.protocol;
if(typeof data59 === "string"){
if(data59.length > 256){
const err122 = {instancePath:instancePath+"/spec/ports/" + i8+"/protocol",schemaPath:"#/properties/spec/properties/ports/items/properties/protocol/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema31.properties.spec.properties.ports.items.properties.protocol,data:data59};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/spec/ports/" + i8+"/protocol",schemaPath:"#/properties/spec/properties/ports/items/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ports.items.properties.protocol.type,parentSchema:schema31.properties.spec.properties.ports.items.properties.protocol,data:data59};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data56.targetPort !== undefined){
let data60 = data56.targetPort;
if(!((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60)))){
const err124 = {instancePath:instancePath+"/spec/ports/" + i8+"/targetPort",schemaPath:"#/properties/spec/properties/ports/items/properties/targetPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.ports.items.properties.targetPort.type,parentSchema:schema31.properties.spec.properties.ports.items.properties.targetPort,data:data60};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(typeof data60 == "number"){
if(data60 > 65535 || isNaN(data60)){
const err125 = {instancePath:instancePath+"/spec/ports/" + i8+"/targetPort",schemaPath:"#/properties/spec/properties/ports/items/properties/targetPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.ports.items.properties.targetPort,data:data60};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data60 < 1 || isNaN(data60)){
const err126 = {instancePath:instancePath+"/spec/ports/" + i8+"/targetPort",schemaPath:"#/properties/spec/properties/ports/items/properties/targetPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.ports.items.properties.targetPort,data:data60};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(!(formats4.validate(data60))){
const err127 = {instancePath:instancePath+"/spec/ports/" + i8+"/targetPort",schemaPath:"#/properties/spec/properties/ports/items/properties/targetPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.ports.items.properties.targetPort,data:data60};
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
}
else {
const err128 = {instancePath:instancePath+"/spec/ports/" + i8,schemaPath:"#/properties/spec/properties/ports/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.ports.items.type,parentSchema:schema31.properties.spec.properties.ports.items,data:data56};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ports.type,parentSchema:schema31.properties.spec.properties.ports,data:data55};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data29.resolution !== undefined){
let data61 = data29.resolution;
if(typeof data61 !== "string"){
const err130 = {instancePath:instancePath+"/spec/resolution",schemaPath:"#/properties/spec/properties/resolution/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.resolution.type,parentSchema:schema31.properties.spec.properties.resolution,data:data61};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(!(((((data61 === "NONE") || (data61 === "STATIC")) || (data61 === "DNS")) || (data61 === "DNS_ROUND_ROBIN")) || (data61 === "DYNAMIC_DNS"))){
const err131 = {instancePath:instancePath+"/spec/resolution",schemaPath:"#/properties/spec/properties/resolution/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.resolution.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.resolution.enum,parentSchema:schema31.properties.spec.properties.resolution,data:data61};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data29.subjectAltNames !== undefined){
let data62 = data29.subjectAltNames;
if(Array.isArray(data62)){
const len9 = data62.length;
for(let i9=0; i9<len9; i9++){
let data63 = data62[i9];
if(typeof data63 !== "string"){
const err132 = {instancePath:instancePath+"/spec/subjectAltNames/" + i9,schemaPath:"#/properties/spec/properties/subjectAltNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.subjectAltNames.items.type,parentSchema:schema31.properties.spec.properties.subjectAltNames.items,data:data63};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
else {
const err133 = {instancePath:instancePath+"/spec/subjectAltNames",schemaPath:"#/properties/spec/properties/subjectAltNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.subjectAltNames.type,parentSchema:schema31.properties.spec.properties.subjectAltNames,data:data62};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data29.workloadSelector !== undefined){
let data64 = data29.workloadSelector;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key11 in data64){
if(!(key11 === "labels")){
const err134 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data64};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data64.labels !== undefined){
let data65 = data64.labels;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(Object.keys(data65).length > 256){
const err135 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256},message:"must NOT have more than 256 properties",schema:256,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data65};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
for(const key12 in data65){
let data66 = data65[key12];
if(typeof data66 === "string"){
if(data66.length > 63){
const err136 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data66};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!pattern9.test(data66)){
const err137 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^*]*$"},message:"must match pattern \""+"^[^*]*$"+"\"",schema:"^[^*]*$",parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data66};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data66};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data65};
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
else {
const err140 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.type,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data64};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
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
const err142 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

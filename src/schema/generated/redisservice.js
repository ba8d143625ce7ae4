// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["redis.aeraki.io/v1alpha1"]},"kind":{"type":"string","enum":["RedisService"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"faults":{"type":"array","items":{"type":"object","properties":{"commands":{"type":"array","items":{"type":"string"}},"delay":{"type":"string"},"percentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false},"type":{"type":"string","enum":["DELAY","ERROR"]}},"additionalProperties":false}},"host":{"type":"array","items":{"type":"string"}},"redis":{"type":"array","items":{"type":"object","properties":{"match":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["key"]}]}},{"required":["key"]}],"properties":{"key":{"type":"object","properties":{"prefix":{"type":"string"},"removePrefix":{"type":"boolean"}},"additionalProperties":false}},"additionalProperties":false},"mirror":{"type":"array","items":{"type":"object","properties":{"excludeReadCommands":{"type":"boolean"},"percentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false},"route":{"type":"object","properties":{"host":{"type":"string"},"port":{"type":"integer","format":"int64"}},"additionalProperties":false}},"additionalProperties":false}},"route":{"type":"object","properties":{"host":{"type":"string"},"port":{"type":"integer","format":"int64"}},"additionalProperties":false}},"additionalProperties":false}},"settings":{"type":"object","properties":{"auth":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["secret"]},{"required":["plain"]}]}},{"required":["secret"]},{"required":["plain"]}],"properties":{"plain":{"type":"object","properties":{"password":{"type":"string"},"username":{"type":"string"}},"additionalProperties":false},"secret":{"type":"object","properties":{"name":{"type":"string"},"passwordField":{"type":"string"},"usernameField":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"bufferFlushTimeout":{"type":"string"},"caseInsensitive":{"type":"boolean"},"enableCommandStats":{"type":"boolean"},"enableHashtagging":{"type":"boolean"},"enableRedirection":{"type":"boolean"},"maxBufferSizeBeforeFlush":{"type":"integer","format":"int64"},"maxUpstreamUnknownConnections":{"type":"integer","format":"int64","x-nullable":true},"opTimeout":{"type":"string"},"readPolicy":{"type":"string","enum":["MASTER","PREFER_MASTER","REPLICA","PREFER_REPLICA","ANY"]}},"additionalProperties":false}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"]};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const formats8 = formats.double;

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
if(!(data1 === "RedisService")){
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
if(!((((key5 === "faults") || (key5 === "host")) || (key5 === "redis")) || (key5 === "settings"))){
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
if(data29.faults !== undefined){
let data30 = data29.faults;
if(Array.isArray(data30)){
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key6 in data31){
if(!((((key6 === "commands") || (key6 === "delay")) || (key6 === "percentage")) || (key6 === "type"))){
const err42 = {instancePath:instancePath+"/spec/faults/" + i3,schemaPath:"#/properties/spec/properties/faults/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.faults.items,data:data31};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data31.commands !== undefined){
let data32 = data31.commands;
if(Array.isArray(data32)){
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
if(typeof data33 !== "string"){
const err43 = {instancePath:instancePath+"/spec/faults/" + i3+"/commands/" + i4,schemaPath:"#/properties/spec/properties/faults/items/properties/commands/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.faults.items.properties.commands.items.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.commands.items,data:data33};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec/faults/" + i3+"/commands",schemaPath:"#/properties/spec/properties/faults/items/properties/commands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.faults.items.properties.commands.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.commands,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data31.delay !== undefined){
let data34 = data31.delay;
if(typeof data34 !== "string"){
const err45 = {instancePath:instancePath+"/spec/faults/" + i3+"/delay",schemaPath:"#/properties/spec/properties/faults/items/properties/delay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.faults.items.properties.delay.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.delay,data:data34};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data31.percentage !== undefined){
let data35 = data31.percentage;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key7 in data35){
if(!(key7 === "value")){
const err46 = {instancePath:instancePath+"/spec/faults/" + i3+"/percentage",schemaPath:"#/properties/spec/properties/faults/items/properties/percentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.faults.items.properties.percentage,data:data35};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data35.value !== undefined){
let data36 = data35.value;
if(typeof data36 == "number"){
if(!(formats8.validate(data36))){
const err47 = {instancePath:instancePath+"/spec/faults/" + i3+"/percentage/value",schemaPath:"#/properties/spec/properties/faults/items/properties/percentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.faults.items.properties.percentage.properties.value,data:data36};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/spec/faults/" + i3+"/percentage/value",schemaPath:"#/properties/spec/properties/faults/items/properties/percentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.faults.items.properties.percentage.properties.value.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.percentage.properties.value,data:data36};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/spec/faults/" + i3+"/percentage",schemaPath:"#/properties/spec/properties/faults/items/properties/percentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.faults.items.properties.percentage.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.percentage,data:data35};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data31.type !== undefined){
let data37 = data31.type;
if(typeof data37 !== "string"){
const err50 = {instancePath:instancePath+"/spec/faults/" + i3+"/type",schemaPath:"#/properties/spec/properties/faults/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.faults.items.properties.type.type,parentSchema:schema31.properties.spec.properties.faults.items.properties.type,data:data37};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!((data37 === "DELAY") || (data37 === "ERROR"))){
const err51 = {instancePath:instancePath+"/spec/faults/" + i3+"/type",schemaPath:"#/properties/spec/properties/faults/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.faults.items.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.faults.items.properties.type.enum,parentSchema:schema31.properties.spec.properties.faults.items.properties.type,data:data37};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/spec/faults/" + i3,schemaPath:"#/properties/spec/properties/faults/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.faults.items.type,parentSchema:schema31.properties.spec.properties.faults.items,data:data31};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/spec/faults",schemaPath:"#/properties/spec/properties/faults/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.faults.type,parentSchema:schema31.properties.spec.properties.faults,data:data30};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data29.host !== undefined){
let data38 = data29.host;
if(Array.isArray(data38)){
const len5 = data38.length;
for(let i5=0; i5<len5; i5++){
let data39 = data38[i5];
if(typeof data39 !== "string"){
const err54 = {instancePath:instancePath+"/spec/host/" + i5,schemaPath:"#/properties/spec/properties/host/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.host.items.type,parentSchema:schema31.properties.spec.properties.host.items,data:data39};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec/host",schemaPath:"#/properties/spec/properties/host/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.host.type,parentSchema:schema31.properties.spec.properties.host,data:data38};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data29.redis !== undefined){
let data40 = data29.redis;
if(Array.isArray(data40)){
const len6 = data40.length;
for(let i6=0; i6<len6; i6++){
let data41 = data40[i6];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key8 in data41){
if(!(((key8 === "match") || (key8 === "mirror")) || (key8 === "route"))){
const err56 = {instancePath:instancePath+"/spec/redis/" + i6,schemaPath:"#/properties/spec/properties/redis/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items,data:data41};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data41.match !== undefined){
let data42 = data41.match;
const _errs96 = errors;
let valid23 = false;
let passing0 = null;
const _errs97 = errors;
const _errs98 = errors;
const _errs99 = errors;
const _errs100 = errors;
let valid25 = false;
const _errs101 = errors;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
let missing0;
if((data42.key === undefined) && (missing0 = "key")){
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
var _valid1 = _errs101 === errors;
valid25 = valid25 || _valid1;
if(!valid25){
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
var valid24 = _errs99 === errors;
if(valid24){
const err59 = {instancePath:instancePath+"/spec/redis/" + i6+"/match",schemaPath:"#/properties/spec/properties/redis/items/properties/match/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.redis.items.properties.match.oneOf[0].not,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.oneOf[0],data:data42};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
else {
errors = _errs98;
if(vErrors !== null){
if(_errs98){
vErrors.length = _errs98;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs97 === errors;
if(_valid0){
valid23 = true;
passing0 = 0;
}
const _errs102 = errors;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.key === undefined){
const err60 = {instancePath:instancePath+"/spec/redis/" + i6+"/match",schemaPath:"#/properties/spec/properties/redis/items/properties/match/oneOf/1/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema31.properties.spec.properties.redis.items.properties.match.oneOf[1].required,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.oneOf[1],data:data42};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
var _valid0 = _errs102 === errors;
if(_valid0 && valid23){
valid23 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid23 = true;
passing0 = 1;
}
}
if(!valid23){
const err61 = {instancePath:instancePath+"/spec/redis/" + i6+"/match",schemaPath:"#/properties/spec/properties/redis/items/properties/match/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.redis.items.properties.match.oneOf,parentSchema:schema31.properties.spec.properties.redis.items.properties.match,data:data42};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
else {
errors = _errs96;
if(vErrors !== null){
if(_errs96){
vErrors.length = _errs96;
}
else {
vErrors = null;
}
}
}
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key9 in data42){
if(!(key9 === "key")){
const err62 = {instancePath:instancePath+"/spec/redis/" + i6+"/match",schemaPath:"#/properties/spec/properties/redis/items/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.match,data:data42};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data42.key !== undefined){
let data43 = data42.key;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key10 in data43){
if(!((key10 === "prefix") || (key10 === "removePrefix"))){
const err63 = {instancePath:instancePath+"/spec/redis/" + i6+"/match/key",schemaPath:"#/properties/spec/properties/redis/items/properties/match/properties/key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.properties.key,data:data43};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data43.prefix !== undefined){
let data44 = data43.prefix;
if(typeof data44 !== "string"){
const err64 = {instancePath:instancePath+"/spec/redis/" + i6+"/match/key/prefix",schemaPath:"#/properties/spec/properties/redis/items/properties/match/properties/key/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.redis.items.properties.match.properties.key.properties.prefix.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.properties.key.properties.prefix,data:data44};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data43.removePrefix !== undefined){
let data45 = data43.removePrefix;
if(typeof data45 !== "boolean"){
const err65 = {instancePath:instancePath+"/spec/redis/" + i6+"/match/key/removePrefix",schemaPath:"#/properties/spec/properties/redis/items/properties/match/properties/key/properties/removePrefix/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.redis.items.properties.match.properties.key.properties.removePrefix.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.properties.key.properties.removePrefix,data:data45};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/spec/redis/" + i6+"/match/key",schemaPath:"#/properties/spec/properties/redis/items/properties/match/properties/key/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.match.properties.key.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.match.properties.key,data:data43};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/spec/redis/" + i6+"/match",schemaPath:"#/properties/spec/properties/redis/items/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.match.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.match,data:data42};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data41.mirror !== undefined){
let data46 = data41.mirror;
if(Array.isArray(data46)){
const len7 = data46.length;
for(let i7=0; i7<len7; i7++){
let data47 = data46[i7];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key11 in data47){
if(!(((key11 === "excludeReadCommands") || (key11 === "percentage")) || (key11 === "route"))){
const err68 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7,schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items,data:data47};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data47.excludeReadCommands !== undefined){
let data48 = data47.excludeReadCommands;
if(typeof data48 !== "boolean"){
const err69 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/excludeReadCommands",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/excludeReadCommands/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.excludeReadCommands.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.excludeReadCommands,data:data48};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data47.percentage !== undefined){
let data49 = data47.percentage;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key12 in data49){
if(!(key12 === "value")){
const err70 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/percentage",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/percentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage,data:data49};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data49.value !== undefined){
let data50 = data49.value;
if(typeof data50 == "number"){
if(!(formats8.validate(data50))){
const err71 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/percentage/value",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/percentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage.properties.value,data:data50};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/percentage/value",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/percentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage.properties.value.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage.properties.value,data:data50};
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
else {
const err73 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/percentage",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/percentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.percentage,data:data49};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data47.route !== undefined){
let data51 = data47.route;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
for(const key13 in data51){
if(!((key13 === "host") || (key13 === "port"))){
const err74 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/route",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/route/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route,data:data51};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data51.host !== undefined){
let data52 = data51.host;
if(typeof data52 !== "string"){
const err75 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/route/host",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/route/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.properties.host.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.properties.host,data:data52};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data51.port !== undefined){
let data53 = data51.port;
if(!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))){
const err76 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/route/port",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/route/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.properties.port.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.properties.port,data:data53};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(typeof data53 == "number"){
if(!(formats4.validate(data53))){
const err77 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/route/port",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/route/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.properties.port,data:data53};
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
}
else {
const err78 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7+"/route",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/properties/route/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items.properties.route,data:data51};
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
const err79 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror/" + i7,schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.mirror.items.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror.items,data:data47};
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
const err80 = {instancePath:instancePath+"/spec/redis/" + i6+"/mirror",schemaPath:"#/properties/spec/properties/redis/items/properties/mirror/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.redis.items.properties.mirror.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.mirror,data:data46};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data41.route !== undefined){
let data54 = data41.route;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key14 in data54){
if(!((key14 === "host") || (key14 === "port"))){
const err81 = {instancePath:instancePath+"/spec/redis/" + i6+"/route",schemaPath:"#/properties/spec/properties/redis/items/properties/route/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.redis.items.properties.route,data:data54};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data54.host !== undefined){
let data55 = data54.host;
if(typeof data55 !== "string"){
const err82 = {instancePath:instancePath+"/spec/redis/" + i6+"/route/host",schemaPath:"#/properties/spec/properties/redis/items/properties/route/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.redis.items.properties.route.properties.host.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.route.properties.host,data:data55};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data54.port !== undefined){
let data56 = data54.port;
if(!((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56)))){
const err83 = {instancePath:instancePath+"/spec/redis/" + i6+"/route/port",schemaPath:"#/properties/spec/properties/redis/items/properties/route/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.redis.items.properties.route.properties.port.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.route.properties.port,data:data56};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(typeof data56 == "number"){
if(!(formats4.validate(data56))){
const err84 = {instancePath:instancePath+"/spec/redis/" + i6+"/route/port",schemaPath:"#/properties/spec/properties/redis/items/properties/route/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.redis.items.properties.route.properties.port,data:data56};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
}
else {
const err85 = {instancePath:instancePath+"/spec/redis/" + i6+"/route",schemaPath:"#/properties/spec/properties/redis/items/properties/route/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.properties.route.type,parentSchema:schema31.properties.spec.properties.redis.items.properties.route,data:data54};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
}
else {
const err86 = {instancePath:instancePath+"/spec/redis/" + i6,schemaPath:"#/properties/spec/properties/redis/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.redis.items.type,parentSchema:schema31.properties.spec.properties.redis.items,data:data41};
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
else {
const err87 = {instancePath:instancePath+"/spec/redis",schemaPath:"#/properties/spec/properties/redis/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.redis.type,parentSchema:schema31.properties.spec.properties.redis,data:data40};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data29.settings !== undefined){
let data57 = data29.settings;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key15 in data57){
if(!(func1.call(schema31.properties.spec.properties.settings.properties, key15))){
const err88 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.settings,data:data57};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data57.auth !== undefined){
let data58 = data57.auth;
const _errs142 = errors;
let valid35 = false;
let passing1 = null;
const _errs143 = errors;
const _errs144 = errors;
const _errs145 = errors;
const _errs146 = errors;
let valid37 = false;
const _errs147 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
let missing1;
if((data58.secret === undefined) && (missing1 = "secret")){
const err89 = {};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
var _valid3 = _errs147 === errors;
valid37 = valid37 || _valid3;
const _errs148 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
let missing2;
if((data58.plain === undefined) && (missing2 = "plain")){
const err90 = {};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
var _valid3 = _errs148 === errors;
valid37 = valid37 || _valid3;
if(!valid37){
const err91 = {};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
else {
errors = _errs146;
if(vErrors !== null){
if(_errs146){
vErrors.length = _errs146;
}
else {
vErrors = null;
}
}
}
var valid36 = _errs145 === errors;
if(valid36){
const err92 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.settings.properties.auth.oneOf[0].not,parentSchema:schema31.properties.spec.properties.settings.properties.auth.oneOf[0],data:data58};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
else {
errors = _errs144;
if(vErrors !== null){
if(_errs144){
vErrors.length = _errs144;
}
else {
vErrors = null;
}
}
}
var _valid2 = _errs143 === errors;
if(_valid2){
valid35 = true;
passing1 = 0;
}
const _errs149 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.secret === undefined){
const err93 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/oneOf/1/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema31.properties.spec.properties.settings.properties.auth.oneOf[1].required,parentSchema:schema31.properties.spec.properties.settings.properties.auth.oneOf[1],data:data58};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
var _valid2 = _errs149 === errors;
if(_valid2 && valid35){
valid35 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid35 = true;
passing1 = 1;
}
const _errs150 = errors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.plain === undefined){
const err94 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/oneOf/2/required",keyword:"required",params:{missingProperty: "plain"},message:"must have required property '"+"plain"+"'",schema:schema31.properties.spec.properties.settings.properties.auth.oneOf[2].required,parentSchema:schema31.properties.spec.properties.settings.properties.auth.oneOf[2],data:data58};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
var _valid2 = _errs150 === errors;
if(_valid2 && valid35){
valid35 = false;
passing1 = [passing1, 2];
}
else {
if(_valid2){
valid35 = true;
passing1 = 2;
}
}
}
if(!valid35){
const err95 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.settings.properties.auth.oneOf,parentSchema:schema31.properties.spec.properties.settings.properties.auth,data:data58};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
else {
errors = _errs142;
if(vErrors !== null){
if(_errs142){
vErrors.length = _errs142;
}
else {
vErrors = null;
}
}
}
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key16 in data58){
if(!((key16 === "plain") || (key16 === "secret"))){
const err96 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.settings.properties.auth,data:data58};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data58.plain !== undefined){
let data59 = data58.plain;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key17 in data59){
if(!((key17 === "password") || (key17 === "username"))){
const err97 = {instancePath:instancePath+"/spec/settings/auth/plain",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/plain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.plain,data:data59};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data59.password !== undefined){
let data60 = data59.password;
if(typeof data60 !== "string"){
const err98 = {instancePath:instancePath+"/spec/settings/auth/plain/password",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/plain/properties/password/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.auth.properties.plain.properties.password.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.plain.properties.password,data:data60};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data59.username !== undefined){
let data61 = data59.username;
if(typeof data61 !== "string"){
const err99 = {instancePath:instancePath+"/spec/settings/auth/plain/username",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/plain/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.auth.properties.plain.properties.username.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.plain.properties.username,data:data61};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/spec/settings/auth/plain",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/plain/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.settings.properties.auth.properties.plain.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.plain,data:data59};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data58.secret !== undefined){
let data62 = data58.secret;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key18 in data62){
if(!(((key18 === "name") || (key18 === "passwordField")) || (key18 === "usernameField"))){
const err101 = {instancePath:instancePath+"/spec/settings/auth/secret",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.secret,data:data62};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data62.name !== undefined){
let data63 = data62.name;
if(typeof data63 !== "string"){
const err102 = {instancePath:instancePath+"/spec/settings/auth/secret/name",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/secret/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.name.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.name,data:data63};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data62.passwordField !== undefined){
let data64 = data62.passwordField;
if(typeof data64 !== "string"){
const err103 = {instancePath:instancePath+"/spec/settings/auth/secret/passwordField",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/secret/properties/passwordField/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.passwordField.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.passwordField,data:data64};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data62.usernameField !== undefined){
let data65 = data62.usernameField;
if(typeof data65 !== "string"){
const err104 = {instancePath:instancePath+"/spec/settings/auth/secret/usernameField",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/secret/properties/usernameField/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.usernameField.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.properties.usernameField,data:data65};
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
else {
const err105 = {instancePath:instancePath+"/spec/settings/auth/secret",schemaPath:"#/properties/spec/properties/settings/properties/auth/properties/secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.settings.properties.auth.properties.secret.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth.properties.secret,data:data62};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec/settings/auth",schemaPath:"#/properties/spec/properties/settings/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.settings.properties.auth.type,parentSchema:schema31.properties.spec.properties.settings.properties.auth,data:data58};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data57.bufferFlushTimeout !== undefined){
let data66 = data57.bufferFlushTimeout;
if(typeof data66 !== "string"){
const err107 = {instancePath:instancePath+"/spec/settings/bufferFlushTimeout",schemaPath:"#/properties/spec/properties/settings/properties/bufferFlushTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.bufferFlushTimeout.type,parentSchema:schema31.properties.spec.properties.settings.properties.bufferFlushTimeout,data:data66};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data57.caseInsensitive !== undefined){
let data67 = data57.caseInsensitive;
if(typeof data67 !== "boolean"){
const err108 = {instancePath:instancePath+"/spec/settings/caseInsensitive",schemaPath:"#/properties/spec/properties/settings/properties/caseInsensitive/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.settings.properties.caseInsensitive.type,parentSchema:schema31.properties.spec.properties.settings.properties.caseInsensitive,data:data67};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data57.enableCommandStats !== undefined){
let data68 = data57.enableCommandStats;
if(typeof data68 !== "boolean"){
const err109 = {instancePath:instancePath+"/spec/settings/enableCommandStats",schemaPath:"#/properties/spec/properties/settings/properties/enableCommandStats/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.settings.properties.enableCommandStats.type,parentSchema:schema31.properties.spec.properties.settings.properties.enableCommandStats,data:data68};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data57.enableHashtagging !== undefined){
let data69 = data57.enableHashtagging;
if(typeof data69 !== "boolean"){
const err110 = {instancePath:instancePath+"/spec/settings/enableHashtagging",schemaPath:"#/properties/spec/properties/settings/properties/enableHashtagging/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.settings.properties.enableHashtagging.type,parentSchema:schema31.properties.spec.properties.settings.properties.enableHashtagging,data:data69};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data57.enableRedirection !== undefined){
let data70 = data57.enableRedirection;
if(typeof data70 !== "boolean"){
const err111 = {instancePath:instancePath+"/spec/settings/enableRedirection",schemaPath:"#/properties/spec/properties/settings/properties/enableRedirection/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.settings.properties.enableRedirection.type,parentSchema:schema31.properties.spec.properties.settings.properties.enableRedirection,data:data70};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data57.maxBufferSizeBeforeFlush !== undefined){
let data71 = data57.maxBufferSizeBeforeFlush;
if(!((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71)))){
const err112 = {instancePath:instancePath+"/spec/settings/maxBufferSizeBeforeFlush",schemaPath:"#/properties/spec/properties/settings/properties/maxBufferSizeBeforeFlush/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.settings.properties.maxBufferSizeBeforeFlush.type,parentSchema:schema31.properties.spec.properties.settings.properties.maxBufferSizeBeforeFlush,data:data71};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(typeof data71 == "number"){
if(!(formats4.validate(data71))){
const err113 = {instancePath:instancePath+"/spec/settings/maxBufferSizeBeforeFlush",schemaPath:"#/properties/spec/properties/settings/properties/maxBufferSizeBeforeFlush/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.settings.properties.maxBufferSizeBeforeFlush,data:data71};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
if(data57.maxUpstreamUnknownConnections !== undefined){
let data72 = data57.maxUpstreamUnknownConnections;
if(!((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72)))){
const err114 = {instancePath:instancePath+"/spec/settings/maxUpstreamUnknownConnections",schemaPath:"#/properties/spec/properties/settings/properties/maxUpstreamUnknownConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.settings.properties.maxUpstreamUnknownConnections.type,parentSchema:schema31.properties.spec.properties.settings.properties.maxUpstreamUnknownConnections,data:data72};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(typeof data72 == "number"){
if(!(formats4.validate(data72))){
const err115 = {instancePath:instancePath+"/spec/settings/maxUpstreamUnknownConnections",schemaPath:"#/properties/spec/properties/settings/properties/maxUpstreamUnknownConnections/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.settings.properties.maxUpstreamUnknownConnections,data:data72};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
if(data57.opTimeout !== undefined){
let data73 = data57.opTimeout;
if(typeof data73 !== "string"){
const err116 = {instancePath:instancePath+"/spec/settings/opTimeout",schemaPath:"#/properties/spec/properties/settings/properties/opTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.opTimeout.type,parentSchema:schema31.properties.spec.properties.settings.properties.opTimeout,data:data73};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data57.readPolicy !== undefined){
let data74 = data57.readPolicy;
if(typeof data74 !== "string"){
const err117 = {instancePath:instancePath+"/spec/settings/readPolicy",schemaPath:"#/properties/spec/properties/settings/properties/readPolicy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.settings.properties.readPolicy.type,parentSchema:schema31.properties.spec.properties.settings.properties.readPolicy,data:data74};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(!(((((data74 === "MASTER") || (data74 === "PREFER_MASTER")) || (data74 === "REPLICA")) || (data74 === "PREFER_REPLICA")) || (data74 === "ANY"))){
const err118 = {instancePath:instancePath+"/spec/settings/readPolicy",schemaPath:"#/properties/spec/properties/settings/properties/readPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.settings.properties.readPolicy.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.settings.properties.readPolicy.enum,parentSchema:schema31.properties.spec.properties.settings.properties.readPolicy,data:data74};
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
else {
const err119 = {instancePath:instancePath+"/spec/settings",schemaPath:"#/properties/spec/properties/settings/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.settings.type,parentSchema:schema31.properties.spec.properties.settings,data:data57};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","enum":["aeraki.io/v1alpha1"]},"kind":{"type":"string","enum":["Codec"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","required":["header","length"],"properties":{"codec":{"type":"string","minLength":1},"byteOrder":{"type":"string","enum":["big","little"]},"multiplexes":{"type":"boolean"},"header":{"type":"object","required":["size","fields"],"properties":{"size":{"type":"integer","format":"int32","minimum":1,"maximum":65535},"fields":{"type":"array","minItems":1,"items":{"type":"object","required":["name","offset","size"],"properties":{"name":{"type":"string","minLength":1},"offset":{"type":"integer","format":"int32","minimum":0,"maximum":65534},"size":{"type":"integer","format":"int32","minimum":1,"maximum":65535},"type":{"type":"string","enum":["uint","text","hex"]},"value":{"type":["integer","string"]},"mask":{"type":"integer","format":"int64","minimum":1},"names":{"type":"object","additionalProperties":{"type":"string"}},"attribute":{"type":"string","minLength":1}},"additionalProperties":false}}},"additionalProperties":false},"length":{"type":"object","required":["field"],"properties":{"field":{"type":"string"},"counts":{"type":"string","enum":["message","body"]},"add":{"type":"integer","format":"int32"}},"additionalProperties":false},"prefixed":{"type":"array","items":{"type":"object","required":["name","lengthSize"],"properties":{"name":{"type":"string","minLength":1},"lengthSize":{"type":"integer","format":"int32","minimum":1,"maximum":4},"attribute":{"type":"string","minLength":1}},"additionalProperties":false}},"id":{"type":"string"},"kind":{"type":"object","required":["field"],"properties":{"field":{"type":"string"},"request":{"type":"array","items":{"type":"integer","format":"int64","minimum":0}},"response":{"type":"array","items":{"type":"integer","format":"int64","minimum":0}},"oneWay":{"type":"array","items":{"type":"integer","format":"int64","minimum":0}},"heartbeat":{"type":"array","items":{"type":"integer","format":"int64","minimum":0}}},"additionalProperties":false},"status":{"type":"object","required":["field","ok"],"properties":{"field":{"type":"string"},"ok":{"type":"array","items":{"type":"integer","format":"int64","minimum":0}}},"additionalProperties":false},"errorReply":{"type":"object","properties":{"set":{"type":"object","additionalProperties":{"type":"integer","format":"int64","minimum":0}},"noRoute":{"type":"integer","format":"int64","minimum":0},"badResponse":{"type":"integer","format":"int64","minimum":0},"other":{"type":"integer","format":"int64","minimum":0}},"additionalProperties":false},"heartbeatReply":{"type":"object","properties":{"set":{"type":"object","additionalProperties":{"type":"integer","format":"int64","minimum":0}}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false};
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
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
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
if(!(data0 === "aeraki.io/v1alpha1")){
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
if(!(data1 === "Codec")){
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
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.header === undefined){
const err42 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "header"},message:"must have required property '"+"header"+"'",schema:schema31.properties.spec.required,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data29.length === undefined){
const err43 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "length"},message:"must have required property '"+"length"+"'",schema:schema31.properties.spec.required,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key5 in data29){
if(!(func1.call(schema31.properties.spec.properties, key5))){
const err44 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data29.codec !== undefined){
let data30 = data29.codec;
if(typeof data30 === "string"){
if(data30.length < 1){
const err45 = {instancePath:instancePath+"/spec/codec",schemaPath:"#/properties/spec/properties/codec/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.codec,data:data30};
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
const err46 = {instancePath:instancePath+"/spec/codec",schemaPath:"#/properties/spec/properties/codec/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.codec.type,parentSchema:schema31.properties.spec.properties.codec,data:data30};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data29.byteOrder !== undefined){
let data31 = data29.byteOrder;
if(typeof data31 !== "string"){
const err47 = {instancePath:instancePath+"/spec/byteOrder",schemaPath:"#/properties/spec/properties/byteOrder/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.byteOrder.type,parentSchema:schema31.properties.spec.properties.byteOrder,data:data31};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((data31 === "big") || (data31 === "little"))){
const err48 = {instancePath:instancePath+"/spec/byteOrder",schemaPath:"#/properties/spec/properties/byteOrder/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.byteOrder.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.byteOrder.enum,parentSchema:schema31.properties.spec.properties.byteOrder,data:data31};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data29.multiplexes !== undefined){
let data32 = data29.multiplexes;
if(typeof data32 !== "boolean"){
const err49 = {instancePath:instancePath+"/spec/multiplexes",schemaPath:"#/properties/spec/properties/multiplexes/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.multiplexes.type,parentSchema:schema31.properties.spec.properties.multiplexes,data:data32};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data29.header !== undefined){
let data33 = data29.header;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.size === undefined){
const err50 = {instancePath:instancePath+"/spec/header",schemaPath:"#/properties/spec/properties/header/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema31.properties.spec.properties.header.required,parentSchema:schema31.properties.spec.properties.header,data:data33};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data33.fields === undefined){
const err51 = {instancePath:instancePath+"/spec/header",schemaPath:"#/properties/spec/properties/header/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema31.properties.spec.properties.header.required,parentSchema:schema31.properties.spec.properties.header,data:data33};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key6 in data33){
if(!((key6 === "size") || (key6 === "fields"))){
const err52 = {instancePath:instancePath+"/spec/header",schemaPath:"#/properties/spec/properties/header/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.header,data:data33};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data33.size !== undefined){
let data34 = data33.size;
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
const err53 = {instancePath:instancePath+"/spec/header/size",schemaPath:"#/properties/spec/properties/header/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.header.properties.size.type,parentSchema:schema31.properties.spec.properties.header.properties.size,data:data34};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(typeof data34 == "number"){
if(data34 > 65535 || isNaN(data34)){
const err54 = {instancePath:instancePath+"/spec/header/size",schemaPath:"#/properties/spec/properties/header/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.header.properties.size,data:data34};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err55 = {instancePath:instancePath+"/spec/header/size",schemaPath:"#/properties/spec/properties/header/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.size,data:data34};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!(formats8.validate(data34))){
const err56 = {instancePath:instancePath+"/spec/header/size",schemaPath:"#/properties/spec/properties/header/properties/size/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.header.properties.size,data:data34};
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
if(data33.fields !== undefined){
let data35 = data33.fields;
if(Array.isArray(data35)){
if(data35.length < 1){
const err57 = {instancePath:instancePath+"/spec/header/fields",schemaPath:"#/properties/spec/properties/header/properties/fields/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.fields,data:data35};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len3 = data35.length;
for(let i3=0; i3<len3; i3++){
let data36 = data35[i3];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.name === undefined){
const err58 = {instancePath:instancePath+"/spec/header/fields/" + i3,schemaPath:"#/properties/spec/properties/header/properties/fields/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.header.properties.fields.items.required,parentSchema:schema31.properties.spec.properties.header.properties.fields.items,data:data36};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data36.offset === undefined){
const err59 = {instancePath:instancePath+"/spec/header/fields/" + i3,schemaPath:"#/properties/spec/properties/header/properties/fields/items/required",keyword:"required",params:{missingProperty: "offset"},message:"must have required property '"+"offset"+"'",schema:schema31.properties.spec.properties.header.properties.fields.items.required,parentSchema:schema31.properties.spec.properties.header.properties.fields.items,data:data36};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data36.size === undefined){
const err60 = {instancePath:instancePath+"/spec/header/fields/" + i3,schemaPath:"#/properties/spec/properties/header/properties/fields/items/required",keyword:"required",params:{missingProperty: "size"},message:"must have required property '"+"size"+"'",schema:schema31.properties.spec.properties.header.properties.fields.items.required,parentSchema:schema31.properties.spec.properties.header.properties.fields.items,data:data36};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key7 in data36){
if(!((((((((key7 === "name") || (key7 === "offset")) || (key7 === "size")) || (key7 === "type")) || (key7 === "value")) || (key7 === "mask")) || (key7 === "names")) || (key7 === "attribute"))){
const err61 = {instancePath:instancePath+"/spec/header/fields/" + i3,schemaPath:"#/properties/spec/properties/header/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.header.properties.fields.items,data:data36};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data36.name !== undefined){
let data37 = data36.name;
if(typeof data37 === "string"){
if(data37.length < 1){
const err62 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/name",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.name,data:data37};
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
const err63 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/name",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.name.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.name,data:data37};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data36.offset !== undefined){
let data38 = data36.offset;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
const err64 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/offset",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.offset.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.offset,data:data38};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(typeof data38 == "number"){
if(data38 > 65534 || isNaN(data38)){
const err65 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/offset",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/offset/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65534},message:"must be <= 65534",schema:65534,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.offset,data:data38};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err66 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/offset",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/offset/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.offset,data:data38};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!(formats8.validate(data38))){
const err67 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/offset",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/offset/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.offset,data:data38};
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
if(data36.size !== undefined){
let data39 = data36.size;
if(!((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39)))){
const err68 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/size",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.size.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.size,data:data39};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(typeof data39 == "number"){
if(data39 > 65535 || isNaN(data39)){
const err69 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/size",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.size,data:data39};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data39 < 1 || isNaN(data39)){
const err70 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/size",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.size,data:data39};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(formats8.validate(data39))){
const err71 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/size",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/size/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.size,data:data39};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data36.type !== undefined){
let data40 = data36.type;
if(typeof data40 !== "string"){
const err72 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/type",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.type.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.type,data:data40};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!(((data40 === "uint") || (data40 === "text")) || (data40 === "hex"))){
const err73 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/type",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.header.properties.fields.items.properties.type.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.type.enum,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.type,data:data40};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data36.value !== undefined){
let data41 = data36.value;
if((!((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41)))) && (typeof data41 !== "string")){
const err74 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/value",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/value/type",keyword:"type",params:{type: schema31.properties.spec.properties.header.properties.fields.items.properties.value.type},message:"must be integer,string",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.value.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.value,data:data41};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data36.mask !== undefined){
let data42 = data36.mask;
if(!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))){
const err75 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/mask",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/mask/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.mask.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.mask,data:data42};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(typeof data42 == "number"){
if(data42 < 1 || isNaN(data42)){
const err76 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/mask",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/mask/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.mask,data:data42};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!(formats4.validate(data42))){
const err77 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/mask",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/mask/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.mask,data:data42};
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
if(data36.names !== undefined){
let data43 = data36.names;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key8 in data43){
let data44 = data43[key8];
if(typeof data44 !== "string"){
const err78 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/names/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/names/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.names.additionalProperties.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.names.additionalProperties,data:data44};
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
const err79 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/names",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/names/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.names.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.names,data:data43};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data36.attribute !== undefined){
let data45 = data36.attribute;
if(typeof data45 === "string"){
if(data45.length < 1){
const err80 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/attribute",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/attribute/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.attribute,data:data45};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/spec/header/fields/" + i3+"/attribute",schemaPath:"#/properties/spec/properties/header/properties/fields/items/properties/attribute/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.header.properties.fields.items.properties.attribute.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items.properties.attribute,data:data45};
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
const err82 = {instancePath:instancePath+"/spec/header/fields/" + i3,schemaPath:"#/properties/spec/properties/header/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.header.properties.fields.items.type,parentSchema:schema31.properties.spec.properties.header.properties.fields.items,data:data36};
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
const err83 = {instancePath:instancePath+"/spec/header/fields",schemaPath:"#/properties/spec/properties/header/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.header.properties.fields.type,parentSchema:schema31.properties.spec.properties.header.properties.fields,data:data35};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/spec/header",schemaPath:"#/properties/spec/properties/header/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.header.type,parentSchema:schema31.properties.spec.properties.header,data:data33};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data29.length !== undefined){
let data46 = data29.length;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.field === undefined){
const err85 = {instancePath:instancePath+"/spec/length",schemaPath:"#/properties/spec/properties/length/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'",schema:schema31.properties.spec.properties.length.required,parentSchema:schema31.properties.spec.properties.length,data:data46};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key9 in data46){
if(!(((key9 === "field") || (key9 === "counts")) || (key9 === "add"))){
const err86 = {instancePath:instancePath+"/spec/length",schemaPath:"#/properties/spec/properties/length/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.length,data:data46};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data46.field !== undefined){
let data47 = data46.field;
if(typeof data47 !== "string"){
const err87 = {instancePath:instancePath+"/spec/length/field",schemaPath:"#/properties/spec/properties/length/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.length.properties.field.type,parentSchema:schema31.properties.spec.properties.length.properties.field,data:data47};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data46.counts !== undefined){
let data48 = data46.counts;
if(typeof data48 !== "string"){
const err88 = {instancePath:instancePath+"/spec/length/counts",schemaPath:"#/properties/spec/properties/length/properties/counts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.length.properties.counts.type,parentSchema:schema31.properties.spec.properties.length.properties.counts,data:data48};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!((data48 === "message") || (data48 === "body"))){
const err89 = {instancePath:instancePath+"/spec/length/counts",schemaPath:"#/properties/spec/properties/length/properties/counts/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.length.properties.counts.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.length.properties.counts.enum,parentSchema:schema31.properties.spec.properties.length.properties.counts,data:data48};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data46.add !== undefined){
let data49 = data46.add;
if(!((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49)))){
const err90 = {instancePath:instancePath+"/spec/length/add",schemaPath:"#/properties/spec/properties/length/properties/add/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.length.properties.add.type,parentSchema:schema31.properties.spec.properties.length.properties.add,data:data49};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(typeof data49 == "number"){
if(!(formats8.validate(data49))){
const err91 = {instancePath:instancePath+"/spec/length/add",schemaPath:"#/properties/spec/properties/length/properties/add/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.length.properties.add,data:data49};
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
}
else {
const err92 = {instancePath:instancePath+"/spec/length",schemaPath:"#/properties/spec/properties/length/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.length.type,parentSchema:schema31.properties.spec.properties.length,data:data46};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data29.prefixed !== undefined){
let data50 = data29.prefixed;
if(Array.isArray(data50)){
const len4 = data50.length;
for(let i4=0; i4<len4; i4++){
let data51 = data50[i4];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.name === undefined){
const err93 = {instancePath:instancePath+"/spec/prefixed/" + i4,schemaPath:"#/properties/spec/properties/prefixed/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.prefixed.items.required,parentSchema:schema31.properties.spec.properties.prefixed.items,data:data51};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data51.lengthSize === undefined){
const err94 = {instancePath:instancePath+"/spec/prefixed/" + i4,schemaPath:"#/properties/spec/properties/prefixed/items/required",keyword:"required",params:{missingProperty: "lengthSize"},message:"must have required property '"+"lengthSize"+"'",schema:schema31.properties.spec.properties.prefixed.items.required,parentSchema:schema31.properties.spec.properties.prefixed.items,data:data51};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key10 in data51){
if(!(((key10 === "name") || (key10 === "lengthSize")) || (key10 === "attribute"))){
const err95 = {instancePath:instancePath+"/spec/prefixed/" + i4,schemaPath:"#/properties/spec/properties/prefixed/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.prefixed.items,data:data51};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data51.name !== undefined){
let data52 = data51.name;
if(typeof data52 === "string"){
if(data52.length < 1){
const err96 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/name",schemaPath:"#/properties/spec/properties/prefixed/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.name,data:data52};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/name",schemaPath:"#/properties/spec/properties/prefixed/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.prefixed.items.properties.name.type,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.name,data:data52};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data51.lengthSize !== undefined){
let data53 = data51.lengthSize;
if(!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))){
const err98 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/lengthSize",schemaPath:"#/properties/spec/properties/prefixed/items/properties/lengthSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.prefixed.items.properties.lengthSize.type,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.lengthSize,data:data53};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(typeof data53 == "number"){
if(data53 > 4 || isNaN(data53)){
const err99 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/lengthSize",schemaPath:"#/properties/spec/properties/prefixed/items/properties/lengthSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4},message:"must be <= 4",schema:4,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.lengthSize,data:data53};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data53 < 1 || isNaN(data53)){
const err100 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/lengthSize",schemaPath:"#/properties/spec/properties/prefixed/items/properties/lengthSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.lengthSize,data:data53};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!(formats8.validate(data53))){
const err101 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/lengthSize",schemaPath:"#/properties/spec/properties/prefixed/items/properties/lengthSize/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.prefixed.items.properties.lengthSize,data:data53};
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
if(data51.attribute !== undefined){
let data54 = data51.attribute;
if(typeof data54 === "string"){
if(data54.length < 1){
const err102 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/attribute",schemaPath:"#/properties/spec/properties/prefixed/items/properties/attribute/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.attribute,data:data54};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/spec/prefixed/" + i4+"/attribute",schemaPath:"#/properties/spec/properties/prefixed/items/properties/attribute/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.prefixed.items.properties.attribute.type,parentSchema:schema31.properties.spec.properties.prefixed.items.properties.attribute,data:data54};
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
const err104 = {instancePath:instancePath+"/spec/prefixed/" + i4,schemaPath:"#/properties/spec/properties/prefixed/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.prefixed.items.type,parentSchema:schema31.properties.spec.properties.prefixed.items,data:data51};
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
const err105 = {instancePath:instancePath+"/spec/prefixed",schemaPath:"#/properties/spec/properties/prefixed/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.prefixed.type,parentSchema:schema31.properties.spec.properties.prefixed,data:data50};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data29.id !== undefined){
let data55 = data29.id;
if(typeof data55 !== "string"){
const err106 = {instancePath:instancePath+"/spec/id",schemaPath:"#/properties/spec/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.id.type,parentSchema:schema31.properties.spec.properties.id,data:data55};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data29.kind !== undefined){
let data56 = data29.kind;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.field === undefined){
const err107 = {instancePath:instancePath+"/spec/kind",schemaPath:"#/properties/spec/properties/kind/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'",schema:schema31.properties.spec.properties.kind.required,parentSchema:schema31.properties.spec.properties.kind,data:data56};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
for(const key11 in data56){
if(!(((((key11 === "field") || (key11 === "request")) || (key11 === "response")) || (key11 === "oneWay")) || (key11 === "heartbeat"))){
const err108 = {instancePath:instancePath+"/spec/kind",schemaPath:"#/properties/spec/properties/kind/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.kind,data:data56};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data56.field !== undefined){
let data57 = data56.field;
if(typeof data57 !== "string"){
const err109 = {instancePath:instancePath+"/spec/kind/field",schemaPath:"#/properties/spec/properties/kind/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.kind.properties.field.type,parentSchema:schema31.properties.spec.properties.kind.properties.field,data:data57};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data56.request !== undefined){
let data58 = data56.request;
if(Array.isArray(data58)){
const len5 = data58.length;
for(let i5=0; i5<len5; i5++){
let data59 = data58[i5];
if(!((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59)))){
const err110 = {instancePath:instancePath+"/spec/kind/request/" + i5,schemaPath:"#/properties/spec/properties/kind/properties/request/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.kind.properties.request.items.type,parentSchema:schema31.properties.spec.properties.kind.properties.request.items,data:data59};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(typeof data59 == "number"){
if(data59 < 0 || isNaN(data59)){
const err111 = {instancePath:instancePath+"/spec/kind/request/" + i5,schemaPath:"#/properties/spec/properties/kind/properties/request/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.kind.properties.request.items,data:data59};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(!(formats4.validate(data59))){
const err112 = {instancePath:instancePath+"/spec/kind/request/" + i5,schemaPath:"#/properties/spec/properties/kind/properties/request/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.kind.properties.request.items,data:data59};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
}
else {
const err113 = {instancePath:instancePath+"/spec/kind/request",schemaPath:"#/properties/spec/properties/kind/properties/request/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.kind.properties.request.type,parentSchema:schema31.properties.spec.properties.kind.properties.request,data:data58};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data56.response !== undefined){
let data60 = data56.response;
if(Array.isArray(data60)){
const len6 = data60.length;
for(let i6=0; i6<len6; i6++){
let data61 = data60[i6];
if(!((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61)))){
const err114 = {instancePath:instancePath+"/spec/kind/response/" + i6,schemaPath:"#/properties/spec/properties/kind/properties/response/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.kind.properties.response.items.type,parentSchema:schema31.properties.spec.properties.kind.properties.response.items,data:data61};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(typeof data61 == "number"){
if(data61 < 0 || isNaN(data61)){
const err115 = {instancePath:instancePath+"/spec/kind/response/" + i6,schemaPath:"#/properties/spec/properties/kind/properties/response/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.kind.properties.response.items,data:data61};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!(formats4.validate(data61))){
const err116 = {instancePath:instancePath+"/spec/kind/response/" + i6,schemaPath:"#/properties/spec/properties/kind/properties/response/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.kind.properties.response.items,data:data61};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
}
else {
const err117 = {instancePath:instancePath+"/spec/kind/response",schemaPath:"#/properties/spec/properties/kind/properties/response/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.kind.properties.response.type,parentSchema:schema31.properties.spec.properties.kind.properties.response,data:data60};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data56.oneWay !== undefined){
let data62 = data56.oneWay;
if(Array.isArray(data62)){
const len7 = data62.length;
for(let i7=0; i7<len7; i7++){
let data63 = data62[i7];
if(!((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63)))){
const err118 = {instancePath:instancePath+"/spec/kind/oneWay/" + i7,schemaPath:"#/properties/spec/properties/kind/properties/oneWay/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.kind.properties.oneWay.items.type,parentSchema:schema31.properties.spec.properties.kind.properties.oneWay.items,data:data63};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(typeof data63 == "number"){
if(data63 < 0 || isNaN(data63)){
const err119 = {instancePath:instancePath+"/spec/kind/oneWay/" + i7,schemaPath:"#/properties/spec/properties/kind/properties/oneWay/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.kind.properties.oneWay.items,data:data63};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!(formats4.validate(data63))){
const err120 = {instancePath:instancePath+"/spec/kind/oneWay/" + i7,schemaPath:"#/properties/spec/properties/kind/properties/oneWay/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.kind.properties.oneWay.items,data:data63};
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
}
else {
const err121 = {instancePath:instancePath+"/spec/kind/oneWay",schemaPath:"#/properties/spec/properties/kind/properties/oneWay/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.kind.properties.oneWay.type,parentSchema:schema31.properties.spec.properties.kind.properties.oneWay,data:data62};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data56.heartbeat !== undefined){
let data64 = data56.heartbeat;
if(Array.isArray(data64)){
const len8 = data64.length;
for(let i8=0; i8<len8; i8++){
let data65 = data64[i8];
if(!((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65)))){
const err122 = {instancePath:instancePath+"/spec/kind/heartbeat/" + i8,schemaPath:"#/properties/spec/properties/kind/properties/heartbeat/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.kind.properties.heartbeat.items.type,parentSchema:schema31.properties.spec.properties.kind.properties.heartbeat.items,data:data65};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(typeof data65 == "number"){
if(data65 < 0 || isNaN(data65)){
const err123 = {instancePath:instancePath+"/spec/kind/heartbeat/" + i8,schemaPath:"#/properties/spec/properties/kind/properties/heartbeat/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.kind.properties.heartbeat.items,data:data65};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!(formats4.validate(data65))){
const err124 = {instancePath:instancePath+"/spec/kind/heartbeat/" + i8,schemaPath:"#/properties/spec/properties/kind/properties/heartbeat/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.kind.properties.heartbeat.items,data:data65};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
}
else {
const err125 = {instancePath:instancePath+"/spec/kind/heartbeat",schemaPath:"#/properties/spec/properties/kind/properties/heartbeat/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.kind.properties.heartbeat.type,parentSchema:schema31.properties.spec.properties.kind.properties.heartbeat,data:data64};
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
const err126 = {instancePath:instancePath+"/spec/kind",schemaPath:"#/properties/spec/properties/kind/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.kind.type,parentSchema:schema31.properties.spec.properties.kind,data:data56};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data29.status !== undefined){
let data66 = data29.status;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.field === undefined){
const err127 = {instancePath:instancePath+"/spec/status",schemaPath:"#/properties/spec/properties/status/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'",schema:schema31.properties.spec.properties.status.required,parentSchema:schema31.properties.spec.properties.status,data:data66};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data66.ok === undefined){
const err128 = {instancePath:instancePath+"/spec/status",schemaPath:"#/properties/spec/properties/status/required",keyword:"required",params:{missingProperty: "ok"},message:"must have required property '"+"ok"+"'",schema:schema31.properties.spec.properties.status.required,parentSchema:schema31.properties.spec.properties.status,data:data66};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
for(const key12 in data66){
if(!((key12 === "field") || (key12 === "ok"))){
const err129 = {instancePath:instancePath+"/spec/status",schemaPath:"#/properties/spec/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.status,data:data66};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data66.field !== undefined){
let data67 = data66.field;
if(typeof data67 !== "string"){
const err130 = {instancePath:instancePath+"/spec/status/field",schemaPath:"#/properties/spec/properties/status/properties/field/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.status.properties.field.type,parentSchema:schema31.properties.spec.properties.status.properties.field,data:data67};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data66.ok !== undefined){
let data68 = data66.ok;
if(Array.isArray(data68)){
const len9 = data68.length;
for(let i9=0; i9<len9; i9++){
let data69 = data68[i9];
if(!((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69)))){
const err131 = {instancePath:instancePath+"/spec/status/ok/" + i9,schemaPath:"#/properties/spec/properties/status/properties/ok/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.status.properties.ok.items.type,parentSchema:schema31.properties.spec.properties.status.properties.ok.items,data:data69};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(typeof data69 == "number"){
if(data69 < 0 || isNaN(data69)){
const err132 = {instancePath:instancePath+"/spec/status/ok/" + i9,schemaPath:"#/properties/spec/properties/status/properties/ok/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.status.properties.ok.items,data:data69};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!(formats4.validate(data69))){
const err133 = {instancePath:instancePath+"/spec/status/ok/" + i9,schemaPath:"#/properties/spec/properties/status/properties/ok/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.status.properties.ok.items,data:data69};
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
}
else {
const err134 = {instancePath:instancePath+"/spec/status/ok",schemaPath:"#/properties/spec/properties/status/properties/ok/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.status.properties.ok.type,parentSchema:schema31.properties.spec.properties.status.properties.ok,data:data68};
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
const err135 = {instancePath:instancePath+"/spec/status",schemaPath:"#/properties/spec/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.status.type,parentSchema:schema31.properties.spec.properties.status,data:data66};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data29.errorReply !== undefined){
let data70 = data29.errorReply;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key13 in data70){
if(!((((key13 === "set") || (key13 === "noRoute")) || (key13 === "badResponse")) || (key13 === "other"))){
const err136 = {instancePath:instancePath+"/spec/errorReply",schemaPath:"#/properties/spec/properties/errorReply/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.errorReply,data:data70};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data70.set !== undefined){
let data71 = data70.set;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key14 in data71){
let data72 = data71[key14];
if(!((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72)))){
const err137 = {instancePath:instancePath+"/spec/errorReply/set/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/errorReply/properties/set/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.errorReply.properties.set.additionalProperties.type,parentSchema:schema31.properties.spec.properties.errorReply.properties.set.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(typeof data72 == "number"){
if(data72 < 0 || isNaN(data72)){
const err138 = {instancePath:instancePath+"/spec/errorReply/set/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/errorReply/properties/set/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.errorReply.properties.set.additionalProperties,data:data72};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!(formats4.validate(data72))){
const err139 = {instancePath:instancePath+"/spec/errorReply/set/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/errorReply/properties/set/additionalProperties/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.errorReply.properties.set.additionalProperties,data:data72};
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
}
else {
const err140 = {instancePath:instancePath+"/spec/errorReply/set",schemaPath:"#/properties/spec/properties/errorReply/properties/set/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.errorReply.properties.set.type,parentSchema:schema31.properties.spec.properties.errorReply.properties.set,data:data71};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data70.noRoute !== undefined){
let data73 = data70.noRoute;
if(!((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73)))){
const err141 = {instancePath:instancePath+"/spec/errorReply/noRoute",schemaPath:"#/properties/spec/properties/errorReply/properties/noRoute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.errorReply.properties.noRoute.type,parentSchema:schema31.properties.spec.properties.errorReply.properties.noRoute,data:data73};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(typeof data73 == "number"){
if(data73 < 0 || isNaN(data73)){
const err142 = {instancePath:instancePath+"/spec/errorReply/noRoute",schemaPath:"#/properties/spec/properties/errorReply/properties/noRoute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.errorReply.properties.noRoute,data:data73};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(!(formats4.validate(data73))){
const err143 = {instancePath:instancePath+"/spec/errorReply/noRoute",schemaPath:"#/properties/spec/properties/errorReply/properties/noRoute/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.errorReply.properties.noRoute,data:data73};
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
if(data70.badResponse !== undefined){
let data74 = data70.badResponse;
if(!((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74)))){
const err144 = {instancePath:instancePath+"/spec/errorReply/badResponse",schemaPath:"#/properties/spec/properties/errorReply/properties/badResponse/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.errorReply.properties.badResponse.type,parentSchema:schema31.properties.spec.properties.errorReply.properties.badResponse,data:data74};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(typeof data74 == "number"){
if(data74 < 0 || isNaN(data74)){
const err145 = {instancePath:instancePath+"/spec/errorReply/badResponse",schemaPath:"#/properties/spec/properties/errorReply/properties/badResponse/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.errorReply.properties.badResponse,data:data74};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(!(formats4.validate(data74))){
const err146 = {instancePath:instancePath+"/spec/errorReply/badResponse",schemaPath:"#/properties/spec/properties/errorReply/properties/badResponse/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.errorReply.properties.badResponse,data:data74};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
if(data70.other !== undefined){
let data75 = data70.other;
if(!((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75)))){
const err147 = {instancePath:instancePath+"/spec/errorReply/other",schemaPath:"#/properties/spec/properties/errorReply/properties/other/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.errorReply.properties.other.type,parentSchema:schema31.properties.spec.properties.errorReply.properties.other,data:data75};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(typeof data75 == "number"){
if(data75 < 0 || isNaN(data75)){
const err148 = {instancePath:instancePath+"/spec/errorReply/other",schemaPath:"#/properties/spec/properties/errorReply/properties/other/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.errorReply.properties.other,data:data75};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!(formats4.validate(data75))){
const err149 = {instancePath:instancePath+"/spec/errorReply/other",schemaPath:"#/properties/spec/properties/errorReply/properties/other/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.errorReply.properties.other,data:data75};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
}
else {
const err150 = {instancePath:instancePath+"/spec/errorReply",schemaPath:"#/properties/spec/properties/errorReply/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.errorReply.type,parentSchema:schema31.properties.spec.properties.errorReply,data:data70};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data29.heartbeatReply !== undefined){
let data76 = data29.heartbeatReply;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key15 in data76){
if(!(key15 === "set")){
const err151 = {instancePath:instancePath+"/spec/heartbeatReply",schemaPath:"#/properties/spec/properties/heartbeatReply/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.heartbeatReply,data:data76};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data76.set !== undefined){
let data77 = data76.set;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key16 in data77){
let data78 = data77[key16];
if(!((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78)))){
const err152 = {instancePath:instancePath+"/spec/heartbeatReply/set/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/heartbeatReply/properties/set/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.heartbeatReply.properties.set.additionalProperties.type,parentSchema:schema31.properties.spec.properties.heartbeatReply.properties.set.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(typeof data78 == "number"){
if(data78 < 0 || isNaN(data78)){
const err153 = {instancePath:instancePath+"/spec/heartbeatReply/set/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/heartbeatReply/properties/set/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.heartbeatReply.properties.set.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!(formats4.validate(data78))){
const err154 = {instancePath:instancePath+"/spec/heartbeatReply/set/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/heartbeatReply/properties/set/additionalProperties/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.heartbeatReply.properties.set.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
}
else {
const err155 = {instancePath:instancePath+"/spec/heartbeatReply/set",schemaPath:"#/properties/spec/properties/heartbeatReply/properties/set/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.heartbeatReply.properties.set.type,parentSchema:schema31.properties.spec.properties.heartbeatReply.properties.set,data:data77};
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
else {
const err156 = {instancePath:instancePath+"/spec/heartbeatReply",schemaPath:"#/properties/spec/properties/heartbeatReply/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.heartbeatReply.type,parentSchema:schema31.properties.spec.properties.heartbeatReply,data:data76};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["metaprotocol.aeraki.io/v1alpha1"]},"kind":{"type":"string","enum":["MetaRouter"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"exportTo":{"type":"array","items":{"type":"string"}},"gateways":{"type":"array","items":{"type":"string"}},"globalRateLimit":{"type":"object","properties":{"denyOnFail":{"type":"boolean"},"descriptors":{"type":"array","items":{"type":"object","properties":{"descriptorKey":{"type":"string"},"property":{"type":"string"}},"additionalProperties":false}},"domain":{"type":"string"},"match":{"$ref":"#/$defs/match"},"rateLimitService":{"type":"string"},"requestTimeout":{"type":"string"}},"additionalProperties":false},"hosts":{"type":"array","items":{"type":"string"}},"localRateLimit":{"type":"object","properties":{"conditions":{"type":"array","items":{"type":"object","properties":{"match":{"$ref":"#/$defs/match"},"tokenBucket":{"$ref":"#/$defs/tokenBucket"}},"additionalProperties":false}},"tokenBucket":{"$ref":"#/$defs/tokenBucket"}},"additionalProperties":false},"routes":{"type":"array","items":{"type":"object","properties":{"match":{"$ref":"#/$defs/match"},"mirror":{"$ref":"#/$defs/mirror"},"mirrorPercentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false},"name":{"type":"string"},"requestMutation":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"responseMutation":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"route":{"type":"array","items":{"type":"object","properties":{"destination":{"$ref":"#/$defs/mirror"},"weight":{"type":"integer","format":"int64"}},"additionalProperties":false}}},"additionalProperties":false}}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"],"$defs":{"attributes":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}]}},{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}],"properties":{"exact":{"type":"string"},"prefix":{"type":"string"},"regex":{"type":"string"}},"additionalProperties":false},"match":{"type":"object","properties":{"attributes":{"type":"object","additionalProperties":{"$ref":"#/$defs/attributes"}}},"additionalProperties":false},"mirror":{"type":"object","properties":{"host":{"type":"string"},"port":{"type":"object","properties":{"number":{"type":"integer","format":"int64"}},"additionalProperties":false},"subset":{"type":"string"}},"additionalProperties":false},"tokenBucket":{"type":"object","properties":{"fillInterval":{"type":"string"},"maxTokens":{"type":"integer","format":"int64"},"tokensPerFill":{"type":"integer","format":"int64","x-nullable":true}},"additionalProperties":false}}};
const schema34 = {"type":"object","properties":{"fillInterval":{"type":"string"},"maxTokens":{"type":"integer","format":"int64"},"tokensPerFill":{"type":"integer","format":"int64","x-nullable":true}},"additionalProperties":false};
const schema36 = {"type":"object","properties":{"host":{"type":"string"},"port":{"type":"object","properties":{"number":{"type":"integer","format":"int64"}},"additionalProperties":false},"subset":{"type":"string"}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const formats18 = formats.double;
const schema32 = {"type":"object","properties":{"attributes":{"type":"object","additionalProperties":{"$ref":"#/$defs/attributes"}}},"additionalProperties":false};
const schema33 = {"type":"object","oneOf":[{"not":{"anyOf":[{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}]}},{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}],"properties":{"exact":{"type":"string"},"prefix":{"type":"string"},"regex":{"type":"string"}},"additionalProperties":false};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "attributes")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.attributes !== undefined){
let data0 = data.attributes;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
const _errs8 = errors;
let valid3 = false;
let passing0 = null;
const _errs9 = errors;
const _errs10 = errors;
const _errs11 = errors;
const _errs12 = errors;
let valid5 = false;
const _errs13 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if((data1.exact === undefined) && (missing0 = "exact")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid1 = _errs13 === errors;
valid5 = valid5 || _valid1;
const _errs14 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.prefix === undefined) && (missing1 = "prefix")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid1 = _errs14 === errors;
valid5 = valid5 || _valid1;
const _errs15 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if((data1.regex === undefined) && (missing2 = "regex")){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs15 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
var valid4 = _errs11 === errors;
if(valid4){
const err5 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema33.oneOf[0].not,parentSchema:schema33.oneOf[0],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs9 === errors;
if(_valid0){
valid3 = true;
passing0 = 0;
}
const _errs16 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.exact === undefined){
const err6 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema33.oneOf[1].required,parentSchema:schema33.oneOf[1],data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs16 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid3 = true;
passing0 = 1;
}
const _errs17 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.prefix === undefined){
const err7 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema33.oneOf[2].required,parentSchema:schema33.oneOf[2],data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid3 = true;
passing0 = 2;
}
const _errs18 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.regex === undefined){
const err8 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema33.oneOf[3].required,parentSchema:schema33.oneOf[3],data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs18 === errors;
if(_valid0 && valid3){
valid3 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid3 = true;
passing0 = 3;
}
}
}
}
if(!valid3){
const err9 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema33.oneOf,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key2 in data1){
if(!(((key2 === "exact") || (key2 === "prefix")) || (key2 === "regex"))){
const err10 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.exact !== undefined){
let data2 = data1.exact;
if(typeof data2 !== "string"){
const err11 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/exact",schemaPath:"#/$defs/attributes/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.exact.type,parentSchema:schema33.properties.exact,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.prefix !== undefined){
let data3 = data1.prefix;
if(typeof data3 !== "string"){
const err12 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/prefix",schemaPath:"#/$defs/attributes/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.prefix.type,parentSchema:schema33.properties.prefix,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data1.regex !== undefined){
let data4 = data1.regex;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/regex",schemaPath:"#/$defs/attributes/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.regex.type,parentSchema:schema33.properties.regex,data:data4};
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
const err14 = {instancePath:instancePath+"/attributes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data:data1};
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
const err15 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.attributes.type,parentSchema:schema32.properties.attributes,data:data0};
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
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!(data0 === "metaprotocol.aeraki.io/v1alpha1")){
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
if(!(data1 === "MetaRouter")){
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
if(!((((((key5 === "exportTo") || (key5 === "gateways")) || (key5 === "globalRateLimit")) || (key5 === "hosts")) || (key5 === "localRateLimit")) || (key5 === "routes"))){
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
if(data29.exportTo !== undefined){
let data30 = data29.exportTo;
if(Array.isArray(data30)){
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
if(typeof data31 !== "string"){
const err42 = {instancePath:instancePath+"/spec/exportTo/" + i3,schemaPath:"#/properties/spec/properties/exportTo/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exportTo.items.type,parentSchema:schema31.properties.spec.properties.exportTo.items,data:data31};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/spec/exportTo",schemaPath:"#/properties/spec/properties/exportTo/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exportTo.type,parentSchema:schema31.properties.spec.properties.exportTo,data:data30};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data29.gateways !== undefined){
let data32 = data29.gateways;
if(Array.isArray(data32)){
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
if(typeof data33 !== "string"){
const err44 = {instancePath:instancePath+"/spec/gateways/" + i4,schemaPath:"#/properties/spec/properties/gateways/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.gateways.items.type,parentSchema:schema31.properties.spec.properties.gateways.items,data:data33};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/spec/gateways",schemaPath:"#/properties/spec/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.gateways.type,parentSchema:schema31.properties.spec.properties.gateways,data:data32};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data29.globalRateLimit !== undefined){
let data34 = data29.globalRateLimit;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key6 in data34){
if(!((((((key6 === "denyOnFail") || (key6 === "descriptors")) || (key6 === "domain")) || (key6 === "match")) || (key6 === "rateLimitService")) || (key6 === "requestTimeout"))){
const err46 = {instancePath:instancePath+"/spec/globalRateLimit",schemaPath:"#/properties/spec/properties/globalRateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.globalRateLimit,data:data34};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data34.denyOnFail !== undefined){
let data35 = data34.denyOnFail;
if(typeof data35 !== "boolean"){
const err47 = {instancePath:instancePath+"/spec/globalRateLimit/denyOnFail",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/denyOnFail/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.globalRateLimit.properties.denyOnFail.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.denyOnFail,data:data35};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data34.descriptors !== undefined){
let data36 = data34.descriptors;
if(Array.isArray(data36)){
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
let data37 = data36[i5];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key7 in data37){
if(!((key7 === "descriptorKey") || (key7 === "property"))){
const err48 = {instancePath:instancePath+"/spec/globalRateLimit/descriptors/" + i5,schemaPath:"#/properties/spec/properties/globalRateLimit/properties/descriptors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items,data:data37};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data37.descriptorKey !== undefined){
let data38 = data37.descriptorKey;
if(typeof data38 !== "string"){
const err49 = {instancePath:instancePath+"/spec/globalRateLimit/descriptors/" + i5+"/descriptorKey",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/descriptors/items/properties/descriptorKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items.properties.descriptorKey.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items.properties.descriptorKey,data:data38};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data37.property !== undefined){
let data39 = data37.property;
if(typeof data39 !== "string"){
const err50 = {instancePath:instancePath+"/spec/globalRateLimit/descriptors/" + i5+"/property",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/descriptors/items/properties/property/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items.properties.property.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items.properties.property,data:data39};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/globalRateLimit/descriptors/" + i5,schemaPath:"#/properties/spec/properties/globalRateLimit/properties/descriptors/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.items,data:data37};
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
const err52 = {instancePath:instancePath+"/spec/globalRateLimit/descriptors",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/descriptors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.descriptors,data:data36};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data34.domain !== undefined){
let data40 = data34.domain;
if(typeof data40 !== "string"){
const err53 = {instancePath:instancePath+"/spec/globalRateLimit/domain",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.globalRateLimit.properties.domain.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.domain,data:data40};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data34.match !== undefined){
if(!(validate21(data34.match, {instancePath:instancePath+"/spec/globalRateLimit/match",parentData:data34,parentDataProperty:"match",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data34.rateLimitService !== undefined){
let data42 = data34.rateLimitService;
if(typeof data42 !== "string"){
const err54 = {instancePath:instancePath+"/spec/globalRateLimit/rateLimitService",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/rateLimitService/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.globalRateLimit.properties.rateLimitService.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.rateLimitService,data:data42};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data34.requestTimeout !== undefined){
let data43 = data34.requestTimeout;
if(typeof data43 !== "string"){
const err55 = {instancePath:instancePath+"/spec/globalRateLimit/requestTimeout",schemaPath:"#/properties/spec/properties/globalRateLimit/properties/requestTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.globalRateLimit.properties.requestTimeout.type,parentSchema:schema31.properties.spec.properties.globalRateLimit.properties.requestTimeout,data:data43};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/spec/globalRateLimit",schemaPath:"#/properties/spec/properties/globalRateLimit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.globalRateLimit.type,parentSchema:schema31.properties.spec.properties.globalRateLimit,data:data34};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data29.hosts !== undefined){
let data44 = data29.hosts;
if(Array.isArray(data44)){
const len6 = data44.length;
for(let i6=0; i6<len6; i6++){
let data45 = data44[i6];
if(typeof data45 !== "string"){
const err57 = {instancePath:instancePath+"/spec/hosts/" + i6,schemaPath:"#/properties/spec/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.hosts.items.type,parentSchema:schema31.properties.spec.properties.hosts.items,data:data45};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/spec/hosts",schemaPath:"#/properties/spec/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.hosts.type,parentSchema:schema31.properties.spec.properties.hosts,data:data44};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data29.localRateLimit !== undefined){
let data46 = data29.localRateLimit;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key8 in data46){
if(!((key8 === "conditions") || (key8 === "tokenBucket"))){
const err59 = {instancePath:instancePath+"/spec/localRateLimit",schemaPath:"#/properties/spec/properties/localRateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.localRateLimit,data:data46};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data46.conditions !== undefined){
let data47 = data46.conditions;
if(Array.isArray(data47)){
const len7 = data47.length;
for(let i7=0; i7<len7; i7++){
let data48 = data47[i7];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key9 in data48){
if(!((key9 === "match") || (key9 === "tokenBucket"))){
const err60 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7,schemaPath:"#/properties/spec/properties/localRateLimit/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.localRateLimit.properties.conditions.items,data:data48};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data48.match !== undefined){
if(!(validate21(data48.match, {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/match",parentData:data48,parentDataProperty:"match",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data48.tokenBucket !== undefined){
let data50 = data48.tokenBucket;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key10 in data50){
if(!(((key10 === "fillInterval") || (key10 === "maxTokens")) || (key10 === "tokensPerFill"))){
const err61 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket",schemaPath:"#/$defs/tokenBucket/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data50};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data50.fillInterval !== undefined){
let data51 = data50.fillInterval;
if(typeof data51 !== "string"){
const err62 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket/fillInterval",schemaPath:"#/$defs/tokenBucket/properties/fillInterval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.fillInterval.type,parentSchema:schema34.properties.fillInterval,data:data51};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data50.maxTokens !== undefined){
let data52 = data50.maxTokens;
if(!((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52)))){
const err63 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket/maxTokens",schemaPath:"#/$defs/tokenBucket/properties/maxTokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.maxTokens.type,parentSchema:schema34.properties.maxTokens,data:data52};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(typeof data52 == "number"){
if(!(formats4.validate(data52))){
const err64 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket/maxTokens",schemaPath:"#/$defs/tokenBucket/properties/maxTokens/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema34.properties.maxTokens,data:data52};
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
if(data50.tokensPerFill !== undefined){
let data53 = data50.tokensPerFill;
if(!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))){
const err65 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket/tokensPerFill",schemaPath:"#/$defs/tokenBucket/properties/tokensPerFill/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.tokensPerFill.type,parentSchema:schema34.properties.tokensPerFill,data:data53};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(typeof data53 == "number"){
if(!(formats4.validate(data53))){
const err66 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket/tokensPerFill",schemaPath:"#/$defs/tokenBucket/properties/tokensPerFill/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema34.properties.tokensPerFill,data:data53};
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
}
else {
const err67 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7+"/tokenBucket",schemaPath:"#/$defs/tokenBucket/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data50};
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
const err68 = {instancePath:instancePath+"/spec/localRateLimit/conditions/" + i7,schemaPath:"#/properties/spec/properties/localRateLimit/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.localRateLimit.properties.conditions.items.type,parentSchema:schema31.properties.spec.properties.localRateLimit.properties.conditions.items,data:data48};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/spec/localRateLimit/conditions",schemaPath:"#/properties/spec/properties/localRateLimit/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.localRateLimit.properties.conditions.type,parentSchema:schema31.properties.spec.properties.localRateLimit.properties.conditions,data:data47};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data46.tokenBucket !== undefined){
let data54 = data46.tokenBucket;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key11 in data54){
if(!(((key11 === "fillInterval") || (key11 === "maxTokens")) || (key11 === "tokensPerFill"))){
const err70 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket",schemaPath:"#/$defs/tokenBucket/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data54};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data54.fillInterval !== undefined){
let data55 = data54.fillInterval;
if(typeof data55 !== "string"){
const err71 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket/fillInterval",schemaPath:"#/$defs/tokenBucket/properties/fillInterval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.fillInterval.type,parentSchema:schema34.properties.fillInterval,data:data55};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data54.maxTokens !== undefined){
let data56 = data54.maxTokens;
if(!((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56)))){
const err72 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket/maxTokens",schemaPath:"#/$defs/tokenBucket/properties/maxTokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.maxTokens.type,parentSchema:schema34.properties.maxTokens,data:data56};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(typeof data56 == "number"){
if(!(formats4.validate(data56))){
const err73 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket/maxTokens",schemaPath:"#/$defs/tokenBucket/properties/maxTokens/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema34.properties.maxTokens,data:data56};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data54.tokensPerFill !== undefined){
let data57 = data54.tokensPerFill;
if(!((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57)))){
const err74 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket/tokensPerFill",schemaPath:"#/$defs/tokenBucket/properties/tokensPerFill/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.tokensPerFill.type,parentSchema:schema34.properties.tokensPerFill,data:data57};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(typeof data57 == "number"){
if(!(formats4.validate(data57))){
const err75 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket/tokensPerFill",schemaPath:"#/$defs/tokenBucket/properties/tokensPerFill/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema34.properties.tokensPerFill,data:data57};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/localRateLimit/tokenBucket",schemaPath:"#/$defs/tokenBucket/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data54};
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
const err77 = {instancePath:instancePath+"/spec/localRateLimit",schemaPath:"#/properties/spec/properties/localRateLimit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.localRateLimit.type,parentSchema:schema31.properties.spec.properties.localRateLimit,data:data46};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data29.routes !== undefined){
let data58 = data29.routes;
if(Array.isArray(data58)){
const len8 = data58.length;
for(let i8=0; i8<len8; i8++){
let data59 = data58[i8];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key12 in data59){
if(!(((((((key12 === "match") || (key12 === "mirror")) || (key12 === "mirrorPercentage")) || (key12 === "name")) || (key12 === "requestMutation")) || (key12 === "responseMutation")) || (key12 === "route"))){
const err78 = {instancePath:instancePath+"/spec/routes/" + i8,schemaPath:"#/properties/spec/properties/routes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.routes.items,data:data59};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data59.match !== undefined){
if(!(validate21(data59.match, {instancePath:instancePath+"/spec/routes/" + i8+"/match",parentData:data59,parentDataProperty:"match",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data59.mirror !== undefined){
let data61 = data59.mirror;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key13 in data61){
if(!(((key13 === "host") || (key13 === "port")) || (key13 === "subset"))){
const err79 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data:data61};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data61.host !== undefined){
let data62 = data61.host;
if(typeof data62 !== "string"){
const err80 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.host.type,parentSchema:schema36.properties.host,data:data62};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data61.port !== undefined){
let data63 = data61.port;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key14 in data63){
if(!(key14 === "number")){
const err81 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema36.properties.port,data:data63};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data63.number !== undefined){
let data64 = data63.number;
if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){
const err82 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.port.properties.number.type,parentSchema:schema36.properties.port.properties.number,data:data64};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(typeof data64 == "number"){
if(!(formats4.validate(data64))){
const err83 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema36.properties.port.properties.number,data:data64};
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
}
else {
const err84 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.properties.port.type,parentSchema:schema36.properties.port,data:data63};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data61.subset !== undefined){
let data65 = data61.subset;
if(typeof data65 !== "string"){
const err85 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.subset.type,parentSchema:schema36.properties.subset,data:data65};
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
const err86 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirror",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data:data61};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data59.mirrorPercentage !== undefined){
let data66 = data59.mirrorPercentage;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key15 in data66){
if(!(key15 === "value")){
const err87 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirrorPercentage",schemaPath:"#/properties/spec/properties/routes/items/properties/mirrorPercentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage,data:data66};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data66.value !== undefined){
let data67 = data66.value;
if(typeof data67 == "number"){
if(!(formats18.validate(data67))){
const err88 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirrorPercentage/value",schemaPath:"#/properties/spec/properties/routes/items/properties/mirrorPercentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage.properties.value,data:data67};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirrorPercentage/value",schemaPath:"#/properties/spec/properties/routes/items/properties/mirrorPercentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage.properties.value.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage.properties.value,data:data67};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/spec/routes/" + i8+"/mirrorPercentage",schemaPath:"#/properties/spec/properties/routes/items/properties/mirrorPercentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.mirrorPercentage,data:data66};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data59.name !== undefined){
let data68 = data59.name;
if(typeof data68 !== "string"){
const err91 = {instancePath:instancePath+"/spec/routes/" + i8+"/name",schemaPath:"#/properties/spec/properties/routes/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.routes.items.properties.name.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.name,data:data68};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data59.requestMutation !== undefined){
let data69 = data59.requestMutation;
if(Array.isArray(data69)){
const len9 = data69.length;
for(let i9=0; i9<len9; i9++){
let data70 = data69[i9];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key16 in data70){
if(!((key16 === "key") || (key16 === "value"))){
const err92 = {instancePath:instancePath+"/spec/routes/" + i8+"/requestMutation/" + i9,schemaPath:"#/properties/spec/properties/routes/items/properties/requestMutation/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items,data:data70};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data70.key !== undefined){
let data71 = data70.key;
if(typeof data71 !== "string"){
const err93 = {instancePath:instancePath+"/spec/routes/" + i8+"/requestMutation/" + i9+"/key",schemaPath:"#/properties/spec/properties/routes/items/properties/requestMutation/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items.properties.key.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items.properties.key,data:data71};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data70.value !== undefined){
let data72 = data70.value;
if(typeof data72 !== "string"){
const err94 = {instancePath:instancePath+"/spec/routes/" + i8+"/requestMutation/" + i9+"/value",schemaPath:"#/properties/spec/properties/routes/items/properties/requestMutation/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items.properties.value.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items.properties.value,data:data72};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/spec/routes/" + i8+"/requestMutation/" + i9,schemaPath:"#/properties/spec/properties/routes/items/properties/requestMutation/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.requestMutation.items,data:data70};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/spec/routes/" + i8+"/requestMutation",schemaPath:"#/properties/spec/properties/routes/items/properties/requestMutation/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.routes.items.properties.requestMutation.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.requestMutation,data:data69};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data59.responseMutation !== undefined){
let data73 = data59.responseMutation;
if(Array.isArray(data73)){
const len10 = data73.length;
for(let i10=0; i10<len10; i10++){
let data74 = data73[i10];
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key17 in data74){
if(!((key17 === "key") || (key17 === "value"))){
const err97 = {instancePath:instancePath+"/spec/routes/" + i8+"/responseMutation/" + i10,schemaPath:"#/properties/spec/properties/routes/items/properties/responseMutation/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items,data:data74};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data74.key !== undefined){
let data75 = data74.key;
if(typeof data75 !== "string"){
const err98 = {instancePath:instancePath+"/spec/routes/" + i8+"/responseMutation/" + i10+"/key",schemaPath:"#/properties/spec/properties/routes/items/properties/responseMutation/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items.properties.key.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items.properties.key,data:data75};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data74.value !== undefined){
let data76 = data74.value;
if(typeof data76 !== "string"){
const err99 = {instancePath:instancePath+"/spec/routes/" + i8+"/responseMutation/" + i10+"/value",schemaPath:"#/properties/spec/properties/routes/items/properties/responseMutation/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items.properties.value.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items.properties.value,data:data76};
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
const err100 = {instancePath:instancePath+"/spec/routes/" + i8+"/responseMutation/" + i10,schemaPath:"#/properties/spec/properties/routes/items/properties/responseMutation/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.responseMutation.items,data:data74};
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
else {
const err101 = {instancePath:instancePath+"/spec/routes/" + i8+"/responseMutation",schemaPath:"#/properties/spec/properties/routes/items/properties/responseMutation/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.routes.items.properties.responseMutation.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.responseMutation,data:data73};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data59.route !== undefined){
let data77 = data59.route;
if(Array.isArray(data77)){
const len11 = data77.length;
for(let i11=0; i11<len11; i11++){
let data78 = data77[i11];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key18 in data78){
if(!((key18 === "destination") || (key18 === "weight"))){
const err102 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11,schemaPath:"#/properties/spec/properties/routes/items/properties/route/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.routes.items.properties.route.items,data:data78};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data78.destination !== undefined){
let data79 = data78.destination;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key19 in data79){
if(!(((key19 === "host") || (key19 === "port")) || (key19 === "subset"))){
const err103 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data:data79};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data79.host !== undefined){
let data80 = data79.host;
if(typeof data80 !== "string"){
const err104 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.host.type,parentSchema:schema36.properties.host,data:data80};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data79.port !== undefined){
let data81 = data79.port;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
for(const key20 in data81){
if(!(key20 === "number")){
const err105 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema36.properties.port,data:data81};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data81.number !== undefined){
let data82 = data81.number;
if(!((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82)))){
const err106 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.port.properties.number.type,parentSchema:schema36.properties.port.properties.number,data:data82};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(typeof data82 == "number"){
if(!(formats4.validate(data82))){
const err107 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema36.properties.port.properties.number,data:data82};
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
}
else {
const err108 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.properties.port.type,parentSchema:schema36.properties.port,data:data81};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data79.subset !== undefined){
let data83 = data79.subset;
if(typeof data83 !== "string"){
const err109 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.subset.type,parentSchema:schema36.properties.subset,data:data83};
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
const err110 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/destination",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data:data79};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data78.weight !== undefined){
let data84 = data78.weight;
if(!((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84)))){
const err111 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/weight",schemaPath:"#/properties/spec/properties/routes/items/properties/route/items/properties/weight/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.routes.items.properties.route.items.properties.weight.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.route.items.properties.weight,data:data84};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(typeof data84 == "number"){
if(!(formats4.validate(data84))){
const err112 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11+"/weight",schemaPath:"#/properties/spec/properties/routes/items/properties/route/items/properties/weight/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.routes.items.properties.route.items.properties.weight,data:data84};
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
const err113 = {instancePath:instancePath+"/spec/routes/" + i8+"/route/" + i11,schemaPath:"#/properties/spec/properties/routes/items/properties/route/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.routes.items.properties.route.items.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.route.items,data:data78};
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
else {
const err114 = {instancePath:instancePath+"/spec/routes/" + i8+"/route",schemaPath:"#/properties/spec/properties/routes/items/properties/route/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.routes.items.properties.route.type,parentSchema:schema31.properties.spec.properties.routes.items.properties.route,data:data77};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath:instancePath+"/spec/routes/" + i8,schemaPath:"#/properties/spec/properties/routes/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.routes.items.type,parentSchema:schema31.properties.spec.properties.routes.items,data:data59};
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
else {
const err116 = {instancePath:instancePath+"/spec/routes",schemaPath:"#/properties/spec/properties/routes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.routes.type,parentSchema:schema31.properties.spec.properties.routes,data:data58};
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
else {
const err117 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

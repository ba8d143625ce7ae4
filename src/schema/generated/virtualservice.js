// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1","networking.istio.io/v1alpha3","networking.istio.io/v1beta1"]},"kind":{"type":"string","enum":["VirtualService"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"exportTo":{"type":"array","items":{"type":"string"}},"gateways":{"type":"array","items":{"type":"string"}},"hosts":{"type":"array","items":{"type":"string"}},"http":{"type":"array","items":{"type":"object","properties":{"corsPolicy":{"type":"object","properties":{"allowCredentials":{"type":"boolean","x-nullable":true},"allowHeaders":{"type":"array","items":{"type":"string"}},"allowMethods":{"type":"array","items":{"type":"string"}},"allowOrigin":{"type":"array","items":{"type":"string"}},"allowOrigins":{"type":"array","items":{"$ref":"#/$defs/allowOrigins"}},"exposeHeaders":{"type":"array","items":{"type":"string"}},"maxAge":{"type":"string","format":"duration-at-least-1ms"},"unmatchedPreflights":{"type":"string","enum":["UNSPECIFIED","FORWARD","IGNORE"]}},"additionalProperties":false},"delegate":{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"directResponse":{"type":"object","required":["status"],"properties":{"body":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["string"]},{"required":["bytes"]}]}},{"required":["string"]},{"required":["bytes"]}],"properties":{"bytes":{"type":"string","format":"byte"},"string":{"type":"string"}},"additionalProperties":false},"status":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"fault":{"type":"object","properties":{"abort":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["httpStatus"]},{"required":["grpcStatus"]},{"required":["http2Error"]}]}},{"required":["httpStatus"]},{"required":["grpcStatus"]},{"required":["http2Error"]}],"properties":{"grpcStatus":{"type":"string"},"http2Error":{"type":"string"},"httpStatus":{"type":"integer","format":"int32"},"percentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false}},"additionalProperties":false},"delay":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["fixedDelay"]},{"required":["exponentialDelay"]}]}},{"required":["fixedDelay"]},{"required":["exponentialDelay"]}],"properties":{"exponentialDelay":{"type":"string","format":"duration-at-least-1ms"},"fixedDelay":{"type":"string","format":"duration-at-least-1ms"},"percent":{"type":"integer","format":"int32"},"percentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"headers":{"$ref":"#/$defs/headers"},"match":{"type":"array","items":{"type":"object","properties":{"authority":{"$ref":"#/$defs/allowOrigins"},"gateways":{"type":"array","items":{"type":"string"}},"headers":{"type":"object","additionalProperties":{"$ref":"#/$defs/allowOrigins"}},"ignoreUriCase":{"type":"boolean"},"method":{"$ref":"#/$defs/allowOrigins"},"name":{"type":"string"},"port":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"queryParams":{"type":"object","additionalProperties":{"$ref":"#/$defs/allowOrigins"}},"scheme":{"$ref":"#/$defs/allowOrigins"},"sourceLabels":{"type":"object","additionalProperties":{"type":"string"}},"sourceNamespace":{"type":"string"},"statPrefix":{"type":"string"},"uri":{"$ref":"#/$defs/allowOrigins"},"withoutHeaders":{"type":"object","additionalProperties":{"$ref":"#/$defs/allowOrigins"}}},"additionalProperties":false}},"mirror":{"$ref":"#/$defs/mirror"},"mirror_percent":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"mirrorPercent":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"mirrorPercentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false},"mirrors":{"type":"array","items":{"type":"object","required":["destination"],"properties":{"destination":{"$ref":"#/$defs/mirror"},"percentage":{"type":"object","properties":{"value":{"type":"number","format":"double"}},"additionalProperties":false}},"additionalProperties":false}},"name":{"type":"string"},"redirect":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["port"]},{"required":["derivePort"]}]}},{"required":["port"]},{"required":["derivePort"]}],"properties":{"authority":{"type":"string"},"derivePort":{"type":"string","enum":["FROM_PROTOCOL_DEFAULT","FROM_REQUEST_PORT"]},"port":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"prefixRewrite":{"type":"string"},"redirectCode":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"scheme":{"type":"string"},"uri":{"type":"string"}},"additionalProperties":false},"retries":{"type":"object","properties":{"attempts":{"type":"integer","format":"int32"},"backoff":{"type":"string","format":"duration-at-least-1ms"},"perTryTimeout":{"type":"string","format":"duration-at-least-1ms"},"retryIgnorePreviousHosts":{"type":"boolean","x-nullable":true},"retryOn":{"type":"string"},"retryRemoteLocalities":{"type":"boolean","x-nullable":true}},"additionalProperties":false},"rewrite":{"type":"object","properties":{"authority":{"type":"string"},"uri":{"type":"string"},"uriRegexRewrite":{"type":"object","properties":{"match":{"type":"string"},"rewrite":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"route":{"type":"array","items":{"type":"object","required":["destination"],"properties":{"destination":{"$ref":"#/$defs/mirror"},"headers":{"$ref":"#/$defs/headers"},"weight":{"type":"integer","format":"int32"}},"additionalProperties":false}},"timeout":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false}},"tcp":{"type":"array","items":{"type":"object","properties":{"match":{"type":"array","items":{"type":"object","properties":{"destinationSubnets":{"type":"array","items":{"type":"string"}},"gateways":{"type":"array","items":{"type":"string"}},"port":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"sourceLabels":{"type":"object","additionalProperties":{"type":"string"}},"sourceNamespace":{"type":"string"},"sourceSubnet":{"type":"string"}},"additionalProperties":false}},"route":{"type":"array","items":{"$ref":"#/$defs/route"}}},"additionalProperties":false}},"tls":{"type":"array","items":{"type":"object","required":["match"],"properties":{"match":{"type":"array","items":{"type":"object","required":["sniHosts"],"properties":{"destinationSubnets":{"type":"array","items":{"type":"string"}},"gateways":{"type":"array","items":{"type":"string"}},"port":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"sniHosts":{"type":"array","items":{"type":"string"}},"sourceLabels":{"type":"object","additionalProperties":{"type":"string"}},"sourceNamespace":{"type":"string"}},"additionalProperties":false}},"route":{"type":"array","items":{"$ref":"#/$defs/route"}}},"additionalProperties":false}}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"],"$defs":{"allowOrigins":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}]}},{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}],"properties":{"exact":{"type":"string"},"prefix":{"type":"string"},"regex":{"type":"string"}},"additionalProperties":false},"headers":{"type":"object","properties":{"request":{"$ref":"#/$defs/request"},"response":{"$ref":"#/$defs/request"}},"additionalProperties":false},"mirror":{"type":"object","required":["host"],"properties":{"host":{"type":"string"},"port":{"type":"object","properties":{"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"subset":{"type":"string"}},"additionalProperties":false},"request":{"type":"object","properties":{"add":{"type":"object","additionalProperties":{"type":"string"}},"remove":{"type":"array","items":{"type":"string"}},"set":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":false},"route":{"type":"object","required":["destination"],"properties":{"destination":{"$ref":"#/$defs/mirror"},"weight":{"type":"integer","format":"int32"}},"additionalProperties":false}}};
const schema32 = {"type":"object","oneOf":[{"not":{"anyOf":[{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}]}},{"required":["exact"]},{"required":["prefix"]},{"required":["regex"]}],"properties":{"exact":{"type":"string"},"prefix":{"type":"string"},"regex":{"type":"string"}},"additionalProperties":false};
const schema43 = {"type":"object","required":["host"],"properties":{"host":{"type":"string"},"port":{"type":"object","properties":{"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"subset":{"type":"string"}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const formats8 = formats["duration-at-least-1ms"];
const formats10 = formats.byte;
const formats14 = formats.int32;
const formats16 = formats.double;
const schema33 = {"type":"object","properties":{"request":{"$ref":"#/$defs/request"},"response":{"$ref":"#/$defs/request"}},"additionalProperties":false};
const schema34 = {"type":"object","properties":{"add":{"type":"object","additionalProperties":{"type":"string"}},"remove":{"type":"array","items":{"type":"string"}},"set":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":false};

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
if(!((key0 === "request") || (key0 === "response"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.request !== undefined){
let data0 = data.request;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((key1 === "add") || (key1 === "remove")) || (key1 === "set"))){
const err1 = {instancePath:instancePath+"/request",schemaPath:"#/$defs/request/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.add !== undefined){
let data1 = data0.add;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key2 in data1){
let data2 = data1[key2];
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/request/add/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/request/properties/add/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.add.additionalProperties.type,parentSchema:schema34.properties.add.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/request/add",schemaPath:"#/$defs/request/properties/add/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.add.type,parentSchema:schema34.properties.add,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.remove !== undefined){
let data3 = data0.remove;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/request/remove/" + i0,schemaPath:"#/$defs/request/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.remove.items.type,parentSchema:schema34.properties.remove.items,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/request/remove",schemaPath:"#/$defs/request/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.remove.type,parentSchema:schema34.properties.remove,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.set !== undefined){
let data5 = data0.set;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
let data6 = data5[key3];
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/request/set/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/request/properties/set/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.set.additionalProperties.type,parentSchema:schema34.properties.set.additionalProperties,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/request/set",schemaPath:"#/$defs/request/properties/set/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.set.type,parentSchema:schema34.properties.set,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/request",schemaPath:"#/$defs/request/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.response !== undefined){
let data7 = data.response;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key4 in data7){
if(!(((key4 === "add") || (key4 === "remove")) || (key4 === "set"))){
const err9 = {instancePath:instancePath+"/response",schemaPath:"#/$defs/request/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data7.add !== undefined){
let data8 = data7.add;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key5 in data8){
let data9 = data8[key5];
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/response/add/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/request/properties/add/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.add.additionalProperties.type,parentSchema:schema34.properties.add.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/response/add",schemaPath:"#/$defs/request/properties/add/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.add.type,parentSchema:schema34.properties.add,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7.remove !== undefined){
let data10 = data7.remove;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 !== "string"){
const err12 = {instancePath:instancePath+"/response/remove/" + i1,schemaPath:"#/$defs/request/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.remove.items.type,parentSchema:schema34.properties.remove.items,data:data11};
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
const err13 = {instancePath:instancePath+"/response/remove",schemaPath:"#/$defs/request/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.remove.type,parentSchema:schema34.properties.remove,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7.set !== undefined){
let data12 = data7.set;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key6 in data12){
let data13 = data12[key6];
if(typeof data13 !== "string"){
const err14 = {instancePath:instancePath+"/response/set/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/request/properties/set/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.set.additionalProperties.type,parentSchema:schema34.properties.set.additionalProperties,data:data13};
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
const err15 = {instancePath:instancePath+"/response/set",schemaPath:"#/$defs/request/properties/set/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.set.type,parentSchema:schema34.properties.set,data:data12};
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
const err16 = {instancePath:instancePath+"/response",schemaPath:"#/$defs/request/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema46 = {"type":"object","required":["destination"],"properties":{"destination":{"$ref":"#/$defs/mirror"},"weight":{"type":"integer","format":"int32"}},"additionalProperties":false};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.destination === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema46.required,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "destination") || (key0 === "weight"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.destination !== undefined){
let data0 = data.destination;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.host === undefined){
const err2 = {instancePath:instancePath+"/destination",schemaPath:"#/$defs/mirror/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema43.required,parentSchema:schema43,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data0){
if(!(((key1 === "host") || (key1 === "port")) || (key1 === "subset"))){
const err3 = {instancePath:instancePath+"/destination",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.host !== undefined){
let data1 = data0.host;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/destination/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.host.type,parentSchema:schema43.properties.host,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.port !== undefined){
let data2 = data0.port;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
if(!(key2 === "number")){
const err5 = {instancePath:instancePath+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.port,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.number !== undefined){
let data3 = data2.number;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err6 = {instancePath:instancePath+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.port.properties.number.type,parentSchema:schema43.properties.port.properties.number,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 4294967295 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema43.properties.port.properties.number,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.port.properties.number,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(formats4.validate(data3))){
const err9 = {instancePath:instancePath+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema43.properties.port.properties.number,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.port.type,parentSchema:schema43.properties.port,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.subset !== undefined){
let data4 = data0.subset;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/destination/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.subset.type,parentSchema:schema43.properties.subset,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/destination",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.weight !== undefined){
let data5 = data.weight;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err13 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.weight.type,parentSchema:schema46.properties.weight,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data5 == "number"){
if(!(formats14.validate(data5))){
const err14 = {instancePath:instancePath+"/weight",schemaPath:"#/properties/weight/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.weight,data:data5};
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
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!(((data0 === "networking.istio.io/v1") || (data0 === "networking.istio.io/v1alpha3")) || (data0 === "networking.istio.io/v1beta1"))){
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
if(!(data1 === "VirtualService")){
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
if(!((((((key5 === "exportTo") || (key5 === "gateways")) || (key5 === "hosts")) || (key5 === "http")) || (key5 === "tcp")) || (key5 === "tls"))){
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
if(data29.hosts !== undefined){
let data34 = data29.hosts;
if(Array.isArray(data34)){
const len5 = data34.length;
for(let i5=0; i5<len5; i5++){
let data35 = data34[i5];
if(typeof data35 !== "string"){
const err46 = {instancePath:instancePath+"/spec/hosts/" + i5,schemaPath:"#/properties/spec/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.hosts.items.type,parentSchema:schema31.properties.spec.properties.hosts.items,data:data35};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec/hosts",schemaPath:"#/properties/spec/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.hosts.type,parentSchema:schema31.properties.spec.properties.hosts,data:data34};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data29.http !== undefined){
let data36 = data29.http;
if(Array.isArray(data36)){
const len6 = data36.length;
for(let i6=0; i6<len6; i6++){
let data37 = data36[i6];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key6 in data37){
if(!(func1.call(schema31.properties.spec.properties.http.items.properties, key6))){
const err48 = {instancePath:instancePath+"/spec/http/" + i6,schemaPath:"#/properties/spec/properties/http/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items,data:data37};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data37.corsPolicy !== undefined){
let data38 = data37.corsPolicy;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key7 in data38){
if(!((((((((key7 === "allowCredentials") || (key7 === "allowHeaders")) || (key7 === "allowMethods")) || (key7 === "allowOrigin")) || (key7 === "allowOrigins")) || (key7 === "exposeHeaders")) || (key7 === "maxAge")) || (key7 === "unmatchedPreflights"))){
const err49 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy,data:data38};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data38.allowCredentials !== undefined){
let data39 = data38.allowCredentials;
if(typeof data39 !== "boolean"){
const err50 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowCredentials",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowCredentials/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowCredentials.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowCredentials,data:data39};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data38.allowHeaders !== undefined){
let data40 = data38.allowHeaders;
if(Array.isArray(data40)){
const len7 = data40.length;
for(let i7=0; i7<len7; i7++){
let data41 = data40[i7];
if(typeof data41 !== "string"){
const err51 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowHeaders/" + i7,schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowHeaders.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowHeaders.items,data:data41};
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
const err52 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowHeaders",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowHeaders/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowHeaders.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowHeaders,data:data40};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data38.allowMethods !== undefined){
let data42 = data38.allowMethods;
if(Array.isArray(data42)){
const len8 = data42.length;
for(let i8=0; i8<len8; i8++){
let data43 = data42[i8];
if(typeof data43 !== "string"){
const err53 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowMethods/" + i8,schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowMethods/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowMethods.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowMethods.items,data:data43};
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
else {
const err54 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowMethods",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowMethods/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowMethods.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowMethods,data:data42};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data38.allowOrigin !== undefined){
let data44 = data38.allowOrigin;
if(Array.isArray(data44)){
const len9 = data44.length;
for(let i9=0; i9<len9; i9++){
let data45 = data44[i9];
if(typeof data45 !== "string"){
const err55 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigin/" + i9,schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowOrigin/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigin.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigin.items,data:data45};
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
const err56 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigin",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowOrigin/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigin.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigin,data:data44};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data38.allowOrigins !== undefined){
let data46 = data38.allowOrigins;
if(Array.isArray(data46)){
const len10 = data46.length;
for(let i10=0; i10<len10; i10++){
let data47 = data46[i10];
const _errs106 = errors;
let valid31 = false;
let passing0 = null;
const _errs107 = errors;
const _errs108 = errors;
const _errs109 = errors;
const _errs110 = errors;
let valid33 = false;
const _errs111 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing0;
if((data47.exact === undefined) && (missing0 = "exact")){
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
var _valid1 = _errs111 === errors;
valid33 = valid33 || _valid1;
const _errs112 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing1;
if((data47.prefix === undefined) && (missing1 = "prefix")){
const err58 = {};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
var _valid1 = _errs112 === errors;
valid33 = valid33 || _valid1;
const _errs113 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing2;
if((data47.regex === undefined) && (missing2 = "regex")){
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
var _valid1 = _errs113 === errors;
valid33 = valid33 || _valid1;
if(!valid33){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
errors = _errs110;
if(vErrors !== null){
if(_errs110){
vErrors.length = _errs110;
}
else {
vErrors = null;
}
}
}
var valid32 = _errs109 === errors;
if(valid32){
const err61 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data47};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
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
var _valid0 = _errs107 === errors;
if(_valid0){
valid31 = true;
passing0 = 0;
}
const _errs114 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.exact === undefined){
const err62 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data47};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
var _valid0 = _errs114 === errors;
if(_valid0 && valid31){
valid31 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid31 = true;
passing0 = 1;
}
const _errs115 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.prefix === undefined){
const err63 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data47};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
var _valid0 = _errs115 === errors;
if(_valid0 && valid31){
valid31 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid31 = true;
passing0 = 2;
}
const _errs116 = errors;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.regex === undefined){
const err64 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data47};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
var _valid0 = _errs116 === errors;
if(_valid0 && valid31){
valid31 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid31 = true;
passing0 = 3;
}
}
}
}
if(!valid31){
const err65 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data47};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
else {
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
}
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key8 in data47){
if(!(((key8 === "exact") || (key8 === "prefix")) || (key8 === "regex"))){
const err66 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data47};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data47.exact !== undefined){
let data48 = data47.exact;
if(typeof data48 !== "string"){
const err67 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10+"/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data48};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data47.prefix !== undefined){
let data49 = data47.prefix;
if(typeof data49 !== "string"){
const err68 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10+"/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data49};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data47.regex !== undefined){
let data50 = data47.regex;
if(typeof data50 !== "string"){
const err69 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10+"/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data50};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins/" + i10,schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data47};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/allowOrigins",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/allowOrigins/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigins.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.allowOrigins,data:data46};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data38.exposeHeaders !== undefined){
let data51 = data38.exposeHeaders;
if(Array.isArray(data51)){
const len11 = data51.length;
for(let i11=0; i11<len11; i11++){
let data52 = data51[i11];
if(typeof data52 !== "string"){
const err72 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/exposeHeaders/" + i11,schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/exposeHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.exposeHeaders.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.exposeHeaders.items,data:data52};
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
const err73 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/exposeHeaders",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/exposeHeaders/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.exposeHeaders.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.exposeHeaders,data:data51};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data38.maxAge !== undefined){
let data53 = data38.maxAge;
if(typeof data53 === "string"){
if(!(formats8(data53))){
const err74 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/maxAge",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/maxAge/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.maxAge,data:data53};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/maxAge",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/maxAge/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.maxAge.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.maxAge,data:data53};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data38.unmatchedPreflights !== undefined){
let data54 = data38.unmatchedPreflights;
if(typeof data54 !== "string"){
const err76 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/unmatchedPreflights",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/unmatchedPreflights/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.unmatchedPreflights.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.unmatchedPreflights,data:data54};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!(((data54 === "UNSPECIFIED") || (data54 === "FORWARD")) || (data54 === "IGNORE"))){
const err77 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy/unmatchedPreflights",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/properties/unmatchedPreflights/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.unmatchedPreflights.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.unmatchedPreflights.enum,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy.properties.unmatchedPreflights,data:data54};
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
const err78 = {instancePath:instancePath+"/spec/http/" + i6+"/corsPolicy",schemaPath:"#/properties/spec/properties/http/items/properties/corsPolicy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.corsPolicy.type,parentSchema:schema31.properties.spec.properties.http.items.properties.corsPolicy,data:data38};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data37.delegate !== undefined){
let data55 = data37.delegate;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
for(const key9 in data55){
if(!((key9 === "name") || (key9 === "namespace"))){
const err79 = {instancePath:instancePath+"/spec/http/" + i6+"/delegate",schemaPath:"#/properties/spec/properties/http/items/properties/delegate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.delegate,data:data55};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data55.name !== undefined){
let data56 = data55.name;
if(typeof data56 !== "string"){
const err80 = {instancePath:instancePath+"/spec/http/" + i6+"/delegate/name",schemaPath:"#/properties/spec/properties/http/items/properties/delegate/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.delegate.properties.name.type,parentSchema:schema31.properties.spec.properties.http.items.properties.delegate.properties.name,data:data56};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data55.namespace !== undefined){
let data57 = data55.namespace;
if(typeof data57 !== "string"){
const err81 = {instancePath:instancePath+"/spec/http/" + i6+"/delegate/namespace",schemaPath:"#/properties/spec/properties/http/items/properties/delegate/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.delegate.properties.namespace.type,parentSchema:schema31.properties.spec.properties.http.items.properties.delegate.properties.namespace,data:data57};
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
const err82 = {instancePath:instancePath+"/spec/http/" + i6+"/delegate",schemaPath:"#/properties/spec/properties/http/items/properties/delegate/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.delegate.type,parentSchema:schema31.properties.spec.properties.http.items.properties.delegate,data:data55};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data37.directResponse !== undefined){
let data58 = data37.directResponse;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.status === undefined){
const err83 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'",schema:schema31.properties.spec.properties.http.items.properties.directResponse.required,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse,data:data58};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key10 in data58){
if(!((key10 === "body") || (key10 === "status"))){
const err84 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse,data:data58};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data58.body !== undefined){
let data59 = data58.body;
const _errs144 = errors;
let valid39 = false;
let passing1 = null;
const _errs145 = errors;
const _errs146 = errors;
const _errs147 = errors;
const _errs148 = errors;
let valid41 = false;
const _errs149 = errors;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
let missing3;
if((data59.string === undefined) && (missing3 = "string")){
const err85 = {};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
var _valid3 = _errs149 === errors;
valid41 = valid41 || _valid3;
const _errs150 = errors;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
let missing4;
if((data59.bytes === undefined) && (missing4 = "bytes")){
const err86 = {};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
var _valid3 = _errs150 === errors;
valid41 = valid41 || _valid3;
if(!valid41){
const err87 = {};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
else {
errors = _errs148;
if(vErrors !== null){
if(_errs148){
vErrors.length = _errs148;
}
else {
vErrors = null;
}
}
}
var valid40 = _errs147 === errors;
if(valid40){
const err88 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[0].not,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[0],data:data59};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
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
var _valid2 = _errs145 === errors;
if(_valid2){
valid39 = true;
passing1 = 0;
}
const _errs151 = errors;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.string === undefined){
const err89 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/oneOf/1/required",keyword:"required",params:{missingProperty: "string"},message:"must have required property '"+"string"+"'",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[1].required,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[1],data:data59};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
var _valid2 = _errs151 === errors;
if(_valid2 && valid39){
valid39 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid39 = true;
passing1 = 1;
}
const _errs152 = errors;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.bytes === undefined){
const err90 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/oneOf/2/required",keyword:"required",params:{missingProperty: "bytes"},message:"must have required property '"+"bytes"+"'",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[2].required,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf[2],data:data59};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
var _valid2 = _errs152 === errors;
if(_valid2 && valid39){
valid39 = false;
passing1 = [passing1, 2];
}
else {
if(_valid2){
valid39 = true;
passing1 = 2;
}
}
}
if(!valid39){
const err91 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.oneOf,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body,data:data59};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
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
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key11 in data59){
if(!((key11 === "bytes") || (key11 === "string"))){
const err92 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body,data:data59};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data59.bytes !== undefined){
let data60 = data59.bytes;
if(typeof data60 === "string"){
if(!(formats10(data60))){
const err93 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body/bytes",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/properties/bytes/format",keyword:"format",params:{format: "byte"},message:"must match format \""+"byte"+"\"",schema:"byte",parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.properties.bytes,data:data60};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body/bytes",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/properties/bytes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.properties.bytes.type,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.properties.bytes,data:data60};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data59.string !== undefined){
let data61 = data59.string;
if(typeof data61 !== "string"){
const err95 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body/string",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/properties/string/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.properties.string.type,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.properties.string,data:data61};
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
const err96 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/body",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/body/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body.type,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.body,data:data59};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data58.status !== undefined){
let data62 = data58.status;
if(!((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62)))){
const err97 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/status",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.status.type,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.status,data:data62};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(typeof data62 == "number"){
if(data62 > 4294967295 || isNaN(data62)){
const err98 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/status",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.status,data:data62};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data62 < 0 || isNaN(data62)){
const err99 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/status",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.status,data:data62};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!(formats4.validate(data62))){
const err100 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse/status",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/properties/status/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse.properties.status,data:data62};
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
const err101 = {instancePath:instancePath+"/spec/http/" + i6+"/directResponse",schemaPath:"#/properties/spec/properties/http/items/properties/directResponse/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.directResponse.type,parentSchema:schema31.properties.spec.properties.http.items.properties.directResponse,data:data58};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data37.fault !== undefined){
let data63 = data37.fault;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key12 in data63){
if(!((key12 === "abort") || (key12 === "delay"))){
const err102 = {instancePath:instancePath+"/spec/http/" + i6+"/fault",schemaPath:"#/properties/spec/properties/http/items/properties/fault/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.fault,data:data63};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data63.abort !== undefined){
let data64 = data63.abort;
const _errs165 = errors;
let valid44 = false;
let passing2 = null;
const _errs166 = errors;
const _errs167 = errors;
const _errs168 = errors;
const _errs169 = errors;
let valid46 = false;
const _errs170 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
let missing5;
if((data64.httpStatus === undefined) && (missing5 = "httpStatus")){
const err103 = {};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
var _valid5 = _errs170 === errors;
valid46 = valid46 || _valid5;
const _errs171 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
let missing6;
if((data64.grpcStatus === undefined) && (missing6 = "grpcStatus")){
const err104 = {};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
var _valid5 = _errs171 === errors;
valid46 = valid46 || _valid5;
const _errs172 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
let missing7;
if((data64.http2Error === undefined) && (missing7 = "http2Error")){
const err105 = {};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
var _valid5 = _errs172 === errors;
valid46 = valid46 || _valid5;
if(!valid46){
const err106 = {};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
else {
errors = _errs169;
if(vErrors !== null){
if(_errs169){
vErrors.length = _errs169;
}
else {
vErrors = null;
}
}
}
var valid45 = _errs168 === errors;
if(valid45){
const err107 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[0].not,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[0],data:data64};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
else {
errors = _errs167;
if(vErrors !== null){
if(_errs167){
vErrors.length = _errs167;
}
else {
vErrors = null;
}
}
}
var _valid4 = _errs166 === errors;
if(_valid4){
valid44 = true;
passing2 = 0;
}
const _errs173 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.httpStatus === undefined){
const err108 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/oneOf/1/required",keyword:"required",params:{missingProperty: "httpStatus"},message:"must have required property '"+"httpStatus"+"'",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[1].required,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[1],data:data64};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
var _valid4 = _errs173 === errors;
if(_valid4 && valid44){
valid44 = false;
passing2 = [passing2, 1];
}
else {
if(_valid4){
valid44 = true;
passing2 = 1;
}
const _errs174 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.grpcStatus === undefined){
const err109 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/oneOf/2/required",keyword:"required",params:{missingProperty: "grpcStatus"},message:"must have required property '"+"grpcStatus"+"'",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[2].required,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[2],data:data64};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
var _valid4 = _errs174 === errors;
if(_valid4 && valid44){
valid44 = false;
passing2 = [passing2, 2];
}
else {
if(_valid4){
valid44 = true;
passing2 = 2;
}
const _errs175 = errors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.http2Error === undefined){
const err110 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/oneOf/3/required",keyword:"required",params:{missingProperty: "http2Error"},message:"must have required property '"+"http2Error"+"'",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[3].required,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf[3],data:data64};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
var _valid4 = _errs175 === errors;
if(_valid4 && valid44){
valid44 = false;
passing2 = [passing2, 3];
}
else {
if(_valid4){
valid44 = true;
passing2 = 3;
}
}
}
}
if(!valid44){
const err111 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.oneOf,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort,data:data64};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
else {
errors = _errs165;
if(vErrors !== null){
if(_errs165){
vErrors.length = _errs165;
}
else {
vErrors = null;
}
}
}
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key13 in data64){
if(!((((key13 === "grpcStatus") || (key13 === "http2Error")) || (key13 === "httpStatus")) || (key13 === "percentage"))){
const err112 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort,data:data64};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data64.grpcStatus !== undefined){
let data65 = data64.grpcStatus;
if(typeof data65 !== "string"){
const err113 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/grpcStatus",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/grpcStatus/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.grpcStatus.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.grpcStatus,data:data65};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data64.http2Error !== undefined){
let data66 = data64.http2Error;
if(typeof data66 !== "string"){
const err114 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/http2Error",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/http2Error/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.http2Error.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.http2Error,data:data66};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data64.httpStatus !== undefined){
let data67 = data64.httpStatus;
if(!((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67)))){
const err115 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/httpStatus",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/httpStatus/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.httpStatus.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.httpStatus,data:data67};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(typeof data67 == "number"){
if(!(formats14.validate(data67))){
const err116 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/httpStatus",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/httpStatus/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.httpStatus,data:data67};
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
if(data64.percentage !== undefined){
let data68 = data64.percentage;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key14 in data68){
if(!(key14 === "value")){
const err117 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/percentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage,data:data68};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data68.value !== undefined){
let data69 = data68.value;
if(typeof data69 == "number"){
if(!(formats16.validate(data69))){
const err118 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/percentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage.properties.value,data:data69};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/percentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage.properties.value.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage.properties.value,data:data69};
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
const err120 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/properties/percentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.properties.percentage,data:data68};
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
const err121 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/abort",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/abort/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.abort,data:data64};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data63.delay !== undefined){
let data70 = data63.delay;
const _errs190 = errors;
let valid49 = false;
let passing3 = null;
const _errs191 = errors;
const _errs192 = errors;
const _errs193 = errors;
const _errs194 = errors;
let valid51 = false;
const _errs195 = errors;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
let missing8;
if((data70.fixedDelay === undefined) && (missing8 = "fixedDelay")){
const err122 = {};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
var _valid7 = _errs195 === errors;
valid51 = valid51 || _valid7;
const _errs196 = errors;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
let missing9;
if((data70.exponentialDelay === undefined) && (missing9 = "exponentialDelay")){
const err123 = {};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
var _valid7 = _errs196 === errors;
valid51 = valid51 || _valid7;
if(!valid51){
const err124 = {};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
else {
errors = _errs194;
if(vErrors !== null){
if(_errs194){
vErrors.length = _errs194;
}
else {
vErrors = null;
}
}
}
var valid50 = _errs193 === errors;
if(valid50){
const err125 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[0].not,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[0],data:data70};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
else {
errors = _errs192;
if(vErrors !== null){
if(_errs192){
vErrors.length = _errs192;
}
else {
vErrors = null;
}
}
}
var _valid6 = _errs191 === errors;
if(_valid6){
valid49 = true;
passing3 = 0;
}
const _errs197 = errors;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.fixedDelay === undefined){
const err126 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/oneOf/1/required",keyword:"required",params:{missingProperty: "fixedDelay"},message:"must have required property '"+"fixedDelay"+"'",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[1].required,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[1],data:data70};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
var _valid6 = _errs197 === errors;
if(_valid6 && valid49){
valid49 = false;
passing3 = [passing3, 1];
}
else {
if(_valid6){
valid49 = true;
passing3 = 1;
}
const _errs198 = errors;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.exponentialDelay === undefined){
const err127 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/oneOf/2/required",keyword:"required",params:{missingProperty: "exponentialDelay"},message:"must have required property '"+"exponentialDelay"+"'",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[2].required,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf[2],data:data70};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
var _valid6 = _errs198 === errors;
if(_valid6 && valid49){
valid49 = false;
passing3 = [passing3, 2];
}
else {
if(_valid6){
valid49 = true;
passing3 = 2;
}
}
}
if(!valid49){
const err128 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.oneOf,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay,data:data70};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
else {
errors = _errs190;
if(vErrors !== null){
if(_errs190){
vErrors.length = _errs190;
}
else {
vErrors = null;
}
}
}
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key15 in data70){
if(!((((key15 === "exponentialDelay") || (key15 === "fixedDelay")) || (key15 === "percent")) || (key15 === "percentage"))){
const err129 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay,data:data70};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data70.exponentialDelay !== undefined){
let data71 = data70.exponentialDelay;
if(typeof data71 === "string"){
if(!(formats8(data71))){
const err130 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/exponentialDelay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/exponentialDelay/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.exponentialDelay,data:data71};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
else {
const err131 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/exponentialDelay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/exponentialDelay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.exponentialDelay.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.exponentialDelay,data:data71};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data70.fixedDelay !== undefined){
let data72 = data70.fixedDelay;
if(typeof data72 === "string"){
if(!(formats8(data72))){
const err132 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/fixedDelay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/fixedDelay/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.fixedDelay,data:data72};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/fixedDelay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/fixedDelay/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.fixedDelay.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.fixedDelay,data:data72};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data70.percent !== undefined){
let data73 = data70.percent;
if(!((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73)))){
const err134 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percent",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percent.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percent,data:data73};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(typeof data73 == "number"){
if(!(formats14.validate(data73))){
const err135 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percent",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percent/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percent,data:data73};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data70.percentage !== undefined){
let data74 = data70.percentage;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key16 in data74){
if(!(key16 === "value")){
const err136 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage,data:data74};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data74.value !== undefined){
let data75 = data74.value;
if(typeof data75 == "number"){
if(!(formats16.validate(data75))){
const err137 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage.properties.value,data:data75};
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
const err138 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage.properties.value.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage.properties.value,data:data75};
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
const err139 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/properties/percentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.properties.percentage,data:data74};
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
const err140 = {instancePath:instancePath+"/spec/http/" + i6+"/fault/delay",schemaPath:"#/properties/spec/properties/http/items/properties/fault/properties/delay/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault.properties.delay,data:data70};
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
const err141 = {instancePath:instancePath+"/spec/http/" + i6+"/fault",schemaPath:"#/properties/spec/properties/http/items/properties/fault/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.fault.type,parentSchema:schema31.properties.spec.properties.http.items.properties.fault,data:data63};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data37.headers !== undefined){
if(!(validate21(data37.headers, {instancePath:instancePath+"/spec/http/" + i6+"/headers",parentData:data37,parentDataProperty:"headers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data37.match !== undefined){
let data77 = data37.match;
if(Array.isArray(data77)){
const len12 = data77.length;
for(let i12=0; i12<len12; i12++){
let data78 = data77[i12];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key17 in data78){
if(!(func1.call(schema31.properties.spec.properties.http.items.properties.match.items.properties, key17))){
const err142 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12,schemaPath:"#/properties/spec/properties/http/items/properties/match/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items,data:data78};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data78.authority !== undefined){
let data79 = data78.authority;
const _errs220 = errors;
let valid58 = false;
let passing4 = null;
const _errs221 = errors;
const _errs222 = errors;
const _errs223 = errors;
const _errs224 = errors;
let valid60 = false;
const _errs225 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
let missing10;
if((data79.exact === undefined) && (missing10 = "exact")){
const err143 = {};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
var _valid9 = _errs225 === errors;
valid60 = valid60 || _valid9;
const _errs226 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
let missing11;
if((data79.prefix === undefined) && (missing11 = "prefix")){
const err144 = {};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
var _valid9 = _errs226 === errors;
valid60 = valid60 || _valid9;
const _errs227 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
let missing12;
if((data79.regex === undefined) && (missing12 = "regex")){
const err145 = {};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
var _valid9 = _errs227 === errors;
valid60 = valid60 || _valid9;
if(!valid60){
const err146 = {};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
else {
errors = _errs224;
if(vErrors !== null){
if(_errs224){
vErrors.length = _errs224;
}
else {
vErrors = null;
}
}
}
var valid59 = _errs223 === errors;
if(valid59){
const err147 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data79};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
else {
errors = _errs222;
if(vErrors !== null){
if(_errs222){
vErrors.length = _errs222;
}
else {
vErrors = null;
}
}
}
var _valid8 = _errs221 === errors;
if(_valid8){
valid58 = true;
passing4 = 0;
}
const _errs228 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.exact === undefined){
const err148 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data79};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
var _valid8 = _errs228 === errors;
if(_valid8 && valid58){
valid58 = false;
passing4 = [passing4, 1];
}
else {
if(_valid8){
valid58 = true;
passing4 = 1;
}
const _errs229 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.prefix === undefined){
const err149 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data79};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
var _valid8 = _errs229 === errors;
if(_valid8 && valid58){
valid58 = false;
passing4 = [passing4, 2];
}
else {
if(_valid8){
valid58 = true;
passing4 = 2;
}
const _errs230 = errors;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.regex === undefined){
const err150 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data79};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
var _valid8 = _errs230 === errors;
if(_valid8 && valid58){
valid58 = false;
passing4 = [passing4, 3];
}
else {
if(_valid8){
valid58 = true;
passing4 = 3;
}
}
}
}
if(!valid58){
const err151 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data79};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
else {
errors = _errs220;
if(vErrors !== null){
if(_errs220){
vErrors.length = _errs220;
}
else {
vErrors = null;
}
}
}
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key18 in data79){
if(!(((key18 === "exact") || (key18 === "prefix")) || (key18 === "regex"))){
const err152 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data79};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data79.exact !== undefined){
let data80 = data79.exact;
if(typeof data80 !== "string"){
const err153 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data80};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data79.prefix !== undefined){
let data81 = data79.prefix;
if(typeof data81 !== "string"){
const err154 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data81};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data79.regex !== undefined){
let data82 = data79.regex;
if(typeof data82 !== "string"){
const err155 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data82};
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
const err156 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/authority",schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data79};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data78.gateways !== undefined){
let data83 = data78.gateways;
if(Array.isArray(data83)){
const len13 = data83.length;
for(let i13=0; i13<len13; i13++){
let data84 = data83[i13];
if(typeof data84 !== "string"){
const err157 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/gateways/" + i13,schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/gateways/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.gateways.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.gateways.items,data:data84};
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
const err158 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/gateways",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.gateways.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.gateways,data:data83};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data78.headers !== undefined){
let data85 = data78.headers;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
for(const key19 in data85){
let data86 = data85[key19];
const _errs248 = errors;
let valid66 = false;
let passing5 = null;
const _errs249 = errors;
const _errs250 = errors;
const _errs251 = errors;
const _errs252 = errors;
let valid68 = false;
const _errs253 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
let missing13;
if((data86.exact === undefined) && (missing13 = "exact")){
const err159 = {};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
var _valid11 = _errs253 === errors;
valid68 = valid68 || _valid11;
const _errs254 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
let missing14;
if((data86.prefix === undefined) && (missing14 = "prefix")){
const err160 = {};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
var _valid11 = _errs254 === errors;
valid68 = valid68 || _valid11;
const _errs255 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
let missing15;
if((data86.regex === undefined) && (missing15 = "regex")){
const err161 = {};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
var _valid11 = _errs255 === errors;
valid68 = valid68 || _valid11;
if(!valid68){
const err162 = {};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
else {
errors = _errs252;
if(vErrors !== null){
if(_errs252){
vErrors.length = _errs252;
}
else {
vErrors = null;
}
}
}
var valid67 = _errs251 === errors;
if(valid67){
const err163 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data86};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
else {
errors = _errs250;
if(vErrors !== null){
if(_errs250){
vErrors.length = _errs250;
}
else {
vErrors = null;
}
}
}
var _valid10 = _errs249 === errors;
if(_valid10){
valid66 = true;
passing5 = 0;
}
const _errs256 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.exact === undefined){
const err164 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data86};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
var _valid10 = _errs256 === errors;
if(_valid10 && valid66){
valid66 = false;
passing5 = [passing5, 1];
}
else {
if(_valid10){
valid66 = true;
passing5 = 1;
}
const _errs257 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.prefix === undefined){
const err165 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data86};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
var _valid10 = _errs257 === errors;
if(_valid10 && valid66){
valid66 = false;
passing5 = [passing5, 2];
}
else {
if(_valid10){
valid66 = true;
passing5 = 2;
}
const _errs258 = errors;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.regex === undefined){
const err166 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data86};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
var _valid10 = _errs258 === errors;
if(_valid10 && valid66){
valid66 = false;
passing5 = [passing5, 3];
}
else {
if(_valid10){
valid66 = true;
passing5 = 3;
}
}
}
}
if(!valid66){
const err167 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data86};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
else {
errors = _errs248;
if(vErrors !== null){
if(_errs248){
vErrors.length = _errs248;
}
else {
vErrors = null;
}
}
}
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
for(const key20 in data86){
if(!(((key20 === "exact") || (key20 === "prefix")) || (key20 === "regex"))){
const err168 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data86};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data86.exact !== undefined){
let data87 = data86.exact;
if(typeof data87 !== "string"){
const err169 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data87};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data86.prefix !== undefined){
let data88 = data86.prefix;
if(typeof data88 !== "string"){
const err170 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data88};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data86.regex !== undefined){
let data89 = data86.regex;
if(typeof data89 !== "string"){
const err171 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data89};
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
const err172 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data86};
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
const err173 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/headers",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.headers.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.headers,data:data85};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data78.ignoreUriCase !== undefined){
let data90 = data78.ignoreUriCase;
if(typeof data90 !== "boolean"){
const err174 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/ignoreUriCase",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/ignoreUriCase/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.ignoreUriCase.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.ignoreUriCase,data:data90};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data78.method !== undefined){
let data91 = data78.method;
const _errs271 = errors;
let valid71 = false;
let passing6 = null;
const _errs272 = errors;
const _errs273 = errors;
const _errs274 = errors;
const _errs275 = errors;
let valid73 = false;
const _errs276 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
let missing16;
if((data91.exact === undefined) && (missing16 = "exact")){
const err175 = {};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
var _valid13 = _errs276 === errors;
valid73 = valid73 || _valid13;
const _errs277 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
let missing17;
if((data91.prefix === undefined) && (missing17 = "prefix")){
const err176 = {};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
var _valid13 = _errs277 === errors;
valid73 = valid73 || _valid13;
const _errs278 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
let missing18;
if((data91.regex === undefined) && (missing18 = "regex")){
const err177 = {};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
var _valid13 = _errs278 === errors;
valid73 = valid73 || _valid13;
if(!valid73){
const err178 = {};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
else {
errors = _errs275;
if(vErrors !== null){
if(_errs275){
vErrors.length = _errs275;
}
else {
vErrors = null;
}
}
}
var valid72 = _errs274 === errors;
if(valid72){
const err179 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data91};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
else {
errors = _errs273;
if(vErrors !== null){
if(_errs273){
vErrors.length = _errs273;
}
else {
vErrors = null;
}
}
}
var _valid12 = _errs272 === errors;
if(_valid12){
valid71 = true;
passing6 = 0;
}
const _errs279 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.exact === undefined){
const err180 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data91};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
var _valid12 = _errs279 === errors;
if(_valid12 && valid71){
valid71 = false;
passing6 = [passing6, 1];
}
else {
if(_valid12){
valid71 = true;
passing6 = 1;
}
const _errs280 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.prefix === undefined){
const err181 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data91};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
var _valid12 = _errs280 === errors;
if(_valid12 && valid71){
valid71 = false;
passing6 = [passing6, 2];
}
else {
if(_valid12){
valid71 = true;
passing6 = 2;
}
const _errs281 = errors;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if(data91.regex === undefined){
const err182 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data91};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
var _valid12 = _errs281 === errors;
if(_valid12 && valid71){
valid71 = false;
passing6 = [passing6, 3];
}
else {
if(_valid12){
valid71 = true;
passing6 = 3;
}
}
}
}
if(!valid71){
const err183 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing6},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data91};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
else {
errors = _errs271;
if(vErrors !== null){
if(_errs271){
vErrors.length = _errs271;
}
else {
vErrors = null;
}
}
}
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
for(const key21 in data91){
if(!(((key21 === "exact") || (key21 === "prefix")) || (key21 === "regex"))){
const err184 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data91};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data91.exact !== undefined){
let data92 = data91.exact;
if(typeof data92 !== "string"){
const err185 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data92};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data91.prefix !== undefined){
let data93 = data91.prefix;
if(typeof data93 !== "string"){
const err186 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data93};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data91.regex !== undefined){
let data94 = data91.regex;
if(typeof data94 !== "string"){
const err187 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data94};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/method",schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data91};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data78.name !== undefined){
let data95 = data78.name;
if(typeof data95 !== "string"){
const err189 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/name",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.name.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.name,data:data95};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data78.port !== undefined){
let data96 = data78.port;
if(!((typeof data96 == "number") && (!(data96 % 1) && !isNaN(data96)))){
const err190 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/port",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.port.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.port,data:data96};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(typeof data96 == "number"){
if(data96 > 4294967295 || isNaN(data96)){
const err191 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/port",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.port,data:data96};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data96 < 0 || isNaN(data96)){
const err192 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/port",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.port,data:data96};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(!(formats4.validate(data96))){
const err193 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/port",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.port,data:data96};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
if(data78.queryParams !== undefined){
let data97 = data78.queryParams;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
for(const key22 in data97){
let data98 = data97[key22];
const _errs299 = errors;
let valid77 = false;
let passing7 = null;
const _errs300 = errors;
const _errs301 = errors;
const _errs302 = errors;
const _errs303 = errors;
let valid79 = false;
const _errs304 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
let missing19;
if((data98.exact === undefined) && (missing19 = "exact")){
const err194 = {};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
var _valid15 = _errs304 === errors;
valid79 = valid79 || _valid15;
const _errs305 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
let missing20;
if((data98.prefix === undefined) && (missing20 = "prefix")){
const err195 = {};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
var _valid15 = _errs305 === errors;
valid79 = valid79 || _valid15;
const _errs306 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
let missing21;
if((data98.regex === undefined) && (missing21 = "regex")){
const err196 = {};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
var _valid15 = _errs306 === errors;
valid79 = valid79 || _valid15;
if(!valid79){
const err197 = {};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
else {
errors = _errs303;
if(vErrors !== null){
if(_errs303){
vErrors.length = _errs303;
}
else {
vErrors = null;
}
}
}
var valid78 = _errs302 === errors;
if(valid78){
const err198 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data98};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
else {
errors = _errs301;
if(vErrors !== null){
if(_errs301){
vErrors.length = _errs301;
}
else {
vErrors = null;
}
}
}
var _valid14 = _errs300 === errors;
if(_valid14){
valid77 = true;
passing7 = 0;
}
const _errs307 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.exact === undefined){
const err199 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data98};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
var _valid14 = _errs307 === errors;
if(_valid14 && valid77){
valid77 = false;
passing7 = [passing7, 1];
}
else {
if(_valid14){
valid77 = true;
passing7 = 1;
}
const _errs308 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.prefix === undefined){
const err200 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data98};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
var _valid14 = _errs308 === errors;
if(_valid14 && valid77){
valid77 = false;
passing7 = [passing7, 2];
}
else {
if(_valid14){
valid77 = true;
passing7 = 2;
}
const _errs309 = errors;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.regex === undefined){
const err201 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data98};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
var _valid14 = _errs309 === errors;
if(_valid14 && valid77){
valid77 = false;
passing7 = [passing7, 3];
}
else {
if(_valid14){
valid77 = true;
passing7 = 3;
}
}
}
}
if(!valid77){
const err202 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing7},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data98};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
else {
errors = _errs299;
if(vErrors !== null){
if(_errs299){
vErrors.length = _errs299;
}
else {
vErrors = null;
}
}
}
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
for(const key23 in data98){
if(!(((key23 === "exact") || (key23 === "prefix")) || (key23 === "regex"))){
const err203 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data98};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data98.exact !== undefined){
let data99 = data98.exact;
if(typeof data99 !== "string"){
const err204 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data99};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data98.prefix !== undefined){
let data100 = data98.prefix;
if(typeof data100 !== "string"){
const err205 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data100};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data98.regex !== undefined){
let data101 = data98.regex;
if(typeof data101 !== "string"){
const err206 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data101};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data98};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/queryParams",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/queryParams/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.queryParams.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.queryParams,data:data97};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data78.scheme !== undefined){
let data102 = data78.scheme;
const _errs320 = errors;
let valid82 = false;
let passing8 = null;
const _errs321 = errors;
const _errs322 = errors;
const _errs323 = errors;
const _errs324 = errors;
let valid84 = false;
const _errs325 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
let missing22;
if((data102.exact === undefined) && (missing22 = "exact")){
const err209 = {};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
var _valid17 = _errs325 === errors;
valid84 = valid84 || _valid17;
const _errs326 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
let missing23;
if((data102.prefix === undefined) && (missing23 = "prefix")){
const err210 = {};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
var _valid17 = _errs326 === errors;
valid84 = valid84 || _valid17;
const _errs327 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
let missing24;
if((data102.regex === undefined) && (missing24 = "regex")){
const err211 = {};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
var _valid17 = _errs327 === errors;
valid84 = valid84 || _valid17;
if(!valid84){
const err212 = {};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
else {
errors = _errs324;
if(vErrors !== null){
if(_errs324){
vErrors.length = _errs324;
}
else {
vErrors = null;
}
}
}
var valid83 = _errs323 === errors;
if(valid83){
const err213 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data102};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
else {
errors = _errs322;
if(vErrors !== null){
if(_errs322){
vErrors.length = _errs322;
}
else {
vErrors = null;
}
}
}
var _valid16 = _errs321 === errors;
if(_valid16){
valid82 = true;
passing8 = 0;
}
const _errs328 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.exact === undefined){
const err214 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data102};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
var _valid16 = _errs328 === errors;
if(_valid16 && valid82){
valid82 = false;
passing8 = [passing8, 1];
}
else {
if(_valid16){
valid82 = true;
passing8 = 1;
}
const _errs329 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.prefix === undefined){
const err215 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data102};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
var _valid16 = _errs329 === errors;
if(_valid16 && valid82){
valid82 = false;
passing8 = [passing8, 2];
}
else {
if(_valid16){
valid82 = true;
passing8 = 2;
}
const _errs330 = errors;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.regex === undefined){
const err216 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data102};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
var _valid16 = _errs330 === errors;
if(_valid16 && valid82){
valid82 = false;
passing8 = [passing8, 3];
}
else {
if(_valid16){
valid82 = true;
passing8 = 3;
}
}
}
}
if(!valid82){
const err217 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing8},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data102};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
else {
errors = _errs320;
if(vErrors !== null){
if(_errs320){
vErrors.length = _errs320;
}
else {
vErrors = null;
}
}
}
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
for(const key24 in data102){
if(!(((key24 === "exact") || (key24 === "prefix")) || (key24 === "regex"))){
const err218 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data102};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data102.exact !== undefined){
let data103 = data102.exact;
if(typeof data103 !== "string"){
const err219 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data103};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data102.prefix !== undefined){
let data104 = data102.prefix;
if(typeof data104 !== "string"){
const err220 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data104};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data102.regex !== undefined){
let data105 = data102.regex;
if(typeof data105 !== "string"){
const err221 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data105};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/scheme",schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data102};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data78.sourceLabels !== undefined){
let data106 = data78.sourceLabels;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
for(const key25 in data106){
let data107 = data106[key25];
if(typeof data107 !== "string"){
const err223 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/sourceLabels/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/sourceLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceLabels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceLabels.additionalProperties,data:data107};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
else {
const err224 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/sourceLabels",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/sourceLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceLabels.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceLabels,data:data106};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data78.sourceNamespace !== undefined){
let data108 = data78.sourceNamespace;
if(typeof data108 !== "string"){
const err225 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/sourceNamespace",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/sourceNamespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceNamespace.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.sourceNamespace,data:data108};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data78.statPrefix !== undefined){
let data109 = data78.statPrefix;
if(typeof data109 !== "string"){
const err226 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/statPrefix",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/statPrefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.statPrefix.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.statPrefix,data:data109};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data78.uri !== undefined){
let data110 = data78.uri;
const _errs350 = errors;
let valid88 = false;
let passing9 = null;
const _errs351 = errors;
const _errs352 = errors;
const _errs353 = errors;
const _errs354 = errors;
let valid90 = false;
const _errs355 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
let missing25;
if((data110.exact === undefined) && (missing25 = "exact")){
const err227 = {};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
var _valid19 = _errs355 === errors;
valid90 = valid90 || _valid19;
const _errs356 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
let missing26;
if((data110.prefix === undefined) && (missing26 = "prefix")){
const err228 = {};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
var _valid19 = _errs356 === errors;
valid90 = valid90 || _valid19;
const _errs357 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
let missing27;
if((data110.regex === undefined) && (missing27 = "regex")){
const err229 = {};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
var _valid19 = _errs357 === errors;
valid90 = valid90 || _valid19;
if(!valid90){
const err230 = {};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
else {
errors = _errs354;
if(vErrors !== null){
if(_errs354){
vErrors.length = _errs354;
}
else {
vErrors = null;
}
}
}
var valid89 = _errs353 === errors;
if(valid89){
const err231 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data110};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
else {
errors = _errs352;
if(vErrors !== null){
if(_errs352){
vErrors.length = _errs352;
}
else {
vErrors = null;
}
}
}
var _valid18 = _errs351 === errors;
if(_valid18){
valid88 = true;
passing9 = 0;
}
const _errs358 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.exact === undefined){
const err232 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data110};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
var _valid18 = _errs358 === errors;
if(_valid18 && valid88){
valid88 = false;
passing9 = [passing9, 1];
}
else {
if(_valid18){
valid88 = true;
passing9 = 1;
}
const _errs359 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.prefix === undefined){
const err233 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data110};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
var _valid18 = _errs359 === errors;
if(_valid18 && valid88){
valid88 = false;
passing9 = [passing9, 2];
}
else {
if(_valid18){
valid88 = true;
passing9 = 2;
}
const _errs360 = errors;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.regex === undefined){
const err234 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data110};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
var _valid18 = _errs360 === errors;
if(_valid18 && valid88){
valid88 = false;
passing9 = [passing9, 3];
}
else {
if(_valid18){
valid88 = true;
passing9 = 3;
}
}
}
}
if(!valid88){
const err235 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing9},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data110};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
else {
errors = _errs350;
if(vErrors !== null){
if(_errs350){
vErrors.length = _errs350;
}
else {
vErrors = null;
}
}
}
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
for(const key26 in data110){
if(!(((key26 === "exact") || (key26 === "prefix")) || (key26 === "regex"))){
const err236 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data110};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data110.exact !== undefined){
let data111 = data110.exact;
if(typeof data111 !== "string"){
const err237 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data111};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data110.prefix !== undefined){
let data112 = data110.prefix;
if(typeof data112 !== "string"){
const err238 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data112};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data110.regex !== undefined){
let data113 = data110.regex;
if(typeof data113 !== "string"){
const err239 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data113};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
}
else {
const err240 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/uri",schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data110};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data78.withoutHeaders !== undefined){
let data114 = data78.withoutHeaders;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
for(const key27 in data114){
let data115 = data114[key27];
const _errs374 = errors;
let valid94 = false;
let passing10 = null;
const _errs375 = errors;
const _errs376 = errors;
const _errs377 = errors;
const _errs378 = errors;
let valid96 = false;
const _errs379 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
let missing28;
if((data115.exact === undefined) && (missing28 = "exact")){
const err241 = {};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
var _valid21 = _errs379 === errors;
valid96 = valid96 || _valid21;
const _errs380 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
let missing29;
if((data115.prefix === undefined) && (missing29 = "prefix")){
const err242 = {};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
var _valid21 = _errs380 === errors;
valid96 = valid96 || _valid21;
const _errs381 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
let missing30;
if((data115.regex === undefined) && (missing30 = "regex")){
const err243 = {};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
var _valid21 = _errs381 === errors;
valid96 = valid96 || _valid21;
if(!valid96){
const err244 = {};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
else {
errors = _errs378;
if(vErrors !== null){
if(_errs378){
vErrors.length = _errs378;
}
else {
vErrors = null;
}
}
}
var valid95 = _errs377 === errors;
if(valid95){
const err245 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema32.oneOf[0].not,parentSchema:schema32.oneOf[0],data:data115};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
else {
errors = _errs376;
if(vErrors !== null){
if(_errs376){
vErrors.length = _errs376;
}
else {
vErrors = null;
}
}
}
var _valid20 = _errs375 === errors;
if(_valid20){
valid94 = true;
passing10 = 0;
}
const _errs382 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.exact === undefined){
const err246 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/1/required",keyword:"required",params:{missingProperty: "exact"},message:"must have required property '"+"exact"+"'",schema:schema32.oneOf[1].required,parentSchema:schema32.oneOf[1],data:data115};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
var _valid20 = _errs382 === errors;
if(_valid20 && valid94){
valid94 = false;
passing10 = [passing10, 1];
}
else {
if(_valid20){
valid94 = true;
passing10 = 1;
}
const _errs383 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.prefix === undefined){
const err247 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/2/required",keyword:"required",params:{missingProperty: "prefix"},message:"must have required property '"+"prefix"+"'",schema:schema32.oneOf[2].required,parentSchema:schema32.oneOf[2],data:data115};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
var _valid20 = _errs383 === errors;
if(_valid20 && valid94){
valid94 = false;
passing10 = [passing10, 2];
}
else {
if(_valid20){
valid94 = true;
passing10 = 2;
}
const _errs384 = errors;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.regex === undefined){
const err248 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf/3/required",keyword:"required",params:{missingProperty: "regex"},message:"must have required property '"+"regex"+"'",schema:schema32.oneOf[3].required,parentSchema:schema32.oneOf[3],data:data115};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
var _valid20 = _errs384 === errors;
if(_valid20 && valid94){
valid94 = false;
passing10 = [passing10, 3];
}
else {
if(_valid20){
valid94 = true;
passing10 = 3;
}
}
}
}
if(!valid94){
const err249 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/oneOf",keyword:"oneOf",params:{passingSchemas: passing10},message:"must match exactly one schema in oneOf",schema:schema32.oneOf,parentSchema:schema32,data:data115};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
else {
errors = _errs374;
if(vErrors !== null){
if(_errs374){
vErrors.length = _errs374;
}
else {
vErrors = null;
}
}
}
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
for(const key28 in data115){
if(!(((key28 === "exact") || (key28 === "prefix")) || (key28 === "regex"))){
const err250 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data115};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data115.exact !== undefined){
let data116 = data115.exact;
if(typeof data116 !== "string"){
const err251 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/exact",schemaPath:"#/$defs/allowOrigins/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.exact.type,parentSchema:schema32.properties.exact,data:data116};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data115.prefix !== undefined){
let data117 = data115.prefix;
if(typeof data117 !== "string"){
const err252 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/prefix",schemaPath:"#/$defs/allowOrigins/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.prefix.type,parentSchema:schema32.properties.prefix,data:data117};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data115.regex !== undefined){
let data118 = data115.regex;
if(typeof data118 !== "string"){
const err253 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/regex",schemaPath:"#/$defs/allowOrigins/properties/regex/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.regex.type,parentSchema:schema32.properties.regex,data:data118};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
else {
const err254 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/allowOrigins/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data115};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12+"/withoutHeaders",schemaPath:"#/properties/spec/properties/http/items/properties/match/items/properties/withoutHeaders/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.match.items.properties.withoutHeaders.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items.properties.withoutHeaders,data:data114};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/spec/http/" + i6+"/match/" + i12,schemaPath:"#/properties/spec/properties/http/items/properties/match/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.match.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match.items,data:data78};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
else {
const err257 = {instancePath:instancePath+"/spec/http/" + i6+"/match",schemaPath:"#/properties/spec/properties/http/items/properties/match/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.match.type,parentSchema:schema31.properties.spec.properties.http.items.properties.match,data:data77};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data37.mirror !== undefined){
let data119 = data37.mirror;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.host === undefined){
const err258 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror",schemaPath:"#/$defs/mirror/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema43.required,parentSchema:schema43,data:data119};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
for(const key29 in data119){
if(!(((key29 === "host") || (key29 === "port")) || (key29 === "subset"))){
const err259 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data:data119};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data119.host !== undefined){
let data120 = data119.host;
if(typeof data120 !== "string"){
const err260 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.host.type,parentSchema:schema43.properties.host,data:data120};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data119.port !== undefined){
let data121 = data119.port;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
for(const key30 in data121){
if(!(key30 === "number")){
const err261 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.port,data:data121};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data121.number !== undefined){
let data122 = data121.number;
if(!((typeof data122 == "number") && (!(data122 % 1) && !isNaN(data122)))){
const err262 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.port.properties.number.type,parentSchema:schema43.properties.port.properties.number,data:data122};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(typeof data122 == "number"){
if(data122 > 4294967295 || isNaN(data122)){
const err263 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema43.properties.port.properties.number,data:data122};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(data122 < 0 || isNaN(data122)){
const err264 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.port.properties.number,data:data122};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(!(formats4.validate(data122))){
const err265 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema43.properties.port.properties.number,data:data122};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
}
else {
const err266 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.port.type,parentSchema:schema43.properties.port,data:data121};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data119.subset !== undefined){
let data123 = data119.subset;
if(typeof data123 !== "string"){
const err267 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.subset.type,parentSchema:schema43.properties.subset,data:data123};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
}
else {
const err268 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data119};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data37.mirror_percent !== undefined){
let data124 = data37.mirror_percent;
if(!((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124)))){
const err269 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror_percent",schemaPath:"#/properties/spec/properties/http/items/properties/mirror_percent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.mirror_percent.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirror_percent,data:data124};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(typeof data124 == "number"){
if(data124 > 4294967295 || isNaN(data124)){
const err270 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror_percent",schemaPath:"#/properties/spec/properties/http/items/properties/mirror_percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.mirror_percent,data:data124};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(data124 < 0 || isNaN(data124)){
const err271 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror_percent",schemaPath:"#/properties/spec/properties/http/items/properties/mirror_percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.mirror_percent,data:data124};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(!(formats4.validate(data124))){
const err272 = {instancePath:instancePath+"/spec/http/" + i6+"/mirror_percent",schemaPath:"#/properties/spec/properties/http/items/properties/mirror_percent/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.mirror_percent,data:data124};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
if(data37.mirrorPercent !== undefined){
let data125 = data37.mirrorPercent;
if(!((typeof data125 == "number") && (!(data125 % 1) && !isNaN(data125)))){
const err273 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercent",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.mirrorPercent.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercent,data:data125};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(typeof data125 == "number"){
if(data125 > 4294967295 || isNaN(data125)){
const err274 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercent",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercent,data:data125};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(data125 < 0 || isNaN(data125)){
const err275 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercent",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercent,data:data125};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(!(formats4.validate(data125))){
const err276 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercent",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercent/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercent,data:data125};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
}
if(data37.mirrorPercentage !== undefined){
let data126 = data37.mirrorPercentage;
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
for(const key31 in data126){
if(!(key31 === "value")){
const err277 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercentage",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage,data:data126};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
if(data126.value !== undefined){
let data127 = data126.value;
if(typeof data127 == "number"){
if(!(formats16.validate(data127))){
const err278 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage.properties.value,data:data127};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
else {
const err279 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage.properties.value.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage.properties.value,data:data127};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
}
else {
const err280 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrorPercentage",schemaPath:"#/properties/spec/properties/http/items/properties/mirrorPercentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrorPercentage,data:data126};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data37.mirrors !== undefined){
let data128 = data37.mirrors;
if(Array.isArray(data128)){
const len14 = data128.length;
for(let i14=0; i14<len14; i14++){
let data129 = data128[i14];
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
if(data129.destination === undefined){
const err281 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14,schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema31.properties.spec.properties.http.items.properties.mirrors.items.required,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items,data:data129};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
for(const key32 in data129){
if(!((key32 === "destination") || (key32 === "percentage"))){
const err282 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14,schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items,data:data129};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data129.destination !== undefined){
let data130 = data129.destination;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.host === undefined){
const err283 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination",schemaPath:"#/$defs/mirror/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema43.required,parentSchema:schema43,data:data130};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
for(const key33 in data130){
if(!(((key33 === "host") || (key33 === "port")) || (key33 === "subset"))){
const err284 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data:data130};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data130.host !== undefined){
let data131 = data130.host;
if(typeof data131 !== "string"){
const err285 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.host.type,parentSchema:schema43.properties.host,data:data131};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data130.port !== undefined){
let data132 = data130.port;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
for(const key34 in data132){
if(!(key34 === "number")){
const err286 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.port,data:data132};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data132.number !== undefined){
let data133 = data132.number;
if(!((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133)))){
const err287 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.port.properties.number.type,parentSchema:schema43.properties.port.properties.number,data:data133};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if(typeof data133 == "number"){
if(data133 > 4294967295 || isNaN(data133)){
const err288 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema43.properties.port.properties.number,data:data133};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data133 < 0 || isNaN(data133)){
const err289 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.port.properties.number,data:data133};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(!(formats4.validate(data133))){
const err290 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema43.properties.port.properties.number,data:data133};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
}
else {
const err291 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.port.type,parentSchema:schema43.properties.port,data:data132};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
if(data130.subset !== undefined){
let data134 = data130.subset;
if(typeof data134 !== "string"){
const err292 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.subset.type,parentSchema:schema43.properties.subset,data:data134};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
}
else {
const err293 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/destination",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data130};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
if(data129.percentage !== undefined){
let data135 = data129.percentage;
if(data135 && typeof data135 == "object" && !Array.isArray(data135)){
for(const key35 in data135){
if(!(key35 === "value")){
const err294 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/properties/percentage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage,data:data135};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data135.value !== undefined){
let data136 = data135.value;
if(typeof data136 == "number"){
if(!(formats16.validate(data136))){
const err295 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/properties/percentage/properties/value/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage.properties.value,data:data136};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
else {
const err296 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/percentage/value",schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/properties/percentage/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage.properties.value.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage.properties.value,data:data136};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
}
else {
const err297 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14+"/percentage",schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/properties/percentage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items.properties.percentage,data:data135};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
}
else {
const err298 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors/" + i14,schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.mirrors.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors.items,data:data129};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
else {
const err299 = {instancePath:instancePath+"/spec/http/" + i6+"/mirrors",schemaPath:"#/properties/spec/properties/http/items/properties/mirrors/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.mirrors.type,parentSchema:schema31.properties.spec.properties.http.items.properties.mirrors,data:data128};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data37.name !== undefined){
let data137 = data37.name;
if(typeof data137 !== "string"){
const err300 = {instancePath:instancePath+"/spec/http/" + i6+"/name",schemaPath:"#/properties/spec/properties/http/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.name.type,parentSchema:schema31.properties.spec.properties.http.items.properties.name,data:data137};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data37.redirect !== undefined){
let data138 = data37.redirect;
const _errs441 = errors;
let valid109 = false;
let passing11 = null;
const _errs442 = errors;
const _errs443 = errors;
const _errs444 = errors;
const _errs445 = errors;
let valid111 = false;
const _errs446 = errors;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
let missing31;
if((data138.port === undefined) && (missing31 = "port")){
const err301 = {};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
var _valid23 = _errs446 === errors;
valid111 = valid111 || _valid23;
const _errs447 = errors;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
let missing32;
if((data138.derivePort === undefined) && (missing32 = "derivePort")){
const err302 = {};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
var _valid23 = _errs447 === errors;
valid111 = valid111 || _valid23;
if(!valid111){
const err303 = {};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
else {
errors = _errs445;
if(vErrors !== null){
if(_errs445){
vErrors.length = _errs445;
}
else {
vErrors = null;
}
}
}
var valid110 = _errs444 === errors;
if(valid110){
const err304 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[0].not,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[0],data:data138};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
else {
errors = _errs443;
if(vErrors !== null){
if(_errs443){
vErrors.length = _errs443;
}
else {
vErrors = null;
}
}
}
var _valid22 = _errs442 === errors;
if(_valid22){
valid109 = true;
passing11 = 0;
}
const _errs448 = errors;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if(data138.port === undefined){
const err305 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/oneOf/1/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'",schema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[1].required,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[1],data:data138};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
var _valid22 = _errs448 === errors;
if(_valid22 && valid109){
valid109 = false;
passing11 = [passing11, 1];
}
else {
if(_valid22){
valid109 = true;
passing11 = 1;
}
const _errs449 = errors;
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
if(data138.derivePort === undefined){
const err306 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/oneOf/2/required",keyword:"required",params:{missingProperty: "derivePort"},message:"must have required property '"+"derivePort"+"'",schema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[2].required,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf[2],data:data138};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
var _valid22 = _errs449 === errors;
if(_valid22 && valid109){
valid109 = false;
passing11 = [passing11, 2];
}
else {
if(_valid22){
valid109 = true;
passing11 = 2;
}
}
}
if(!valid109){
const err307 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/oneOf",keyword:"oneOf",params:{passingSchemas: passing11},message:"must match exactly one schema in oneOf",schema:schema31.properties.spec.properties.http.items.properties.redirect.oneOf,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect,data:data138};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
else {
errors = _errs441;
if(vErrors !== null){
if(_errs441){
vErrors.length = _errs441;
}
else {
vErrors = null;
}
}
}
if(data138 && typeof data138 == "object" && !Array.isArray(data138)){
for(const key36 in data138){
if(!(((((((key36 === "authority") || (key36 === "derivePort")) || (key36 === "port")) || (key36 === "prefixRewrite")) || (key36 === "redirectCode")) || (key36 === "scheme")) || (key36 === "uri"))){
const err308 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect,data:data138};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data138.authority !== undefined){
let data139 = data138.authority;
if(typeof data139 !== "string"){
const err309 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/authority",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.authority.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.authority,data:data139};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
if(data138.derivePort !== undefined){
let data140 = data138.derivePort;
if(typeof data140 !== "string"){
const err310 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/derivePort",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/derivePort/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.derivePort.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.derivePort,data:data140};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(!((data140 === "FROM_PROTOCOL_DEFAULT") || (data140 === "FROM_REQUEST_PORT"))){
const err311 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/derivePort",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/derivePort/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.http.items.properties.redirect.properties.derivePort.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.derivePort.enum,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.derivePort,data:data140};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
if(data138.port !== undefined){
let data141 = data138.port;
if(!((typeof data141 == "number") && (!(data141 % 1) && !isNaN(data141)))){
const err312 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/port",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.port.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.port,data:data141};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(typeof data141 == "number"){
if(data141 > 4294967295 || isNaN(data141)){
const err313 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/port",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.port,data:data141};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
if(data141 < 0 || isNaN(data141)){
const err314 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/port",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.port,data:data141};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if(!(formats4.validate(data141))){
const err315 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/port",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.port,data:data141};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
if(data138.prefixRewrite !== undefined){
let data142 = data138.prefixRewrite;
if(typeof data142 !== "string"){
const err316 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/prefixRewrite",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/prefixRewrite/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.prefixRewrite.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.prefixRewrite,data:data142};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
if(data138.redirectCode !== undefined){
let data143 = data138.redirectCode;
if(!((typeof data143 == "number") && (!(data143 % 1) && !isNaN(data143)))){
const err317 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/redirectCode",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/redirectCode/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.redirectCode.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.redirectCode,data:data143};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(typeof data143 == "number"){
if(data143 > 4294967295 || isNaN(data143)){
const err318 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/redirectCode",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/redirectCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.redirectCode,data:data143};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
if(data143 < 0 || isNaN(data143)){
const err319 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/redirectCode",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/redirectCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.redirectCode,data:data143};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(!(formats4.validate(data143))){
const err320 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/redirectCode",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/redirectCode/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.redirectCode,data:data143};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
}
if(data138.scheme !== undefined){
let data144 = data138.scheme;
if(typeof data144 !== "string"){
const err321 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/scheme",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/scheme/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.scheme.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.scheme,data:data144};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
if(data138.uri !== undefined){
let data145 = data138.uri;
if(typeof data145 !== "string"){
const err322 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect/uri",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.redirect.properties.uri.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect.properties.uri,data:data145};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
else {
const err323 = {instancePath:instancePath+"/spec/http/" + i6+"/redirect",schemaPath:"#/properties/spec/properties/http/items/properties/redirect/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.redirect.type,parentSchema:schema31.properties.spec.properties.http.items.properties.redirect,data:data138};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data37.retries !== undefined){
let data146 = data37.retries;
if(data146 && typeof data146 == "object" && !Array.isArray(data146)){
for(const key37 in data146){
if(!((((((key37 === "attempts") || (key37 === "backoff")) || (key37 === "perTryTimeout")) || (key37 === "retryIgnorePreviousHosts")) || (key37 === "retryOn")) || (key37 === "retryRemoteLocalities"))){
const err324 = {instancePath:instancePath+"/spec/http/" + i6+"/retries",schemaPath:"#/properties/spec/properties/http/items/properties/retries/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.retries,data:data146};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
if(data146.attempts !== undefined){
let data147 = data146.attempts;
if(!((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147)))){
const err325 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/attempts",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/attempts/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.attempts.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.attempts,data:data147};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
if(typeof data147 == "number"){
if(!(formats14.validate(data147))){
const err326 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/attempts",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/attempts/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.attempts,data:data147};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
}
if(data146.backoff !== undefined){
let data148 = data146.backoff;
if(typeof data148 === "string"){
if(!(formats8(data148))){
const err327 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/backoff",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/backoff/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.backoff,data:data148};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
else {
const err328 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/backoff",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/backoff/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.backoff.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.backoff,data:data148};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
if(data146.perTryTimeout !== undefined){
let data149 = data146.perTryTimeout;
if(typeof data149 === "string"){
if(!(formats8(data149))){
const err329 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/perTryTimeout",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/perTryTimeout/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.perTryTimeout,data:data149};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
else {
const err330 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/perTryTimeout",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/perTryTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.perTryTimeout.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.perTryTimeout,data:data149};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data146.retryIgnorePreviousHosts !== undefined){
let data150 = data146.retryIgnorePreviousHosts;
if(typeof data150 !== "boolean"){
const err331 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/retryIgnorePreviousHosts",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/retryIgnorePreviousHosts/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryIgnorePreviousHosts.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryIgnorePreviousHosts,data:data150};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
if(data146.retryOn !== undefined){
let data151 = data146.retryOn;
if(typeof data151 !== "string"){
const err332 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/retryOn",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/retryOn/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryOn.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryOn,data:data151};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data146.retryRemoteLocalities !== undefined){
let data152 = data146.retryRemoteLocalities;
if(typeof data152 !== "boolean"){
const err333 = {instancePath:instancePath+"/spec/http/" + i6+"/retries/retryRemoteLocalities",schemaPath:"#/properties/spec/properties/http/items/properties/retries/properties/retryRemoteLocalities/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryRemoteLocalities.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries.properties.retryRemoteLocalities,data:data152};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
}
else {
const err334 = {instancePath:instancePath+"/spec/http/" + i6+"/retries",schemaPath:"#/properties/spec/properties/http/items/properties/retries/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.retries.type,parentSchema:schema31.properties.spec.properties.http.items.properties.retries,data:data146};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
if(data37.rewrite !== undefined){
let data153 = data37.rewrite;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
for(const key38 in data153){
if(!(((key38 === "authority") || (key38 === "uri")) || (key38 === "uriRegexRewrite"))){
const err335 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite,data:data153};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data153.authority !== undefined){
let data154 = data153.authority;
if(typeof data154 !== "string"){
const err336 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/authority",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/authority/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.authority.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.authority,data:data154};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
if(data153.uri !== undefined){
let data155 = data153.uri;
if(typeof data155 !== "string"){
const err337 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/uri",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uri.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uri,data:data155};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data153.uriRegexRewrite !== undefined){
let data156 = data153.uriRegexRewrite;
if(data156 && typeof data156 == "object" && !Array.isArray(data156)){
for(const key39 in data156){
if(!((key39 === "match") || (key39 === "rewrite"))){
const err338 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/uriRegexRewrite",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/uriRegexRewrite/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite,data:data156};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
if(data156.match !== undefined){
let data157 = data156.match;
if(typeof data157 !== "string"){
const err339 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/uriRegexRewrite/match",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/uriRegexRewrite/properties/match/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite.properties.match.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite.properties.match,data:data157};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
if(data156.rewrite !== undefined){
let data158 = data156.rewrite;
if(typeof data158 !== "string"){
const err340 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/uriRegexRewrite/rewrite",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/uriRegexRewrite/properties/rewrite/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite.properties.rewrite.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite.properties.rewrite,data:data158};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
}
else {
const err341 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite/uriRegexRewrite",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/properties/uriRegexRewrite/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite.properties.uriRegexRewrite,data:data156};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
}
else {
const err342 = {instancePath:instancePath+"/spec/http/" + i6+"/rewrite",schemaPath:"#/properties/spec/properties/http/items/properties/rewrite/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.rewrite.type,parentSchema:schema31.properties.spec.properties.http.items.properties.rewrite,data:data153};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data37.route !== undefined){
let data159 = data37.route;
if(Array.isArray(data159)){
const len15 = data159.length;
for(let i15=0; i15<len15; i15++){
let data160 = data159[i15];
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
if(data160.destination === undefined){
const err343 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15,schemaPath:"#/properties/spec/properties/http/items/properties/route/items/required",keyword:"required",params:{missingProperty: "destination"},message:"must have required property '"+"destination"+"'",schema:schema31.properties.spec.properties.http.items.properties.route.items.required,parentSchema:schema31.properties.spec.properties.http.items.properties.route.items,data:data160};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
for(const key40 in data160){
if(!(((key40 === "destination") || (key40 === "headers")) || (key40 === "weight"))){
const err344 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15,schemaPath:"#/properties/spec/properties/http/items/properties/route/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.http.items.properties.route.items,data:data160};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
if(data160.destination !== undefined){
let data161 = data160.destination;
if(data161 && typeof data161 == "object" && !Array.isArray(data161)){
if(data161.host === undefined){
const err345 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination",schemaPath:"#/$defs/mirror/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema43.required,parentSchema:schema43,data:data161};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
for(const key41 in data161){
if(!(((key41 === "host") || (key41 === "port")) || (key41 === "subset"))){
const err346 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination",schemaPath:"#/$defs/mirror/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data:data161};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
if(data161.host !== undefined){
let data162 = data161.host;
if(typeof data162 !== "string"){
const err347 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/host",schemaPath:"#/$defs/mirror/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.host.type,parentSchema:schema43.properties.host,data:data162};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data161.port !== undefined){
let data163 = data161.port;
if(data163 && typeof data163 == "object" && !Array.isArray(data163)){
for(const key42 in data163){
if(!(key42 === "number")){
const err348 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties",schema:false,parentSchema:schema43.properties.port,data:data163};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data163.number !== undefined){
let data164 = data163.number;
if(!((typeof data164 == "number") && (!(data164 % 1) && !isNaN(data164)))){
const err349 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.port.properties.number.type,parentSchema:schema43.properties.port.properties.number,data:data164};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(typeof data164 == "number"){
if(data164 > 4294967295 || isNaN(data164)){
const err350 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema43.properties.port.properties.number,data:data164};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(data164 < 0 || isNaN(data164)){
const err351 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.port.properties.number,data:data164};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(!(formats4.validate(data164))){
const err352 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port/number",schemaPath:"#/$defs/mirror/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema43.properties.port.properties.number,data:data164};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
}
}
else {
const err353 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/port",schemaPath:"#/$defs/mirror/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.port.type,parentSchema:schema43.properties.port,data:data163};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data161.subset !== undefined){
let data165 = data161.subset;
if(typeof data165 !== "string"){
const err354 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination/subset",schemaPath:"#/$defs/mirror/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.subset.type,parentSchema:schema43.properties.subset,data:data165};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
}
else {
const err355 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/destination",schemaPath:"#/$defs/mirror/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data161};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
if(data160.headers !== undefined){
if(!(validate21(data160.headers, {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/headers",parentData:data160,parentDataProperty:"headers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data160.weight !== undefined){
let data167 = data160.weight;
if(!((typeof data167 == "number") && (!(data167 % 1) && !isNaN(data167)))){
const err356 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/weight",schemaPath:"#/properties/spec/properties/http/items/properties/route/items/properties/weight/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.http.items.properties.route.items.properties.weight.type,parentSchema:schema31.properties.spec.properties.http.items.properties.route.items.properties.weight,data:data167};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(typeof data167 == "number"){
if(!(formats14.validate(data167))){
const err357 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15+"/weight",schemaPath:"#/properties/spec/properties/http/items/properties/route/items/properties/weight/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema31.properties.spec.properties.http.items.properties.route.items.properties.weight,data:data167};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
}
}
else {
const err358 = {instancePath:instancePath+"/spec/http/" + i6+"/route/" + i15,schemaPath:"#/properties/spec/properties/http/items/properties/route/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.properties.route.items.type,parentSchema:schema31.properties.spec.properties.http.items.properties.route.items,data:data160};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
}
else {
const err359 = {instancePath:instancePath+"/spec/http/" + i6+"/route",schemaPath:"#/properties/spec/properties/http/items/properties/route/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.items.properties.route.type,parentSchema:schema31.properties.spec.properties.http.items.properties.route,data:data159};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data37.timeout !== undefined){
let data168 = data37.timeout;
if(typeof data168 === "string"){
if(!(formats8(data168))){
const err360 = {instancePath:instancePath+"/spec/http/" + i6+"/timeout",schemaPath:"#/properties/spec/properties/http/items/properties/timeout/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema31.properties.spec.properties.http.items.properties.timeout,data:data168};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
else {
const err361 = {instancePath:instancePath+"/spec/http/" + i6+"/timeout",schemaPath:"#/properties/spec/properties/http/items/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.http.items.properties.timeout.type,parentSchema:schema31.properties.spec.properties.http.items.properties.timeout,data:data168};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
}
else {
const err362 = {instancePath:instancePath+"/spec/http/" + i6,schemaPath:"#/properties/spec/properties/http/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.http.items.type,parentSchema:schema31.properties.spec.properties.http.items,data:data37};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
}
else {
const err363 = {instancePath:instancePath+"/spec/http",schemaPath:"#/properties/spec/properties/http/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.http.type,parentSchema:schema31.properties.spec.properties.http,data:data36};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
if(data29.tcp !== undefined){
let data169 = data29.tcp;
if(Array.isArray(data169)){
const len16 = data169.length;
for(let i16=0; i16<len16; i16++){
let data170 = data169[i16];
if(data170 && typeof data170 == "object" && !Array.isArray(data170)){
for(const key43 in data170){
if(!((key43 === "match") || (key43 === "route"))){
const err364 = {instancePath:instancePath+"/spec/tcp/" + i16,schemaPath:"#/properties/spec/properties/tcp/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.tcp.items,data:data170};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
if(data170.match !== undefined){
let data171 = data170.match;
if(Array.isArray(data171)){
const len17 = data171.length;
for(let i17=0; i17<len17; i17++){
let data172 = data171[i17];
if(data172 && typeof data172 == "object" && !Array.isArray(data172)){
for(const key44 in data172){
if(!((((((key44 === "destinationSubnets") || (key44 === "gateways")) || (key44 === "port")) || (key44 === "sourceLabels")) || (key44 === "sourceNamespace")) || (key44 === "sourceSubnet"))){
const err365 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17,schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items,data:data172};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
if(data172.destinationSubnets !== undefined){
let data173 = data172.destinationSubnets;
if(Array.isArray(data173)){
const len18 = data173.length;
for(let i18=0; i18<len18; i18++){
let data174 = data173[i18];
if(typeof data174 !== "string"){
const err366 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/destinationSubnets/" + i18,schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/destinationSubnets/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.destinationSubnets.items.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.destinationSubnets.items,data:data174};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
else {
const err367 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/destinationSubnets",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/destinationSubnets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.destinationSubnets.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.destinationSubnets,data:data173};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data172.gateways !== undefined){
let data175 = data172.gateways;
if(Array.isArray(data175)){
const len19 = data175.length;
for(let i19=0; i19<len19; i19++){
let data176 = data175[i19];
if(typeof data176 !== "string"){
const err368 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/gateways/" + i19,schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/gateways/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.gateways.items.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.gateways.items,data:data176};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
}
else {
const err369 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/gateways",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.gateways.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.gateways,data:data175};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data172.port !== undefined){
let data177 = data172.port;
if(!((typeof data177 == "number") && (!(data177 % 1) && !isNaN(data177)))){
const err370 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/port",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.port.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.port,data:data177};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(typeof data177 == "number"){
if(data177 > 4294967295 || isNaN(data177)){
const err371 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/port",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.port,data:data177};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data177 < 0 || isNaN(data177)){
const err372 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/port",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.port,data:data177};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
if(!(formats4.validate(data177))){
const err373 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/port",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.port,data:data177};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
}
if(data172.sourceLabels !== undefined){
let data178 = data172.sourceLabels;
if(data178 && typeof data178 == "object" && !Array.isArray(data178)){
for(const key45 in data178){
let data179 = data178[key45];
if(typeof data179 !== "string"){
const err374 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/sourceLabels/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/sourceLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceLabels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceLabels.additionalProperties,data:data179};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
}
else {
const err375 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/sourceLabels",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/sourceLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceLabels.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceLabels,data:data178};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data172.sourceNamespace !== undefined){
let data180 = data172.sourceNamespace;
if(typeof data180 !== "string"){
const err376 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/sourceNamespace",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/sourceNamespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceNamespace.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceNamespace,data:data180};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
if(data172.sourceSubnet !== undefined){
let data181 = data172.sourceSubnet;
if(typeof data181 !== "string"){
const err377 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17+"/sourceSubnet",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/properties/sourceSubnet/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceSubnet.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items.properties.sourceSubnet,data:data181};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
}
else {
const err378 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match/" + i17,schemaPath:"#/properties/spec/properties/tcp/items/properties/match/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tcp.items.properties.match.items.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match.items,data:data172};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
}
else {
const err379 = {instancePath:instancePath+"/spec/tcp/" + i16+"/match",schemaPath:"#/properties/spec/properties/tcp/items/properties/match/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tcp.items.properties.match.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.match,data:data171};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data170.route !== undefined){
let data182 = data170.route;
if(Array.isArray(data182)){
const len20 = data182.length;
for(let i20=0; i20<len20; i20++){
if(!(validate24(data182[i20], {instancePath:instancePath+"/spec/tcp/" + i16+"/route/" + i20,parentData:data182,parentDataProperty:i20,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err380 = {instancePath:instancePath+"/spec/tcp/" + i16+"/route",schemaPath:"#/properties/spec/properties/tcp/items/properties/route/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tcp.items.properties.route.type,parentSchema:schema31.properties.spec.properties.tcp.items.properties.route,data:data182};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
}
else {
const err381 = {instancePath:instancePath+"/spec/tcp/" + i16,schemaPath:"#/properties/spec/properties/tcp/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tcp.items.type,parentSchema:schema31.properties.spec.properties.tcp.items,data:data170};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
}
else {
const err382 = {instancePath:instancePath+"/spec/tcp",schemaPath:"#/properties/spec/properties/tcp/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tcp.type,parentSchema:schema31.properties.spec.properties.tcp,data:data169};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
if(data29.tls !== undefined){
let data184 = data29.tls;
if(Array.isArray(data184)){
const len21 = data184.length;
for(let i21=0; i21<len21; i21++){
let data185 = data184[i21];
if(data185 && typeof data185 == "object" && !Array.isArray(data185)){
if(data185.match === undefined){
const err383 = {instancePath:instancePath+"/spec/tls/" + i21,schemaPath:"#/properties/spec/properties/tls/items/required",keyword:"required",params:{missingProperty: "match"},message:"must have required property '"+"match"+"'",schema:schema31.properties.spec.properties.tls.items.required,parentSchema:schema31.properties.spec.properties.tls.items,data:data185};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
for(const key46 in data185){
if(!((key46 === "match") || (key46 === "route"))){
const err384 = {instancePath:instancePath+"/spec/tls/" + i21,schemaPath:"#/properties/spec/properties/tls/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.tls.items,data:data185};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
if(data185.match !== undefined){
let data186 = data185.match;
if(Array.isArray(data186)){
const len22 = data186.length;
for(let i22=0; i22<len22; i22++){
let data187 = data186[i22];
if(data187 && typeof data187 == "object" && !Array.isArray(data187)){
if(data187.sniHosts === undefined){
const err385 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/required",keyword:"required",params:{missingProperty: "sniHosts"},message:"must have required property '"+"sniHosts"+"'",schema:schema31.properties.spec.properties.tls.items.properties.match.items.required,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items,data:data187};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
for(const key47 in data187){
if(!((((((key47 === "destinationSubnets") || (key47 === "gateways")) || (key47 === "port")) || (key47 === "sniHosts")) || (key47 === "sourceLabels")) || (key47 === "sourceNamespace"))){
const err386 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items,data:data187};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
if(data187.destinationSubnets !== undefined){
let data188 = data187.destinationSubnets;
if(Array.isArray(data188)){
const len23 = data188.length;
for(let i23=0; i23<len23; i23++){
let data189 = data188[i23];
if(typeof data189 !== "string"){
const err387 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/destinationSubnets/" + i23,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/destinationSubnets/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.destinationSubnets.items.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.destinationSubnets.items,data:data189};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
}
else {
const err388 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/destinationSubnets",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/destinationSubnets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.destinationSubnets.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.destinationSubnets,data:data188};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
if(data187.gateways !== undefined){
let data190 = data187.gateways;
if(Array.isArray(data190)){
const len24 = data190.length;
for(let i24=0; i24<len24; i24++){
let data191 = data190[i24];
if(typeof data191 !== "string"){
const err389 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/gateways/" + i24,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/gateways/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.gateways.items.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.gateways.items,data:data191};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
}
else {
const err390 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/gateways",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.gateways.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.gateways,data:data190};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
if(data187.port !== undefined){
let data192 = data187.port;
if(!((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192)))){
const err391 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/port",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.port.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.port,data:data192};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if(typeof data192 == "number"){
if(data192 > 4294967295 || isNaN(data192)){
const err392 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/port",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.port,data:data192};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if(data192 < 0 || isNaN(data192)){
const err393 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/port",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.port,data:data192};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(!(formats4.validate(data192))){
const err394 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/port",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/port/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.port,data:data192};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
}
if(data187.sniHosts !== undefined){
let data193 = data187.sniHosts;
if(Array.isArray(data193)){
const len25 = data193.length;
for(let i25=0; i25<len25; i25++){
let data194 = data193[i25];
if(typeof data194 !== "string"){
const err395 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/sniHosts/" + i25,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/sniHosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sniHosts.items.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sniHosts.items,data:data194};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
}
else {
const err396 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/sniHosts",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/sniHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sniHosts.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sniHosts,data:data193};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
if(data187.sourceLabels !== undefined){
let data195 = data187.sourceLabels;
if(data195 && typeof data195 == "object" && !Array.isArray(data195)){
for(const key48 in data195){
let data196 = data195[key48];
if(typeof data196 !== "string"){
const err397 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/sourceLabels/" + key48.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/sourceLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceLabels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceLabels.additionalProperties,data:data196};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
}
else {
const err398 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/sourceLabels",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/sourceLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceLabels.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceLabels,data:data195};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
if(data187.sourceNamespace !== undefined){
let data197 = data187.sourceNamespace;
if(typeof data197 !== "string"){
const err399 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22+"/sourceNamespace",schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/properties/sourceNamespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceNamespace.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items.properties.sourceNamespace,data:data197};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
}
else {
const err400 = {instancePath:instancePath+"/spec/tls/" + i21+"/match/" + i22,schemaPath:"#/properties/spec/properties/tls/items/properties/match/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tls.items.properties.match.items.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match.items,data:data187};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
}
else {
const err401 = {instancePath:instancePath+"/spec/tls/" + i21+"/match",schemaPath:"#/properties/spec/properties/tls/items/properties/match/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.items.properties.match.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.match,data:data186};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
}
if(data185.route !== undefined){
let data198 = data185.route;
if(Array.isArray(data198)){
const len26 = data198.length;
for(let i26=0; i26<len26; i26++){
if(!(validate24(data198[i26], {instancePath:instancePath+"/spec/tls/" + i21+"/route/" + i26,parentData:data198,parentDataProperty:i26,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err402 = {instancePath:instancePath+"/spec/tls/" + i21+"/route",schemaPath:"#/properties/spec/properties/tls/items/properties/route/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.items.properties.route.type,parentSchema:schema31.properties.spec.properties.tls.items.properties.route,data:data198};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
}
else {
const err403 = {instancePath:instancePath+"/spec/tls/" + i21,schemaPath:"#/properties/spec/properties/tls/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tls.items.type,parentSchema:schema31.properties.spec.properties.tls.items,data:data185};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
}
else {
const err404 = {instancePath:instancePath+"/spec/tls",schemaPath:"#/properties/spec/properties/tls/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.tls.type,parentSchema:schema31.properties.spec.properties.tls,data:data184};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
}
else {
const err405 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
}
else {
const err406 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

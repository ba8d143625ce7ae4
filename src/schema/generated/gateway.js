// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1","networking.istio.io/v1alpha3","networking.istio.io/v1beta1"]},"kind":{"type":"string","enum":["Gateway"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"selector":{"type":"object","additionalProperties":{"type":"string"}},"servers":{"type":"array","items":{"type":"object","required":["port","hosts"],"properties":{"bind":{"type":"string"},"defaultEndpoint":{"type":"string"},"hosts":{"type":"array","items":{"type":"string"}},"name":{"type":"string"},"port":{"type":"object","required":["number","protocol","name"],"properties":{"name":{"type":"string"},"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"protocol":{"type":"string"},"targetPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"tls":{"type":"object","properties":{"caCertCredentialName":{"type":"string"},"caCertificates":{"type":"string"},"caCrl":{"type":"string"},"cipherSuites":{"type":"array","items":{"type":"string"}},"credentialName":{"type":"string"},"credentialNames":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"string"}},"ecdhCurves":{"type":"array","items":{"type":"string"}},"httpsRedirect":{"type":"boolean"},"insecureSkipVerify":{"type":"boolean","x-nullable":true},"maxProtocolVersion":{"type":"string","enum":["TLS_AUTO","TLSV1_0","TLSV1_1","TLSV1_2","TLSV1_3"]},"minProtocolVersion":{"type":"string","enum":["TLS_AUTO","TLSV1_0","TLSV1_1","TLSV1_2","TLSV1_3"]},"mode":{"type":"string","enum":["PASSTHROUGH","SIMPLE","MUTUAL","AUTO_PASSTHROUGH","ISTIO_MUTUAL","OPTIONAL_MUTUAL"]},"privateKey":{"type":"string"},"serverCertificate":{"type":"string"},"subjectAltNames":{"type":"array","items":{"type":"string"}},"tlsCertificates":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":{"caCertificates":{"type":"string"},"privateKey":{"type":"string"},"serverCertificate":{"type":"string"}},"additionalProperties":false}},"verifyCertificateHash":{"type":"array","items":{"type":"string"}},"verifyCertificateSpki":{"type":"array","items":{"type":"string"}}},"additionalProperties":false,"allOf":[{"not":{"required":["tlsCertificates","credentialNames"]},"x-message":"only one of credentialNames or tlsCertificates can be set"},{"not":{"required":["credentialName","credentialNames"]},"x-message":"only one of credentialName or credentialNames can be set"},{"not":{"required":["credentialNames","tlsCertificates"]},"x-message":"only one of credentialName or tlsCertificates can be set"}]}},"additionalProperties":false}}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"]};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;

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
if(!(data1 === "Gateway")){
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
if(!((key5 === "selector") || (key5 === "servers"))){
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
if(data29.selector !== undefined){
let data30 = data29.selector;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key6 in data30){
let data31 = data30[key6];
if(typeof data31 !== "string"){
const err42 = {instancePath:instancePath+"/spec/selector/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/selector/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.selector.additionalProperties.type,parentSchema:schema31.properties.spec.properties.selector.additionalProperties,data:data31};
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
const err43 = {instancePath:instancePath+"/spec/selector",schemaPath:"#/properties/spec/properties/selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.selector.type,parentSchema:schema31.properties.spec.properties.selector,data:data30};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data29.servers !== undefined){
let data32 = data29.servers;
if(Array.isArray(data32)){
const len3 = data32.length;
for(let i3=0; i3<len3; i3++){
let data33 = data32[i3];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.port === undefined){
const err44 = {instancePath:instancePath+"/spec/servers/" + i3,schemaPath:"#/properties/spec/properties/servers/items/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'",schema:schema31.properties.spec.properties.servers.items.required,parentSchema:schema31.properties.spec.properties.servers.items,data:data33};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data33.hosts === undefined){
const err45 = {instancePath:instancePath+"/spec/servers/" + i3,schemaPath:"#/properties/spec/properties/servers/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.servers.items.required,parentSchema:schema31.properties.spec.properties.servers.items,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key7 in data33){
if(!((((((key7 === "bind") || (key7 === "defaultEndpoint")) || (key7 === "hosts")) || (key7 === "name")) || (key7 === "port")) || (key7 === "tls"))){
const err46 = {instancePath:instancePath+"/spec/servers/" + i3,schemaPath:"#/properties/spec/properties/servers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.servers.items,data:data33};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data33.bind !== undefined){
let data34 = data33.bind;
if(typeof data34 !== "string"){
const err47 = {instancePath:instancePath+"/spec/servers/" + i3+"/bind",schemaPath:"#/properties/spec/properties/servers/items/properties/bind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.bind.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.bind,data:data34};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data33.defaultEndpoint !== undefined){
let data35 = data33.defaultEndpoint;
if(typeof data35 !== "string"){
const err48 = {instancePath:instancePath+"/spec/servers/" + i3+"/defaultEndpoint",schemaPath:"#/properties/spec/properties/servers/items/properties/defaultEndpoint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.defaultEndpoint.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.defaultEndpoint,data:data35};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data33.hosts !== undefined){
let data36 = data33.hosts;
if(Array.isArray(data36)){
const len4 = data36.length;
for(let i4=0; i4<len4; i4++){
let data37 = data36[i4];
if(typeof data37 !== "string"){
const err49 = {instancePath:instancePath+"/spec/servers/" + i3+"/hosts/" + i4,schemaPath:"#/properties/spec/properties/servers/items/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.hosts.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.hosts.items,data:data37};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/spec/servers/" + i3+"/hosts",schemaPath:"#/properties/spec/properties/servers/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.hosts,data:data36};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data33.name !== undefined){
let data38 = data33.name;
if(typeof data38 !== "string"){
const err51 = {instancePath:instancePath+"/spec/servers/" + i3+"/name",schemaPath:"#/properties/spec/properties/servers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.name.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.name,data:data38};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data33.port !== undefined){
let data39 = data33.port;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.number === undefined){
const err52 = {instancePath:instancePath+"/spec/servers/" + i3+"/port",schemaPath:"#/properties/spec/properties/servers/items/properties/port/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'",schema:schema31.properties.spec.properties.servers.items.properties.port.required,parentSchema:schema31.properties.spec.properties.servers.items.properties.port,data:data39};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data39.protocol === undefined){
const err53 = {instancePath:instancePath+"/spec/servers/" + i3+"/port",schemaPath:"#/properties/spec/properties/servers/items/properties/port/required",keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'",schema:schema31.properties.spec.properties.servers.items.properties.port.required,parentSchema:schema31.properties.spec.properties.servers.items.properties.port,data:data39};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data39.name === undefined){
const err54 = {instancePath:instancePath+"/spec/servers/" + i3+"/port",schemaPath:"#/properties/spec/properties/servers/items/properties/port/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.servers.items.properties.port.required,parentSchema:schema31.properties.spec.properties.servers.items.properties.port,data:data39};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key8 in data39){
if(!((((key8 === "name") || (key8 === "number")) || (key8 === "protocol")) || (key8 === "targetPort"))){
const err55 = {instancePath:instancePath+"/spec/servers/" + i3+"/port",schemaPath:"#/properties/spec/properties/servers/items/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.servers.items.properties.port,data:data39};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data39.name !== undefined){
let data40 = data39.name;
if(typeof data40 !== "string"){
const err56 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/name",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.port.properties.name.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.name,data:data40};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data39.number !== undefined){
let data41 = data39.number;
if(!((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41)))){
const err57 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/number",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.servers.items.properties.port.properties.number.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.number,data:data41};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(typeof data41 == "number"){
if(data41 > 4294967295 || isNaN(data41)){
const err58 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/number",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.number,data:data41};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err59 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/number",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.number,data:data41};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!(formats4.validate(data41))){
const err60 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/number",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.number,data:data41};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data39.protocol !== undefined){
let data42 = data39.protocol;
if(typeof data42 !== "string"){
const err61 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/protocol",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.port.properties.protocol.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.protocol,data:data42};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data39.targetPort !== undefined){
let data43 = data39.targetPort;
if(!((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43)))){
const err62 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/targetPort",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/targetPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.servers.items.properties.port.properties.targetPort.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.targetPort,data:data43};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(typeof data43 == "number"){
if(data43 > 4294967295 || isNaN(data43)){
const err63 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/targetPort",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/targetPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.targetPort,data:data43};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err64 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/targetPort",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/targetPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.targetPort,data:data43};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(formats4.validate(data43))){
const err65 = {instancePath:instancePath+"/spec/servers/" + i3+"/port/targetPort",schemaPath:"#/properties/spec/properties/servers/items/properties/port/properties/targetPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.servers.items.properties.port.properties.targetPort,data:data43};
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
}
else {
const err66 = {instancePath:instancePath+"/spec/servers/" + i3+"/port",schemaPath:"#/properties/spec/properties/servers/items/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.servers.items.properties.port.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.port,data:data39};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data33.tls !== undefined){
let data44 = data33.tls;
const _errs101 = errors;
const _errs102 = errors;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing0;
if(((data44.tlsCertificates === undefined) && (missing0 = "tlsCertificates")) || ((data44.credentialNames === undefined) && (missing0 = "credentialNames"))){
const err67 = {};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
var valid20 = _errs102 === errors;
if(valid20){
const err68 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[0].not,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[0],data:data44};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
else {
errors = _errs101;
if(vErrors !== null){
if(_errs101){
vErrors.length = _errs101;
}
else {
vErrors = null;
}
}
}
const _errs104 = errors;
const _errs105 = errors;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing1;
if(((data44.credentialName === undefined) && (missing1 = "credentialName")) || ((data44.credentialNames === undefined) && (missing1 = "credentialNames"))){
const err69 = {};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
var valid21 = _errs105 === errors;
if(valid21){
const err70 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/allOf/1/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[1].not,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[1],data:data44};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
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
const _errs107 = errors;
const _errs108 = errors;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing2;
if(((data44.credentialNames === undefined) && (missing2 = "credentialNames")) || ((data44.tlsCertificates === undefined) && (missing2 = "tlsCertificates"))){
const err71 = {};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
var valid22 = _errs108 === errors;
if(valid22){
const err72 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/allOf/2/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[2].not,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.allOf[2],data:data44};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
else {
errors = _errs107;
if(vErrors !== null){
if(_errs107){
vErrors.length = _errs107;
}
else {
vErrors = null;
}
}
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key9 in data44){
if(!(func1.call(schema31.properties.spec.properties.servers.items.properties.tls.properties, key9))){
const err73 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls,data:data44};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data44.caCertCredentialName !== undefined){
let data45 = data44.caCertCredentialName;
if(typeof data45 !== "string"){
const err74 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/caCertCredentialName",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/caCertCredentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCertCredentialName.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCertCredentialName,data:data45};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data44.caCertificates !== undefined){
let data46 = data44.caCertificates;
if(typeof data46 !== "string"){
const err75 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/caCertificates",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCertificates.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCertificates,data:data46};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data44.caCrl !== undefined){
let data47 = data44.caCrl;
if(typeof data47 !== "string"){
const err76 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/caCrl",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/caCrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCrl.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.caCrl,data:data47};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data44.cipherSuites !== undefined){
let data48 = data44.cipherSuites;
if(Array.isArray(data48)){
const len5 = data48.length;
for(let i5=0; i5<len5; i5++){
let data49 = data48[i5];
if(typeof data49 !== "string"){
const err77 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/cipherSuites/" + i5,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/cipherSuites/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.cipherSuites.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.cipherSuites.items,data:data49};
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
const err78 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/cipherSuites",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/cipherSuites/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.cipherSuites.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.cipherSuites,data:data48};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data44.credentialName !== undefined){
let data50 = data44.credentialName;
if(typeof data50 !== "string"){
const err79 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/credentialName",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/credentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialName.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialName,data:data50};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data44.credentialNames !== undefined){
let data51 = data44.credentialNames;
if(Array.isArray(data51)){
if(data51.length > 2){
const err80 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/credentialNames/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames,data:data51};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data51.length < 1){
const err81 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/credentialNames/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames,data:data51};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
const len6 = data51.length;
for(let i6=0; i6<len6; i6++){
let data52 = data51[i6];
if(typeof data52 !== "string"){
const err82 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/credentialNames/" + i6,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/credentialNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames.items,data:data52};
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
const err83 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/credentialNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.credentialNames,data:data51};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data44.ecdhCurves !== undefined){
let data53 = data44.ecdhCurves;
if(Array.isArray(data53)){
const len7 = data53.length;
for(let i7=0; i7<len7; i7++){
let data54 = data53[i7];
if(typeof data54 !== "string"){
const err84 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/ecdhCurves/" + i7,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/ecdhCurves/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.ecdhCurves.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.ecdhCurves.items,data:data54};
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
else {
const err85 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/ecdhCurves",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/ecdhCurves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.ecdhCurves.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.ecdhCurves,data:data53};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data44.httpsRedirect !== undefined){
let data55 = data44.httpsRedirect;
if(typeof data55 !== "boolean"){
const err86 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/httpsRedirect",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/httpsRedirect/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.httpsRedirect.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.httpsRedirect,data:data55};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data44.insecureSkipVerify !== undefined){
let data56 = data44.insecureSkipVerify;
if(typeof data56 !== "boolean"){
const err87 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/insecureSkipVerify",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/insecureSkipVerify/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.insecureSkipVerify.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.insecureSkipVerify,data:data56};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data44.maxProtocolVersion !== undefined){
let data57 = data44.maxProtocolVersion;
if(typeof data57 !== "string"){
const err88 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/maxProtocolVersion",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/maxProtocolVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.maxProtocolVersion.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.maxProtocolVersion,data:data57};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!(((((data57 === "TLS_AUTO") || (data57 === "TLSV1_0")) || (data57 === "TLSV1_1")) || (data57 === "TLSV1_2")) || (data57 === "TLSV1_3"))){
const err89 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/maxProtocolVersion",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/maxProtocolVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.servers.items.properties.tls.properties.maxProtocolVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.maxProtocolVersion.enum,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.maxProtocolVersion,data:data57};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data44.minProtocolVersion !== undefined){
let data58 = data44.minProtocolVersion;
if(typeof data58 !== "string"){
const err90 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/minProtocolVersion",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/minProtocolVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.minProtocolVersion.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.minProtocolVersion,data:data58};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!(((((data58 === "TLS_AUTO") || (data58 === "TLSV1_0")) || (data58 === "TLSV1_1")) || (data58 === "TLSV1_2")) || (data58 === "TLSV1_3"))){
const err91 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/minProtocolVersion",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/minProtocolVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.servers.items.properties.tls.properties.minProtocolVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.minProtocolVersion.enum,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.minProtocolVersion,data:data58};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data44.mode !== undefined){
let data59 = data44.mode;
if(typeof data59 !== "string"){
const err92 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/mode",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.mode.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.mode,data:data59};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!((((((data59 === "PASSTHROUGH") || (data59 === "SIMPLE")) || (data59 === "MUTUAL")) || (data59 === "AUTO_PASSTHROUGH")) || (data59 === "ISTIO_MUTUAL")) || (data59 === "OPTIONAL_MUTUAL"))){
const err93 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/mode",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.servers.items.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.mode.enum,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.mode,data:data59};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data44.privateKey !== undefined){
let data60 = data44.privateKey;
if(typeof data60 !== "string"){
const err94 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/privateKey",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.privateKey.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.privateKey,data:data60};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data44.serverCertificate !== undefined){
let data61 = data44.serverCertificate;
if(typeof data61 !== "string"){
const err95 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/serverCertificate",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/serverCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.serverCertificate.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.serverCertificate,data:data61};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data44.subjectAltNames !== undefined){
let data62 = data44.subjectAltNames;
if(Array.isArray(data62)){
const len8 = data62.length;
for(let i8=0; i8<len8; i8++){
let data63 = data62[i8];
if(typeof data63 !== "string"){
const err96 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/subjectAltNames/" + i8,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/subjectAltNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.subjectAltNames.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.subjectAltNames.items,data:data63};
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
const err97 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/subjectAltNames",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/subjectAltNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.subjectAltNames.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.subjectAltNames,data:data62};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data44.tlsCertificates !== undefined){
let data64 = data44.tlsCertificates;
if(Array.isArray(data64)){
if(data64.length > 2){
const err98 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates,data:data64};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data64.length < 1){
const err99 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates,data:data64};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
const len9 = data64.length;
for(let i9=0; i9<len9; i9++){
let data65 = data64[i9];
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key10 in data65){
if(!(((key10 === "caCertificates") || (key10 === "privateKey")) || (key10 === "serverCertificate"))){
const err100 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates/" + i9,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items,data:data65};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data65.caCertificates !== undefined){
let data66 = data65.caCertificates;
if(typeof data66 !== "string"){
const err101 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates/" + i9+"/caCertificates",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/items/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.caCertificates.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.caCertificates,data:data66};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data65.privateKey !== undefined){
let data67 = data65.privateKey;
if(typeof data67 !== "string"){
const err102 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates/" + i9+"/privateKey",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/items/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.privateKey.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.privateKey,data:data67};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data65.serverCertificate !== undefined){
let data68 = data65.serverCertificate;
if(typeof data68 !== "string"){
const err103 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates/" + i9+"/serverCertificate",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/items/properties/serverCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.serverCertificate.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.properties.serverCertificate,data:data68};
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
const err104 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates/" + i9,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.items,data:data65};
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
const err105 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/tlsCertificates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.tlsCertificates,data:data64};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data44.verifyCertificateHash !== undefined){
let data69 = data44.verifyCertificateHash;
if(Array.isArray(data69)){
const len10 = data69.length;
for(let i10=0; i10<len10; i10++){
let data70 = data69[i10];
if(typeof data70 !== "string"){
const err106 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/verifyCertificateHash/" + i10,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/verifyCertificateHash/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateHash.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateHash.items,data:data70};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/verifyCertificateHash",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/verifyCertificateHash/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateHash.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateHash,data:data69};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data44.verifyCertificateSpki !== undefined){
let data71 = data44.verifyCertificateSpki;
if(Array.isArray(data71)){
const len11 = data71.length;
for(let i11=0; i11<len11; i11++){
let data72 = data71[i11];
if(typeof data72 !== "string"){
const err108 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/verifyCertificateSpki/" + i11,schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/verifyCertificateSpki/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateSpki.items.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateSpki.items,data:data72};
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
const err109 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls/verifyCertificateSpki",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/properties/verifyCertificateSpki/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateSpki.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls.properties.verifyCertificateSpki,data:data71};
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
const err110 = {instancePath:instancePath+"/spec/servers/" + i3+"/tls",schemaPath:"#/properties/spec/properties/servers/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.servers.items.properties.tls.type,parentSchema:schema31.properties.spec.properties.servers.items.properties.tls,data:data44};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
else {
const err111 = {instancePath:instancePath+"/spec/servers/" + i3,schemaPath:"#/properties/spec/properties/servers/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.servers.items.type,parentSchema:schema31.properties.spec.properties.servers.items,data:data33};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/spec/servers",schemaPath:"#/properties/spec/properties/servers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.servers.type,parentSchema:schema31.properties.spec.properties.servers,data:data32};
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
else {
const err113 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
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
const err114 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

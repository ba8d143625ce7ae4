// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1","networking.istio.io/v1alpha3","networking.istio.io/v1beta1"]},"kind":{"type":"string","enum":["Sidecar"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","properties":{"egress":{"type":"array","items":{"type":"object","required":["hosts"],"properties":{"bind":{"type":"string"},"captureMode":{"type":"string","enum":["DEFAULT","IPTABLES","NONE"]},"hosts":{"type":"array","items":{"type":"string"}},"port":{"$ref":"#/$defs/port"}},"additionalProperties":false}},"inboundConnectionPool":{"$ref":"#/$defs/inboundConnectionPool"},"ingress":{"type":"array","items":{"type":"object","required":["port"],"properties":{"bind":{"type":"string"},"captureMode":{"type":"string","enum":["DEFAULT","IPTABLES","NONE"]},"connectionPool":{"$ref":"#/$defs/inboundConnectionPool"},"defaultEndpoint":{"type":"string"},"port":{"$ref":"#/$defs/port"},"tls":{"type":"object","properties":{"caCertCredentialName":{"type":"string"},"caCertificates":{"type":"string"},"caCrl":{"type":"string"},"cipherSuites":{"type":"array","items":{"type":"string"}},"credentialName":{"type":"string"},"credentialNames":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"string"}},"ecdhCurves":{"type":"array","items":{"type":"string"}},"httpsRedirect":{"type":"boolean"},"insecureSkipVerify":{"type":"boolean","x-nullable":true},"maxProtocolVersion":{"type":"string","enum":["TLS_AUTO","TLSV1_0","TLSV1_1","TLSV1_2","TLSV1_3"]},"minProtocolVersion":{"type":"string","enum":["TLS_AUTO","TLSV1_0","TLSV1_1","TLSV1_2","TLSV1_3"]},"mode":{"type":"string","enum":["PASSTHROUGH","SIMPLE","MUTUAL","AUTO_PASSTHROUGH","ISTIO_MUTUAL","OPTIONAL_MUTUAL"]},"privateKey":{"type":"string"},"serverCertificate":{"type":"string"},"subjectAltNames":{"type":"array","items":{"type":"string"}},"tlsCertificates":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":{"caCertificates":{"type":"string"},"privateKey":{"type":"string"},"serverCertificate":{"type":"string"}},"additionalProperties":false}},"verifyCertificateHash":{"type":"array","items":{"type":"string"}},"verifyCertificateSpki":{"type":"array","items":{"type":"string"}}},"additionalProperties":false,"allOf":[{"not":{"required":["tlsCertificates","credentialNames"]},"x-message":"only one of credentialNames or tlsCertificates can be set"},{"not":{"required":["credentialName","credentialNames"]},"x-message":"only one of credentialName or credentialNames can be set"},{"not":{"required":["credentialNames","tlsCertificates"]},"x-message":"only one of credentialName or tlsCertificates can be set"}]}},"additionalProperties":false}},"outboundTrafficPolicy":{"type":"object","properties":{"egressProxy":{"type":"object","required":["host"],"properties":{"host":{"type":"string"},"port":{"type":"object","properties":{"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"subset":{"type":"string"}},"additionalProperties":false},"mode":{"type":"string","enum":["REGISTRY_ONLY","ALLOW_ANY"]}},"additionalProperties":false},"workloadSelector":{"type":"object","properties":{"labels":{"type":"object","maxProperties":256,"additionalProperties":{"type":"string","maxLength":63,"pattern":"^[^*]*$"}}},"additionalProperties":false}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"],"$defs":{"http":{"type":"object","properties":{"h2UpgradePolicy":{"type":"string","enum":["DEFAULT","DO_NOT_UPGRADE","UPGRADE"]},"http1MaxPendingRequests":{"type":"integer","format":"int32"},"http2KeepAlive":{"$ref":"#/$defs/http2KeepAlive"},"http2MaxRequests":{"type":"integer","format":"int32"},"idleTimeout":{"type":"string","format":"duration-at-least-1ms"},"maxConcurrentStreams":{"type":"integer","format":"int32"},"maxRequestsPerConnection":{"type":"integer","format":"int32"},"maxRetries":{"type":"integer","format":"int32"},"useClientProtocol":{"type":"boolean"}},"additionalProperties":false},"http2KeepAlive":{"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"timeout":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false},"inboundConnectionPool":{"type":"object","properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"}},"additionalProperties":false},"port":{"type":"object","properties":{"name":{"type":"string"},"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"protocol":{"type":"string"},"targetPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"tcp":{"type":"object","properties":{"connectTimeout":{"type":"string","format":"duration-at-least-1ms"},"idleTimeout":{"type":"string"},"maxConnectionDuration":{"type":"string","format":"duration-at-least-1ms"},"maxConnections":{"type":"integer","format":"int32"},"tcpKeepalive":{"$ref":"#/$defs/tcpKeepalive"}},"additionalProperties":false},"tcpKeepalive":{"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"probes":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"time":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false}}};
const schema32 = {"type":"object","properties":{"name":{"type":"string"},"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"protocol":{"type":"string"},"targetPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const schema33 = {"type":"object","properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"}},"additionalProperties":false};
const schema34 = {"type":"object","properties":{"h2UpgradePolicy":{"type":"string","enum":["DEFAULT","DO_NOT_UPGRADE","UPGRADE"]},"http1MaxPendingRequests":{"type":"integer","format":"int32"},"http2KeepAlive":{"$ref":"#/$defs/http2KeepAlive"},"http2MaxRequests":{"type":"integer","format":"int32"},"idleTimeout":{"type":"string","format":"duration-at-least-1ms"},"maxConcurrentStreams":{"type":"integer","format":"int32"},"maxRequestsPerConnection":{"type":"integer","format":"int32"},"maxRetries":{"type":"integer","format":"int32"},"useClientProtocol":{"type":"boolean"}},"additionalProperties":false};
const schema35 = {"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"timeout":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false};
const formats12 = formats.int32;
const formats14 = formats["duration-at-least-1ms"];

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema34.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.h2UpgradePolicy !== undefined){
let data0 = data.h2UpgradePolicy;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/h2UpgradePolicy",schemaPath:"#/properties/h2UpgradePolicy/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.h2UpgradePolicy.type,parentSchema:schema34.properties.h2UpgradePolicy,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(((data0 === "DEFAULT") || (data0 === "DO_NOT_UPGRADE")) || (data0 === "UPGRADE"))){
const err2 = {instancePath:instancePath+"/h2UpgradePolicy",schemaPath:"#/properties/h2UpgradePolicy/enum",keyword:"enum",params:{allowedValues: schema34.properties.h2UpgradePolicy.enum},message:"must be equal to one of the allowed values",schema:schema34.properties.h2UpgradePolicy.enum,parentSchema:schema34.properties.h2UpgradePolicy,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.http1MaxPendingRequests !== undefined){
let data1 = data.http1MaxPendingRequests;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err3 = {instancePath:instancePath+"/http1MaxPendingRequests",schemaPath:"#/properties/http1MaxPendingRequests/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.http1MaxPendingRequests.type,parentSchema:schema34.properties.http1MaxPendingRequests,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data1 == "number"){
if(!(formats12.validate(data1))){
const err4 = {instancePath:instancePath+"/http1MaxPendingRequests",schemaPath:"#/properties/http1MaxPendingRequests/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema34.properties.http1MaxPendingRequests,data:data1};
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
if(data.http2KeepAlive !== undefined){
let data2 = data.http2KeepAlive;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "interval") || (key1 === "timeout"))){
const err5 = {instancePath:instancePath+"/http2KeepAlive",schemaPath:"#/$defs/http2KeepAlive/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.interval !== undefined){
let data3 = data2.interval;
if(typeof data3 === "string"){
if(!(formats14(data3))){
const err6 = {instancePath:instancePath+"/http2KeepAlive/interval",schemaPath:"#/$defs/http2KeepAlive/properties/interval/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema35.properties.interval,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/http2KeepAlive/interval",schemaPath:"#/$defs/http2KeepAlive/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.interval.type,parentSchema:schema35.properties.interval,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.timeout !== undefined){
let data4 = data2.timeout;
if(typeof data4 === "string"){
if(!(formats14(data4))){
const err8 = {instancePath:instancePath+"/http2KeepAlive/timeout",schemaPath:"#/$defs/http2KeepAlive/properties/timeout/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema35.properties.timeout,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/http2KeepAlive/timeout",schemaPath:"#/$defs/http2KeepAlive/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.timeout.type,parentSchema:schema35.properties.timeout,data:data4};
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
else {
const err10 = {instancePath:instancePath+"/http2KeepAlive",schemaPath:"#/$defs/http2KeepAlive/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.http2MaxRequests !== undefined){
let data5 = data.http2MaxRequests;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err11 = {instancePath:instancePath+"/http2MaxRequests",schemaPath:"#/properties/http2MaxRequests/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.http2MaxRequests.type,parentSchema:schema34.properties.http2MaxRequests,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data5 == "number"){
if(!(formats12.validate(data5))){
const err12 = {instancePath:instancePath+"/http2MaxRequests",schemaPath:"#/properties/http2MaxRequests/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema34.properties.http2MaxRequests,data:data5};
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
if(data.idleTimeout !== undefined){
let data6 = data.idleTimeout;
if(typeof data6 === "string"){
if(!(formats14(data6))){
const err13 = {instancePath:instancePath+"/idleTimeout",schemaPath:"#/properties/idleTimeout/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema34.properties.idleTimeout,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/idleTimeout",schemaPath:"#/properties/idleTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.idleTimeout.type,parentSchema:schema34.properties.idleTimeout,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.maxConcurrentStreams !== undefined){
let data7 = data.maxConcurrentStreams;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err15 = {instancePath:instancePath+"/maxConcurrentStreams",schemaPath:"#/properties/maxConcurrentStreams/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.maxConcurrentStreams.type,parentSchema:schema34.properties.maxConcurrentStreams,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data7 == "number"){
if(!(formats12.validate(data7))){
const err16 = {instancePath:instancePath+"/maxConcurrentStreams",schemaPath:"#/properties/maxConcurrentStreams/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema34.properties.maxConcurrentStreams,data:data7};
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
if(data.maxRequestsPerConnection !== undefined){
let data8 = data.maxRequestsPerConnection;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err17 = {instancePath:instancePath+"/maxRequestsPerConnection",schemaPath:"#/properties/maxRequestsPerConnection/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.maxRequestsPerConnection.type,parentSchema:schema34.properties.maxRequestsPerConnection,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data8 == "number"){
if(!(formats12.validate(data8))){
const err18 = {instancePath:instancePath+"/maxRequestsPerConnection",schemaPath:"#/properties/maxRequestsPerConnection/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema34.properties.maxRequestsPerConnection,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.maxRetries !== undefined){
let data9 = data.maxRetries;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
const err19 = {instancePath:instancePath+"/maxRetries",schemaPath:"#/properties/maxRetries/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.properties.maxRetries.type,parentSchema:schema34.properties.maxRetries,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data9 == "number"){
if(!(formats12.validate(data9))){
const err20 = {instancePath:instancePath+"/maxRetries",schemaPath:"#/properties/maxRetries/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema34.properties.maxRetries,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.useClientProtocol !== undefined){
let data10 = data.useClientProtocol;
if(typeof data10 !== "boolean"){
const err21 = {instancePath:instancePath+"/useClientProtocol",schemaPath:"#/properties/useClientProtocol/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.properties.useClientProtocol.type,parentSchema:schema34.properties.useClientProtocol,data:data10};
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
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"type":"object","properties":{"connectTimeout":{"type":"string","format":"duration-at-least-1ms"},"idleTimeout":{"type":"string"},"maxConnectionDuration":{"type":"string","format":"duration-at-least-1ms"},"maxConnections":{"type":"integer","format":"int32"},"tcpKeepalive":{"$ref":"#/$defs/tcpKeepalive"}},"additionalProperties":false};
const schema37 = {"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"probes":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"time":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false};

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
for(const key0 in data){
if(!(((((key0 === "connectTimeout") || (key0 === "idleTimeout")) || (key0 === "maxConnectionDuration")) || (key0 === "maxConnections")) || (key0 === "tcpKeepalive"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.connectTimeout !== undefined){
let data0 = data.connectTimeout;
if(typeof data0 === "string"){
if(!(formats14(data0))){
const err1 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema36.properties.connectTimeout,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.connectTimeout.type,parentSchema:schema36.properties.connectTimeout,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.idleTimeout !== undefined){
let data1 = data.idleTimeout;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/idleTimeout",schemaPath:"#/properties/idleTimeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.idleTimeout.type,parentSchema:schema36.properties.idleTimeout,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.maxConnectionDuration !== undefined){
let data2 = data.maxConnectionDuration;
if(typeof data2 === "string"){
if(!(formats14(data2))){
const err4 = {instancePath:instancePath+"/maxConnectionDuration",schemaPath:"#/properties/maxConnectionDuration/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema36.properties.maxConnectionDuration,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/maxConnectionDuration",schemaPath:"#/properties/maxConnectionDuration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.maxConnectionDuration.type,parentSchema:schema36.properties.maxConnectionDuration,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.maxConnections !== undefined){
let data3 = data.maxConnections;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err6 = {instancePath:instancePath+"/maxConnections",schemaPath:"#/properties/maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.maxConnections.type,parentSchema:schema36.properties.maxConnections,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 == "number"){
if(!(formats12.validate(data3))){
const err7 = {instancePath:instancePath+"/maxConnections",schemaPath:"#/properties/maxConnections/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema36.properties.maxConnections,data:data3};
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
if(data.tcpKeepalive !== undefined){
let data4 = data.tcpKeepalive;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!(((key1 === "interval") || (key1 === "probes")) || (key1 === "time"))){
const err8 = {instancePath:instancePath+"/tcpKeepalive",schemaPath:"#/$defs/tcpKeepalive/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema37,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.interval !== undefined){
let data5 = data4.interval;
if(typeof data5 === "string"){
if(!(formats14(data5))){
const err9 = {instancePath:instancePath+"/tcpKeepalive/interval",schemaPath:"#/$defs/tcpKeepalive/properties/interval/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema37.properties.interval,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/tcpKeepalive/interval",schemaPath:"#/$defs/tcpKeepalive/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.interval.type,parentSchema:schema37.properties.interval,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.probes !== undefined){
let data6 = data4.probes;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err11 = {instancePath:instancePath+"/tcpKeepalive/probes",schemaPath:"#/$defs/tcpKeepalive/properties/probes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties.probes.type,parentSchema:schema37.properties.probes,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 4294967295 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/tcpKeepalive/probes",schemaPath:"#/$defs/tcpKeepalive/properties/probes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema37.properties.probes,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/tcpKeepalive/probes",schemaPath:"#/$defs/tcpKeepalive/properties/probes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties.probes,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(formats4.validate(data6))){
const err14 = {instancePath:instancePath+"/tcpKeepalive/probes",schemaPath:"#/$defs/tcpKeepalive/properties/probes/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema37.properties.probes,data:data6};
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
if(data4.time !== undefined){
let data7 = data4.time;
if(typeof data7 === "string"){
if(!(formats14(data7))){
const err15 = {instancePath:instancePath+"/tcpKeepalive/time",schemaPath:"#/$defs/tcpKeepalive/properties/time/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema37.properties.time,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/tcpKeepalive/time",schemaPath:"#/$defs/tcpKeepalive/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.time.type,parentSchema:schema37.properties.time,data:data7};
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
const err17 = {instancePath:instancePath+"/tcpKeepalive",schemaPath:"#/$defs/tcpKeepalive/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!((key0 === "http") || (key0 === "tcp"))){
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
if(data.http !== undefined){
if(!(validate22(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.tcp !== undefined){
if(!(validate24(data.tcp, {instancePath:instancePath+"/tcp",parentData:data,parentDataProperty:"tcp",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern4 = new RegExp("^[^*]*$", "u");

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
if(!(data1 === "Sidecar")){
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
if(!(((((key5 === "egress") || (key5 === "inboundConnectionPool")) || (key5 === "ingress")) || (key5 === "outboundTrafficPolicy")) || (key5 === "workloadSelector"))){
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
if(data29.egress !== undefined){
let data30 = data29.egress;
if(Array.isArray(data30)){
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.hosts === undefined){
const err42 = {instancePath:instancePath+"/spec/egress/" + i3,schemaPath:"#/properties/spec/properties/egress/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.egress.items.required,parentSchema:schema31.properties.spec.properties.egress.items,data:data31};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
for(const key6 in data31){
if(!((((key6 === "bind") || (key6 === "captureMode")) || (key6 === "hosts")) || (key6 === "port"))){
const err43 = {instancePath:instancePath+"/spec/egress/" + i3,schemaPath:"#/properties/spec/properties/egress/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.egress.items,data:data31};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data31.bind !== undefined){
let data32 = data31.bind;
if(typeof data32 !== "string"){
const err44 = {instancePath:instancePath+"/spec/egress/" + i3+"/bind",schemaPath:"#/properties/spec/properties/egress/items/properties/bind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.egress.items.properties.bind.type,parentSchema:schema31.properties.spec.properties.egress.items.properties.bind,data:data32};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data31.captureMode !== undefined){
let data33 = data31.captureMode;
if(typeof data33 !== "string"){
const err45 = {instancePath:instancePath+"/spec/egress/" + i3+"/captureMode",schemaPath:"#/properties/spec/properties/egress/items/properties/captureMode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.egress.items.properties.captureMode.type,parentSchema:schema31.properties.spec.properties.egress.items.properties.captureMode,data:data33};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!(((data33 === "DEFAULT") || (data33 === "IPTABLES")) || (data33 === "NONE"))){
const err46 = {instancePath:instancePath+"/spec/egress/" + i3+"/captureMode",schemaPath:"#/properties/spec/properties/egress/items/properties/captureMode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.egress.items.properties.captureMode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.egress.items.properties.captureMode.enum,parentSchema:schema31.properties.spec.properties.egress.items.properties.captureMode,data:data33};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data31.hosts !== undefined){
let data34 = data31.hosts;
if(Array.isArray(data34)){
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
let data35 = data34[i4];
if(typeof data35 !== "string"){
const err47 = {instancePath:instancePath+"/spec/egress/" + i3+"/hosts/" + i4,schemaPath:"#/properties/spec/properties/egress/items/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.egress.items.properties.hosts.items.type,parentSchema:schema31.properties.spec.properties.egress.items.properties.hosts.items,data:data35};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/spec/egress/" + i3+"/hosts",schemaPath:"#/properties/spec/properties/egress/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.egress.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.egress.items.properties.hosts,data:data34};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data31.port !== undefined){
let data36 = data31.port;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key7 in data36){
if(!((((key7 === "name") || (key7 === "number")) || (key7 === "protocol")) || (key7 === "targetPort"))){
const err49 = {instancePath:instancePath+"/spec/egress/" + i3+"/port",schemaPath:"#/$defs/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data36};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data36.name !== undefined){
let data37 = data36.name;
if(typeof data37 !== "string"){
const err50 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/name",schemaPath:"#/$defs/port/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data37};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data36.number !== undefined){
let data38 = data36.number;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
const err51 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/number",schemaPath:"#/$defs/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.number.type,parentSchema:schema32.properties.number,data:data38};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(typeof data38 == "number"){
if(data38 > 4294967295 || isNaN(data38)){
const err52 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/number",schemaPath:"#/$defs/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema32.properties.number,data:data38};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err53 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/number",schemaPath:"#/$defs/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.number,data:data38};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!(formats4.validate(data38))){
const err54 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/number",schemaPath:"#/$defs/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema32.properties.number,data:data38};
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
if(data36.protocol !== undefined){
let data39 = data36.protocol;
if(typeof data39 !== "string"){
const err55 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/protocol",schemaPath:"#/$defs/port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.protocol.type,parentSchema:schema32.properties.protocol,data:data39};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data36.targetPort !== undefined){
let data40 = data36.targetPort;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
const err56 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.targetPort.type,parentSchema:schema32.properties.targetPort,data:data40};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(typeof data40 == "number"){
if(data40 > 4294967295 || isNaN(data40)){
const err57 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema32.properties.targetPort,data:data40};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data40 < 0 || isNaN(data40)){
const err58 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.targetPort,data:data40};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!(formats4.validate(data40))){
const err59 = {instancePath:instancePath+"/spec/egress/" + i3+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema32.properties.targetPort,data:data40};
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
else {
const err60 = {instancePath:instancePath+"/spec/egress/" + i3+"/port",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data36};
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
else {
const err61 = {instancePath:instancePath+"/spec/egress/" + i3,schemaPath:"#/properties/spec/properties/egress/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.egress.items.type,parentSchema:schema31.properties.spec.properties.egress.items,data:data31};
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
const err62 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.egress.type,parentSchema:schema31.properties.spec.properties.egress,data:data30};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data29.inboundConnectionPool !== undefined){
if(!(validate21(data29.inboundConnectionPool, {instancePath:instancePath+"/spec/inboundConnectionPool",parentData:data29,parentDataProperty:"inboundConnectionPool",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data29.ingress !== undefined){
let data42 = data29.ingress;
if(Array.isArray(data42)){
const len5 = data42.length;
for(let i5=0; i5<len5; i5++){
let data43 = data42[i5];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.port === undefined){
const err63 = {instancePath:instancePath+"/spec/ingress/" + i5,schemaPath:"#/properties/spec/properties/ingress/items/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'",schema:schema31.properties.spec.properties.ingress.items.required,parentSchema:schema31.properties.spec.properties.ingress.items,data:data43};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key8 in data43){
if(!((((((key8 === "bind") || (key8 === "captureMode")) || (key8 === "connectionPool")) || (key8 === "defaultEndpoint")) || (key8 === "port")) || (key8 === "tls"))){
const err64 = {instancePath:instancePath+"/spec/ingress/" + i5,schemaPath:"#/properties/spec/properties/ingress/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.ingress.items,data:data43};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data43.bind !== undefined){
let data44 = data43.bind;
if(typeof data44 !== "string"){
const err65 = {instancePath:instancePath+"/spec/ingress/" + i5+"/bind",schemaPath:"#/properties/spec/properties/ingress/items/properties/bind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.bind.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.bind,data:data44};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data43.captureMode !== undefined){
let data45 = data43.captureMode;
if(typeof data45 !== "string"){
const err66 = {instancePath:instancePath+"/spec/ingress/" + i5+"/captureMode",schemaPath:"#/properties/spec/properties/ingress/items/properties/captureMode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.captureMode.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.captureMode,data:data45};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!(((data45 === "DEFAULT") || (data45 === "IPTABLES")) || (data45 === "NONE"))){
const err67 = {instancePath:instancePath+"/spec/ingress/" + i5+"/captureMode",schemaPath:"#/properties/spec/properties/ingress/items/properties/captureMode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.ingress.items.properties.captureMode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.ingress.items.properties.captureMode.enum,parentSchema:schema31.properties.spec.properties.ingress.items.properties.captureMode,data:data45};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data43.connectionPool !== undefined){
if(!(validate21(data43.connectionPool, {instancePath:instancePath+"/spec/ingress/" + i5+"/connectionPool",parentData:data43,parentDataProperty:"connectionPool",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data43.defaultEndpoint !== undefined){
let data47 = data43.defaultEndpoint;
if(typeof data47 !== "string"){
const err68 = {instancePath:instancePath+"/spec/ingress/" + i5+"/defaultEndpoint",schemaPath:"#/properties/spec/properties/ingress/items/properties/defaultEndpoint/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.defaultEndpoint.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.defaultEndpoint,data:data47};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data43.port !== undefined){
let data48 = data43.port;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key9 in data48){
if(!((((key9 === "name") || (key9 === "number")) || (key9 === "protocol")) || (key9 === "targetPort"))){
const err69 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port",schemaPath:"#/$defs/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data48};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data48.name !== undefined){
let data49 = data48.name;
if(typeof data49 !== "string"){
const err70 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/name",schemaPath:"#/$defs/port/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data49};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data48.number !== undefined){
let data50 = data48.number;
if(!((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50)))){
const err71 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/number",schemaPath:"#/$defs/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.number.type,parentSchema:schema32.properties.number,data:data50};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(typeof data50 == "number"){
if(data50 > 4294967295 || isNaN(data50)){
const err72 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/number",schemaPath:"#/$defs/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema32.properties.number,data:data50};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data50 < 0 || isNaN(data50)){
const err73 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/number",schemaPath:"#/$defs/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.number,data:data50};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!(formats4.validate(data50))){
const err74 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/number",schemaPath:"#/$defs/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema32.properties.number,data:data50};
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
if(data48.protocol !== undefined){
let data51 = data48.protocol;
if(typeof data51 !== "string"){
const err75 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/protocol",schemaPath:"#/$defs/port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.protocol.type,parentSchema:schema32.properties.protocol,data:data51};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data48.targetPort !== undefined){
let data52 = data48.targetPort;
if(!((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52)))){
const err76 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.targetPort.type,parentSchema:schema32.properties.targetPort,data:data52};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(typeof data52 == "number"){
if(data52 > 4294967295 || isNaN(data52)){
const err77 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema32.properties.targetPort,data:data52};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data52 < 0 || isNaN(data52)){
const err78 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema32.properties.targetPort,data:data52};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!(formats4.validate(data52))){
const err79 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port/targetPort",schemaPath:"#/$defs/port/properties/targetPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema32.properties.targetPort,data:data52};
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
}
else {
const err80 = {instancePath:instancePath+"/spec/ingress/" + i5+"/port",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data48};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data43.tls !== undefined){
let data53 = data43.tls;
const _errs120 = errors;
const _errs121 = errors;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing0;
if(((data53.tlsCertificates === undefined) && (missing0 = "tlsCertificates")) || ((data53.credentialNames === undefined) && (missing0 = "credentialNames"))){
const err81 = {};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
var valid25 = _errs121 === errors;
if(valid25){
const err82 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/allOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[0].not,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[0],data:data53};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
else {
errors = _errs120;
if(vErrors !== null){
if(_errs120){
vErrors.length = _errs120;
}
else {
vErrors = null;
}
}
}
const _errs123 = errors;
const _errs124 = errors;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing1;
if(((data53.credentialName === undefined) && (missing1 = "credentialName")) || ((data53.credentialNames === undefined) && (missing1 = "credentialNames"))){
const err83 = {};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
var valid26 = _errs124 === errors;
if(valid26){
const err84 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/allOf/1/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[1].not,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[1],data:data53};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
else {
errors = _errs123;
if(vErrors !== null){
if(_errs123){
vErrors.length = _errs123;
}
else {
vErrors = null;
}
}
}
const _errs126 = errors;
const _errs127 = errors;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing2;
if(((data53.credentialNames === undefined) && (missing2 = "credentialNames")) || ((data53.tlsCertificates === undefined) && (missing2 = "tlsCertificates"))){
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
var valid27 = _errs127 === errors;
if(valid27){
const err86 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/allOf/2/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[2].not,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.allOf[2],data:data53};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
else {
errors = _errs126;
if(vErrors !== null){
if(_errs126){
vErrors.length = _errs126;
}
else {
vErrors = null;
}
}
}
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key10 in data53){
if(!(func1.call(schema31.properties.spec.properties.ingress.items.properties.tls.properties, key10))){
const err87 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls,data:data53};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data53.caCertCredentialName !== undefined){
let data54 = data53.caCertCredentialName;
if(typeof data54 !== "string"){
const err88 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/caCertCredentialName",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/caCertCredentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCertCredentialName.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCertCredentialName,data:data54};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data53.caCertificates !== undefined){
let data55 = data53.caCertificates;
if(typeof data55 !== "string"){
const err89 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/caCertificates",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCertificates.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCertificates,data:data55};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data53.caCrl !== undefined){
let data56 = data53.caCrl;
if(typeof data56 !== "string"){
const err90 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/caCrl",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/caCrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCrl.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.caCrl,data:data56};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data53.cipherSuites !== undefined){
let data57 = data53.cipherSuites;
if(Array.isArray(data57)){
const len6 = data57.length;
for(let i6=0; i6<len6; i6++){
let data58 = data57[i6];
if(typeof data58 !== "string"){
const err91 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/cipherSuites/" + i6,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/cipherSuites/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.cipherSuites.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.cipherSuites.items,data:data58};
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
const err92 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/cipherSuites",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/cipherSuites/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.cipherSuites.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.cipherSuites,data:data57};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data53.credentialName !== undefined){
let data59 = data53.credentialName;
if(typeof data59 !== "string"){
const err93 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/credentialName",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/credentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialName.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialName,data:data59};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data53.credentialNames !== undefined){
let data60 = data53.credentialNames;
if(Array.isArray(data60)){
if(data60.length > 2){
const err94 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames,data:data60};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data60.length < 1){
const err95 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames,data:data60};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len7 = data60.length;
for(let i7=0; i7<len7; i7++){
let data61 = data60[i7];
if(typeof data61 !== "string"){
const err96 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/credentialNames/" + i7,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames.items,data:data61};
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
const err97 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/credentialNames",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.credentialNames,data:data60};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data53.ecdhCurves !== undefined){
let data62 = data53.ecdhCurves;
if(Array.isArray(data62)){
const len8 = data62.length;
for(let i8=0; i8<len8; i8++){
let data63 = data62[i8];
if(typeof data63 !== "string"){
const err98 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/ecdhCurves/" + i8,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/ecdhCurves/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.ecdhCurves.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.ecdhCurves.items,data:data63};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/ecdhCurves",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/ecdhCurves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.ecdhCurves.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.ecdhCurves,data:data62};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data53.httpsRedirect !== undefined){
let data64 = data53.httpsRedirect;
if(typeof data64 !== "boolean"){
const err100 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/httpsRedirect",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/httpsRedirect/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.httpsRedirect.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.httpsRedirect,data:data64};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data53.insecureSkipVerify !== undefined){
let data65 = data53.insecureSkipVerify;
if(typeof data65 !== "boolean"){
const err101 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/insecureSkipVerify",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/insecureSkipVerify/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.insecureSkipVerify.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.insecureSkipVerify,data:data65};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data53.maxProtocolVersion !== undefined){
let data66 = data53.maxProtocolVersion;
if(typeof data66 !== "string"){
const err102 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/maxProtocolVersion",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/maxProtocolVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion,data:data66};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!(((((data66 === "TLS_AUTO") || (data66 === "TLSV1_0")) || (data66 === "TLSV1_1")) || (data66 === "TLSV1_2")) || (data66 === "TLSV1_3"))){
const err103 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/maxProtocolVersion",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/maxProtocolVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion.enum,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion,data:data66};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data53.minProtocolVersion !== undefined){
let data67 = data53.minProtocolVersion;
if(typeof data67 !== "string"){
const err104 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/minProtocolVersion",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/minProtocolVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion,data:data67};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!(((((data67 === "TLS_AUTO") || (data67 === "TLSV1_0")) || (data67 === "TLSV1_1")) || (data67 === "TLSV1_2")) || (data67 === "TLSV1_3"))){
const err105 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/minProtocolVersion",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/minProtocolVersion/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion.enum,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion,data:data67};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data53.mode !== undefined){
let data68 = data53.mode;
if(typeof data68 !== "string"){
const err106 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/mode",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.mode.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.mode,data:data68};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!((((((data68 === "PASSTHROUGH") || (data68 === "SIMPLE")) || (data68 === "MUTUAL")) || (data68 === "AUTO_PASSTHROUGH")) || (data68 === "ISTIO_MUTUAL")) || (data68 === "OPTIONAL_MUTUAL"))){
const err107 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/mode",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.ingress.items.properties.tls.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.mode.enum,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.mode,data:data68};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data53.privateKey !== undefined){
let data69 = data53.privateKey;
if(typeof data69 !== "string"){
const err108 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/privateKey",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.privateKey.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.privateKey,data:data69};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data53.serverCertificate !== undefined){
let data70 = data53.serverCertificate;
if(typeof data70 !== "string"){
const err109 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/serverCertificate",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/serverCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.serverCertificate.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.serverCertificate,data:data70};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data53.subjectAltNames !== undefined){
let data71 = data53.subjectAltNames;
if(Array.isArray(data71)){
const len9 = data71.length;
for(let i9=0; i9<len9; i9++){
let data72 = data71[i9];
if(typeof data72 !== "string"){
const err110 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/subjectAltNames/" + i9,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/subjectAltNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.subjectAltNames.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.subjectAltNames.items,data:data72};
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
const err111 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/subjectAltNames",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/subjectAltNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.subjectAltNames.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.subjectAltNames,data:data71};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data53.tlsCertificates !== undefined){
let data73 = data53.tlsCertificates;
if(Array.isArray(data73)){
if(data73.length > 2){
const err112 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates,data:data73};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data73.length < 1){
const err113 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates,data:data73};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const len10 = data73.length;
for(let i10=0; i10<len10; i10++){
let data74 = data73[i10];
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
for(const key11 in data74){
if(!(((key11 === "caCertificates") || (key11 === "privateKey")) || (key11 === "serverCertificate"))){
const err114 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates/" + i10,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items,data:data74};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data74.caCertificates !== undefined){
let data75 = data74.caCertificates;
if(typeof data75 !== "string"){
const err115 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates/" + i10+"/caCertificates",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.caCertificates.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.caCertificates,data:data75};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data74.privateKey !== undefined){
let data76 = data74.privateKey;
if(typeof data76 !== "string"){
const err116 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates/" + i10+"/privateKey",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.privateKey.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.privateKey,data:data76};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data74.serverCertificate !== undefined){
let data77 = data74.serverCertificate;
if(typeof data77 !== "string"){
const err117 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates/" + i10+"/serverCertificate",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/serverCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.serverCertificate.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.properties.serverCertificate,data:data77};
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
const err118 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates/" + i10,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.items,data:data74};
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
const err119 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/tlsCertificates",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.tlsCertificates,data:data73};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data53.verifyCertificateHash !== undefined){
let data78 = data53.verifyCertificateHash;
if(Array.isArray(data78)){
const len11 = data78.length;
for(let i11=0; i11<len11; i11++){
let data79 = data78[i11];
if(typeof data79 !== "string"){
const err120 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/verifyCertificateHash/" + i11,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateHash/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateHash.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateHash.items,data:data79};
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
const err121 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/verifyCertificateHash",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateHash/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateHash.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateHash,data:data78};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data53.verifyCertificateSpki !== undefined){
let data80 = data53.verifyCertificateSpki;
if(Array.isArray(data80)){
const len12 = data80.length;
for(let i12=0; i12<len12; i12++){
let data81 = data80[i12];
if(typeof data81 !== "string"){
const err122 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/verifyCertificateSpki/" + i12,schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateSpki/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateSpki.items.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateSpki.items,data:data81};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls/verifyCertificateSpki",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateSpki/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateSpki.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls.properties.verifyCertificateSpki,data:data80};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/spec/ingress/" + i5+"/tls",schemaPath:"#/properties/spec/properties/ingress/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.ingress.items.properties.tls.type,parentSchema:schema31.properties.spec.properties.ingress.items.properties.tls,data:data53};
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
else {
const err125 = {instancePath:instancePath+"/spec/ingress/" + i5,schemaPath:"#/properties/spec/properties/ingress/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.ingress.items.type,parentSchema:schema31.properties.spec.properties.ingress.items,data:data43};
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
const err126 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.type,parentSchema:schema31.properties.spec.properties.ingress,data:data42};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data29.outboundTrafficPolicy !== undefined){
let data82 = data29.outboundTrafficPolicy;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
for(const key12 in data82){
if(!((key12 === "egressProxy") || (key12 === "mode"))){
const err127 = {instancePath:instancePath+"/spec/outboundTrafficPolicy",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy,data:data82};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data82.egressProxy !== undefined){
let data83 = data82.egressProxy;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
if(data83.host === undefined){
const err128 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.required,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy,data:data83};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
for(const key13 in data83){
if(!(((key13 === "host") || (key13 === "port")) || (key13 === "subset"))){
const err129 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy,data:data83};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data83.host !== undefined){
let data84 = data83.host;
if(typeof data84 !== "string"){
const err130 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/host",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.host.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.host,data:data84};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data83.port !== undefined){
let data85 = data83.port;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
for(const key14 in data85){
if(!(key14 === "number")){
const err131 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port,data:data85};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data85.number !== undefined){
let data86 = data85.number;
if(!((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86)))){
const err132 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port/number",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.properties.number.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.properties.number,data:data86};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(typeof data86 == "number"){
if(data86 > 4294967295 || isNaN(data86)){
const err133 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port/number",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.properties.number,data:data86};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data86 < 0 || isNaN(data86)){
const err134 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port/number",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.properties.number,data:data86};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!(formats4.validate(data86))){
const err135 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port/number",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.properties.number,data:data86};
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
}
else {
const err136 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/port",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.port,data:data85};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data83.subset !== undefined){
let data87 = data83.subset;
if(typeof data87 !== "string"){
const err137 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy/subset",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/subset/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.subset.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.properties.subset,data:data87};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
else {
const err138 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/egressProxy",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.egressProxy,data:data83};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data82.mode !== undefined){
let data88 = data82.mode;
if(typeof data88 !== "string"){
const err139 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/mode",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.mode.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.mode,data:data88};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!((data88 === "REGISTRY_ONLY") || (data88 === "ALLOW_ANY"))){
const err140 = {instancePath:instancePath+"/spec/outboundTrafficPolicy/mode",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/properties/mode/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.outboundTrafficPolicy.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.mode.enum,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy.properties.mode,data:data88};
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
const err141 = {instancePath:instancePath+"/spec/outboundTrafficPolicy",schemaPath:"#/properties/spec/properties/outboundTrafficPolicy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.outboundTrafficPolicy.type,parentSchema:schema31.properties.spec.properties.outboundTrafficPolicy,data:data82};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data29.workloadSelector !== undefined){
let data89 = data29.workloadSelector;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
for(const key15 in data89){
if(!(key15 === "labels")){
const err142 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data89};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data89.labels !== undefined){
let data90 = data89.labels;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(Object.keys(data90).length > 256){
const err143 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 256},message:"must NOT have more than 256 properties",schema:256,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data90};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
for(const key16 in data90){
let data91 = data90[key16];
if(typeof data91 === "string"){
if(data91.length > 63){
const err144 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data91};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(!pattern4.test(data91)){
const err145 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^*]*$"},message:"must match pattern \""+"^[^*]*$"+"\"",schema:"^[^*]*$",parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data91};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/spec/workloadSelector/labels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels.additionalProperties,data:data91};
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
else {
const err147 = {instancePath:instancePath+"/spec/workloadSelector/labels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.properties.labels.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.labels,data:data90};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.type,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data89};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
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
else {
const err150 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

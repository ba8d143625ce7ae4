// Made by script/validators.ts from schemas/; do not edit.
import { formats } from '../formats.js';
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"apiVersion":{"type":"string","enum":["networking.istio.io/v1","networking.istio.io/v1alpha3","networking.istio.io/v1beta1"]},"kind":{"type":"string","enum":["DestinationRule"]},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string","format":"date-time"},"deletionTimestamp":{"type":"string","format":"date-time"},"deletionGracePeriodSeconds":{"type":"integer","format":"int64"},"finalizers":{"type":"array","items":{"type":"string"}},"generation":{"type":"integer","format":"int64"},"managedFields":{"type":"array","items":{"type":"object"}},"ownerReferences":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}}}},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}},"spec":{"type":"object","required":["host"],"properties":{"exportTo":{"type":"array","items":{"type":"string"}},"host":{"type":"string"},"subsets":{"type":"array","items":{"type":"object","required":["name"],"properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},"name":{"type":"string"},"trafficPolicy":{"$ref":"#/$defs/trafficPolicy"}},"additionalProperties":false}},"trafficPolicy":{"$ref":"#/$defs/trafficPolicy"},"workloadSelector":{"type":"object","properties":{"matchLabels":{"type":"object","maxProperties":4096,"additionalProperties":{"type":"string","maxLength":63,"pattern":"^[^*]*$"},"propertyNames":{"pattern":"^[^*]+$"}}},"additionalProperties":false}},"additionalProperties":false},"status":{}},"additionalProperties":false,"required":["apiVersion","kind","metadata"],"$defs":{"backendUtilization":{"type":"object","properties":{"errorUtilizationPenaltyPercent":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"metricNamesForComputingUtilization":{"type":"array","items":{"type":"string"}},"weightExpirationPeriod":{"type":"string"},"weightStabilizationPeriod":{"type":"string"},"weightUpdatePeriod":{"type":"string"}},"additionalProperties":false},"connectionPool":{"type":"object","properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"}},"additionalProperties":false},"consistentHash":{"type":"object","allOf":[{"oneOf":[{"not":{"anyOf":[{"required":["httpHeaderName"]},{"required":["httpCookie"]},{"required":["useSourceIp"]},{"required":["httpQueryParameterName"]}]}},{"required":["httpHeaderName"]},{"required":["httpCookie"]},{"required":["useSourceIp"]},{"required":["httpQueryParameterName"]}]},{"oneOf":[{"not":{"anyOf":[{"required":["ringHash"]},{"required":["maglev"]}]}},{"required":["ringHash"]},{"required":["maglev"]}]}],"properties":{"httpCookie":{"$ref":"#/$defs/httpCookie"},"httpHeaderName":{"type":"string"},"httpQueryParameterName":{"type":"string"},"maglev":{"type":"object","properties":{"tableSize":{"type":"integer","minimum":0,"format":"int64"}},"additionalProperties":false},"minimumRingSize":{"type":"integer","minimum":0,"format":"int64"},"ringHash":{"type":"object","properties":{"minimumRingSize":{"type":"integer","minimum":0,"format":"int64"}},"additionalProperties":false},"useSourceIp":{"type":"boolean"}},"additionalProperties":false},"distribute":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"object","additionalProperties":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}}},"additionalProperties":false},"http":{"type":"object","properties":{"h2UpgradePolicy":{"type":"string","enum":["DEFAULT","DO_NOT_UPGRADE","UPGRADE"]},"http1MaxPendingRequests":{"type":"integer","format":"int32"},"http2KeepAlive":{"$ref":"#/$defs/http2KeepAlive"},"http2MaxRequests":{"type":"integer","format":"int32"},"idleTimeout":{"type":"string","format":"duration-at-least-1ms"},"maxConcurrentStreams":{"type":"integer","format":"int32"},"maxRequestsPerConnection":{"type":"integer","format":"int32"},"maxRetries":{"type":"integer","format":"int32"},"useClientProtocol":{"type":"boolean"}},"additionalProperties":false},"http2KeepAlive":{"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"timeout":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false},"httpCookie":{"type":"object","required":["name"],"properties":{"attributes":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"name":{"type":"string"},"path":{"type":"string"},"ttl":{"type":"string"}},"additionalProperties":false},"loadBalancer":{"type":"object","oneOf":[{"not":{"anyOf":[{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}]}},{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}],"properties":{"backendUtilization":{"$ref":"#/$defs/backendUtilization"},"consistentHash":{"$ref":"#/$defs/consistentHash"},"localityLbSetting":{"$ref":"#/$defs/localityLbSetting"},"simple":{"type":"string","enum":["UNSPECIFIED","LEAST_CONN","RANDOM","PASSTHROUGH","ROUND_ROBIN","LEAST_REQUEST"]},"warmup":{"$ref":"#/$defs/warmup"},"warmupDurationSecs":{"type":"string","format":"duration-at-least-1ms"},"zoneAwareLbSetting":{"$ref":"#/$defs/zoneAwareLbSetting"}},"additionalProperties":false},"localityLbSetting":{"type":"object","properties":{"distribute":{"type":"array","items":{"$ref":"#/$defs/distribute"}},"enabled":{"type":"boolean","x-nullable":true},"failover":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"}},"additionalProperties":false}},"failoverPriority":{"type":"array","items":{"type":"string"}}},"additionalProperties":false},"outlierDetection":{"type":"object","properties":{"baseEjectionTime":{"type":"string","format":"duration-at-least-1ms"},"consecutive5xxErrors":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"consecutiveErrors":{"type":"integer","format":"int32"},"consecutiveGatewayErrors":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"consecutiveLocalOriginFailures":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"interval":{"type":"string","format":"duration-at-least-1ms"},"maxEjectionPercent":{"type":"integer","format":"int32"},"minHealthPercent":{"type":"integer","format":"int32"},"outlierDetectionHttpErrorCodes":{"type":"array","items":{"type":"integer","minimum":100,"maximum":599,"format":"int64"}},"splitExternalLocalOriginErrors":{"type":"boolean"}},"additionalProperties":false},"portLevelSettings":{"type":"object","properties":{"connectionPool":{"$ref":"#/$defs/connectionPool"},"loadBalancer":{"$ref":"#/$defs/loadBalancer"},"outlierDetection":{"$ref":"#/$defs/outlierDetection"},"port":{"type":"object","properties":{"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"tls":{"$ref":"#/$defs/tls"}},"additionalProperties":false},"retryBudget":{"type":"object","properties":{"budgetInterval":{"type":"string"},"minRetryConcurrency":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"percent":{"type":"number","format":"double","minimum":0,"maximum":100,"x-nullable":true}},"additionalProperties":false},"tcp":{"type":"object","properties":{"connectTimeout":{"type":"string","format":"duration-at-least-1ms"},"idleTimeout":{"type":"string"},"maxConnectionDuration":{"type":"string","format":"duration-at-least-1ms"},"maxConnections":{"type":"integer","format":"int32"},"tcpKeepalive":{"$ref":"#/$defs/tcpKeepalive"}},"additionalProperties":false},"tcpKeepalive":{"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"probes":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"time":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false},"tls":{"type":"object","properties":{"caCertificates":{"type":"string"},"caCrl":{"type":"string"},"clientCertificate":{"type":"string"},"credentialName":{"type":"string"},"insecureSkipVerify":{"type":"boolean","x-nullable":true},"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]},"privateKey":{"type":"string"},"sni":{"type":"string"},"subjectAltNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false},"trafficPolicy":{"type":"object","properties":{"connectionPool":{"$ref":"#/$defs/connectionPool"},"loadBalancer":{"$ref":"#/$defs/loadBalancer"},"outlierDetection":{"$ref":"#/$defs/outlierDetection"},"portLevelSettings":{"type":"array","maxItems":4096,"items":{"$ref":"#/$defs/portLevelSettings"}},"proxyProtocol":{"type":"object","properties":{"version":{"type":"string","enum":["V1","V2"]}},"additionalProperties":false},"retryBudget":{"$ref":"#/$defs/retryBudget"},"tls":{"$ref":"#/$defs/tls"},"tunnel":{"$ref":"#/$defs/tunnel"}},"additionalProperties":false},"tunnel":{"type":"object","required":["targetHost","targetPort"],"properties":{"protocol":{"type":"string"},"targetHost":{"type":"string"},"targetPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"warmup":{"type":"object","required":["duration"],"properties":{"aggression":{"type":"number","format":"double","minimum":0,"x-nullable":true},"duration":{"type":"string","format":"duration-at-least-1ms"},"minimumPercent":{"type":"number","format":"double","minimum":0,"maximum":100,"x-nullable":true}},"additionalProperties":false},"zoneAwareLbSetting":{"type":"object","properties":{"enabled":{"type":"boolean","x-nullable":true},"failover":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"}},"additionalProperties":false}},"failoverPriority":{"type":"array","items":{"type":"string"}},"minClusterSize":{"type":"integer","minimum":1,"maximum":4294967295,"format":"int64","x-nullable":true}},"additionalProperties":false}}};
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats["date-time"];
const formats4 = formats.int64;
const schema32 = {"type":"object","properties":{"connectionPool":{"$ref":"#/$defs/connectionPool"},"loadBalancer":{"$ref":"#/$defs/loadBalancer"},"outlierDetection":{"$ref":"#/$defs/outlierDetection"},"portLevelSettings":{"type":"array","maxItems":4096,"items":{"$ref":"#/$defs/portLevelSettings"}},"proxyProtocol":{"type":"object","properties":{"version":{"type":"string","enum":["V1","V2"]}},"additionalProperties":false},"retryBudget":{"$ref":"#/$defs/retryBudget"},"tls":{"$ref":"#/$defs/tls"},"tunnel":{"$ref":"#/$defs/tunnel"}},"additionalProperties":false};
const schema46 = {"type":"object","properties":{"baseEjectionTime":{"type":"string","format":"duration-at-least-1ms"},"consecutive5xxErrors":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"consecutiveErrors":{"type":"integer","format":"int32"},"consecutiveGatewayErrors":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"consecutiveLocalOriginFailures":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64","x-nullable":true},"interval":{"type":"string","format":"duration-at-least-1ms"},"maxEjectionPercent":{"type":"integer","format":"int32"},"minHealthPercent":{"type":"integer","format":"int32"},"outlierDetectionHttpErrorCodes":{"type":"array","items":{"type":"integer","minimum":100,"maximum":599,"format":"int64"}},"splitExternalLocalOriginErrors":{"type":"boolean"}},"additionalProperties":false};
const schema50 = {"type":"object","properties":{"budgetInterval":{"type":"string"},"minRetryConcurrency":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"percent":{"type":"number","format":"double","minimum":0,"maximum":100,"x-nullable":true}},"additionalProperties":false};
const schema49 = {"type":"object","properties":{"caCertificates":{"type":"string"},"caCrl":{"type":"string"},"clientCertificate":{"type":"string"},"credentialName":{"type":"string"},"insecureSkipVerify":{"type":"boolean","x-nullable":true},"mode":{"type":"string","enum":["DISABLE","SIMPLE","MUTUAL","ISTIO_MUTUAL"]},"privateKey":{"type":"string"},"sni":{"type":"string"},"subjectAltNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};
const schema52 = {"type":"object","required":["targetHost","targetPort"],"properties":{"protocol":{"type":"string"},"targetHost":{"type":"string"},"targetPort":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false};
const schema33 = {"type":"object","properties":{"http":{"$ref":"#/$defs/http"},"tcp":{"$ref":"#/$defs/tcp"}},"additionalProperties":false};
const schema34 = {"type":"object","properties":{"h2UpgradePolicy":{"type":"string","enum":["DEFAULT","DO_NOT_UPGRADE","UPGRADE"]},"http1MaxPendingRequests":{"type":"integer","format":"int32"},"http2KeepAlive":{"$ref":"#/$defs/http2KeepAlive"},"http2MaxRequests":{"type":"integer","format":"int32"},"idleTimeout":{"type":"string","format":"duration-at-least-1ms"},"maxConcurrentStreams":{"type":"integer","format":"int32"},"maxRequestsPerConnection":{"type":"integer","format":"int32"},"maxRetries":{"type":"integer","format":"int32"},"useClientProtocol":{"type":"boolean"}},"additionalProperties":false};
const schema35 = {"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"timeout":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false};
const formats8 = formats.int32;
const formats10 = formats["duration-at-least-1ms"];

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
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
if(!(formats8.validate(data1))){
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
if(!(formats10(data3))){
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
if(!(formats10(data4))){
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
if(!(formats8.validate(data5))){
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
if(!(formats10(data6))){
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
if(!(formats8.validate(data7))){
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
if(!(formats8.validate(data8))){
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
if(!(formats8.validate(data9))){
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
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"type":"object","properties":{"connectTimeout":{"type":"string","format":"duration-at-least-1ms"},"idleTimeout":{"type":"string"},"maxConnectionDuration":{"type":"string","format":"duration-at-least-1ms"},"maxConnections":{"type":"integer","format":"int32"},"tcpKeepalive":{"$ref":"#/$defs/tcpKeepalive"}},"additionalProperties":false};
const schema37 = {"type":"object","properties":{"interval":{"type":"string","format":"duration-at-least-1ms"},"probes":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"time":{"type":"string","format":"duration-at-least-1ms"}},"additionalProperties":false};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
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
if(!(formats10(data0))){
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
if(!(formats10(data2))){
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
if(!(formats8.validate(data3))){
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
if(!(formats10(data5))){
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
if(!(formats10(data7))){
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
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!(validate23(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.tcp !== undefined){
if(!(validate25(data.tcp, {instancePath:instancePath+"/tcp",parentData:data,parentDataProperty:"tcp",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
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
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema38 = {"type":"object","oneOf":[{"not":{"anyOf":[{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}]}},{"required":["simple"]},{"required":["consistentHash"]},{"required":["backendUtilization"]}],"properties":{"backendUtilization":{"$ref":"#/$defs/backendUtilization"},"consistentHash":{"$ref":"#/$defs/consistentHash"},"localityLbSetting":{"$ref":"#/$defs/localityLbSetting"},"simple":{"type":"string","enum":["UNSPECIFIED","LEAST_CONN","RANDOM","PASSTHROUGH","ROUND_ROBIN","LEAST_REQUEST"]},"warmup":{"$ref":"#/$defs/warmup"},"warmupDurationSecs":{"type":"string","format":"duration-at-least-1ms"},"zoneAwareLbSetting":{"$ref":"#/$defs/zoneAwareLbSetting"}},"additionalProperties":false};
const schema39 = {"type":"object","properties":{"errorUtilizationPenaltyPercent":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"},"metricNamesForComputingUtilization":{"type":"array","items":{"type":"string"}},"weightExpirationPeriod":{"type":"string"},"weightStabilizationPeriod":{"type":"string"},"weightUpdatePeriod":{"type":"string"}},"additionalProperties":false};
const schema44 = {"type":"object","required":["duration"],"properties":{"aggression":{"type":"number","format":"double","minimum":0,"x-nullable":true},"duration":{"type":"string","format":"duration-at-least-1ms"},"minimumPercent":{"type":"number","format":"double","minimum":0,"maximum":100,"x-nullable":true}},"additionalProperties":false};
const schema45 = {"type":"object","properties":{"enabled":{"type":"boolean","x-nullable":true},"failover":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"}},"additionalProperties":false}},"failoverPriority":{"type":"array","items":{"type":"string"}},"minClusterSize":{"type":"integer","minimum":1,"maximum":4294967295,"format":"int64","x-nullable":true}},"additionalProperties":false};
const formats46 = formats.double;
const schema40 = {"type":"object","allOf":[{"oneOf":[{"not":{"anyOf":[{"required":["httpHeaderName"]},{"required":["httpCookie"]},{"required":["useSourceIp"]},{"required":["httpQueryParameterName"]}]}},{"required":["httpHeaderName"]},{"required":["httpCookie"]},{"required":["useSourceIp"]},{"required":["httpQueryParameterName"]}]},{"oneOf":[{"not":{"anyOf":[{"required":["ringHash"]},{"required":["maglev"]}]}},{"required":["ringHash"]},{"required":["maglev"]}]}],"properties":{"httpCookie":{"$ref":"#/$defs/httpCookie"},"httpHeaderName":{"type":"string"},"httpQueryParameterName":{"type":"string"},"maglev":{"type":"object","properties":{"tableSize":{"type":"integer","minimum":0,"format":"int64"}},"additionalProperties":false},"minimumRingSize":{"type":"integer","minimum":0,"format":"int64"},"ringHash":{"type":"object","properties":{"minimumRingSize":{"type":"integer","minimum":0,"format":"int64"}},"additionalProperties":false},"useSourceIp":{"type":"boolean"}},"additionalProperties":false};
const schema41 = {"type":"object","required":["name"],"properties":{"attributes":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false}},"name":{"type":"string"},"path":{"type":"string"},"ttl":{"type":"string"}},"additionalProperties":false};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs2 = errors;
let valid1 = false;
let passing0 = null;
const _errs3 = errors;
const _errs4 = errors;
const _errs5 = errors;
const _errs6 = errors;
let valid3 = false;
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.httpHeaderName === undefined) && (missing0 = "httpHeaderName")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid1 = _errs7 === errors;
valid3 = valid3 || _valid1;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.httpCookie === undefined) && (missing1 = "httpCookie")){
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
var _valid1 = _errs8 === errors;
valid3 = valid3 || _valid1;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.useSourceIp === undefined) && (missing2 = "useSourceIp")){
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
var _valid1 = _errs9 === errors;
valid3 = valid3 || _valid1;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.httpQueryParameterName === undefined) && (missing3 = "httpQueryParameterName")){
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
var _valid1 = _errs10 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
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
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid2 = _errs5 === errors;
if(valid2){
const err5 = {instancePath,schemaPath:"#/allOf/0/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema40.allOf[0].oneOf[0].not,parentSchema:schema40.allOf[0].oneOf[0],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs3 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpHeaderName === undefined){
const err6 = {instancePath,schemaPath:"#/allOf/0/oneOf/1/required",keyword:"required",params:{missingProperty: "httpHeaderName"},message:"must have required property '"+"httpHeaderName"+"'",schema:schema40.allOf[0].oneOf[1].required,parentSchema:schema40.allOf[0].oneOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpCookie === undefined){
const err7 = {instancePath,schemaPath:"#/allOf/0/oneOf/2/required",keyword:"required",params:{missingProperty: "httpCookie"},message:"must have required property '"+"httpCookie"+"'",schema:schema40.allOf[0].oneOf[2].required,parentSchema:schema40.allOf[0].oneOf[2],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid1 = true;
passing0 = 2;
}
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.useSourceIp === undefined){
const err8 = {instancePath,schemaPath:"#/allOf/0/oneOf/3/required",keyword:"required",params:{missingProperty: "useSourceIp"},message:"must have required property '"+"useSourceIp"+"'",schema:schema40.allOf[0].oneOf[3].required,parentSchema:schema40.allOf[0].oneOf[3],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs13 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid1 = true;
passing0 = 3;
}
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.httpQueryParameterName === undefined){
const err9 = {instancePath,schemaPath:"#/allOf/0/oneOf/4/required",keyword:"required",params:{missingProperty: "httpQueryParameterName"},message:"must have required property '"+"httpQueryParameterName"+"'",schema:schema40.allOf[0].oneOf[4].required,parentSchema:schema40.allOf[0].oneOf[4],data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid1 = true;
passing0 = 4;
}
}
}
}
}
if(!valid1){
const err10 = {instancePath,schemaPath:"#/allOf/0/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema40.allOf[0].oneOf,parentSchema:schema40.allOf[0],data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
const _errs16 = errors;
let valid4 = false;
let passing1 = null;
const _errs17 = errors;
const _errs18 = errors;
const _errs19 = errors;
const _errs20 = errors;
let valid6 = false;
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.ringHash === undefined) && (missing4 = "ringHash")){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid3 = _errs21 === errors;
valid6 = valid6 || _valid3;
const _errs22 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.maglev === undefined) && (missing5 = "maglev")){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid3 = _errs22 === errors;
valid6 = valid6 || _valid3;
if(!valid6){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs19 === errors;
if(valid5){
const err14 = {instancePath,schemaPath:"#/allOf/1/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema40.allOf[1].oneOf[0].not,parentSchema:schema40.allOf[1].oneOf[0],data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
var _valid2 = _errs17 === errors;
if(_valid2){
valid4 = true;
passing1 = 0;
}
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ringHash === undefined){
const err15 = {instancePath,schemaPath:"#/allOf/1/oneOf/1/required",keyword:"required",params:{missingProperty: "ringHash"},message:"must have required property '"+"ringHash"+"'",schema:schema40.allOf[1].oneOf[1].required,parentSchema:schema40.allOf[1].oneOf[1],data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid2 = _errs23 === errors;
if(_valid2 && valid4){
valid4 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid4 = true;
passing1 = 1;
}
const _errs24 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.maglev === undefined){
const err16 = {instancePath,schemaPath:"#/allOf/1/oneOf/2/required",keyword:"required",params:{missingProperty: "maglev"},message:"must have required property '"+"maglev"+"'",schema:schema40.allOf[1].oneOf[2].required,parentSchema:schema40.allOf[1].oneOf[2],data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid2 = _errs24 === errors;
if(_valid2 && valid4){
valid4 = false;
passing1 = [passing1, 2];
}
else {
if(_valid2){
valid4 = true;
passing1 = 2;
}
}
}
if(!valid4){
const err17 = {instancePath,schemaPath:"#/allOf/1/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema40.allOf[1].oneOf,parentSchema:schema40.allOf[1],data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "httpCookie") || (key0 === "httpHeaderName")) || (key0 === "httpQueryParameterName")) || (key0 === "maglev")) || (key0 === "minimumRingSize")) || (key0 === "ringHash")) || (key0 === "useSourceIp"))){
const err18 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.httpCookie !== undefined){
let data0 = data.httpCookie;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err19 = {instancePath:instancePath+"/httpCookie",schemaPath:"#/$defs/httpCookie/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema41.required,parentSchema:schema41,data:data0};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key1 in data0){
if(!((((key1 === "attributes") || (key1 === "name")) || (key1 === "path")) || (key1 === "ttl"))){
const err20 = {instancePath:instancePath+"/httpCookie",schemaPath:"#/$defs/httpCookie/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema41,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.attributes !== undefined){
let data1 = data0.attributes;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err21 = {instancePath:instancePath+"/httpCookie/attributes/" + i0,schemaPath:"#/$defs/httpCookie/properties/attributes/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema41.properties.attributes.items.required,parentSchema:schema41.properties.attributes.items,data:data2};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key2 in data2){
if(!((key2 === "name") || (key2 === "value"))){
const err22 = {instancePath:instancePath+"/httpCookie/attributes/" + i0,schemaPath:"#/$defs/httpCookie/properties/attributes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema41.properties.attributes.items,data:data2};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 !== "string"){
const err23 = {instancePath:instancePath+"/httpCookie/attributes/" + i0+"/name",schemaPath:"#/$defs/httpCookie/properties/attributes/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.attributes.items.properties.name.type,parentSchema:schema41.properties.attributes.items.properties.name,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.value !== undefined){
let data4 = data2.value;
if(typeof data4 !== "string"){
const err24 = {instancePath:instancePath+"/httpCookie/attributes/" + i0+"/value",schemaPath:"#/$defs/httpCookie/properties/attributes/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.attributes.items.properties.value.type,parentSchema:schema41.properties.attributes.items.properties.value,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/httpCookie/attributes/" + i0,schemaPath:"#/$defs/httpCookie/properties/attributes/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.properties.attributes.items.type,parentSchema:schema41.properties.attributes.items,data:data2};
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
else {
const err26 = {instancePath:instancePath+"/httpCookie/attributes",schemaPath:"#/$defs/httpCookie/properties/attributes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.properties.attributes.type,parentSchema:schema41.properties.attributes,data:data1};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data0.name !== undefined){
let data5 = data0.name;
if(typeof data5 !== "string"){
const err27 = {instancePath:instancePath+"/httpCookie/name",schemaPath:"#/$defs/httpCookie/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.name.type,parentSchema:schema41.properties.name,data:data5};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data0.path !== undefined){
let data6 = data0.path;
if(typeof data6 !== "string"){
const err28 = {instancePath:instancePath+"/httpCookie/path",schemaPath:"#/$defs/httpCookie/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.path.type,parentSchema:schema41.properties.path,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data0.ttl !== undefined){
let data7 = data0.ttl;
if(typeof data7 !== "string"){
const err29 = {instancePath:instancePath+"/httpCookie/ttl",schemaPath:"#/$defs/httpCookie/properties/ttl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.ttl.type,parentSchema:schema41.properties.ttl,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/httpCookie",schemaPath:"#/$defs/httpCookie/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.type,parentSchema:schema41,data:data0};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.httpHeaderName !== undefined){
let data8 = data.httpHeaderName;
if(typeof data8 !== "string"){
const err31 = {instancePath:instancePath+"/httpHeaderName",schemaPath:"#/properties/httpHeaderName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.httpHeaderName.type,parentSchema:schema40.properties.httpHeaderName,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.httpQueryParameterName !== undefined){
let data9 = data.httpQueryParameterName;
if(typeof data9 !== "string"){
const err32 = {instancePath:instancePath+"/httpQueryParameterName",schemaPath:"#/properties/httpQueryParameterName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.httpQueryParameterName.type,parentSchema:schema40.properties.httpQueryParameterName,data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.maglev !== undefined){
let data10 = data.maglev;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
if(!(key3 === "tableSize")){
const err33 = {instancePath:instancePath+"/maglev",schemaPath:"#/properties/maglev/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.maglev,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data10.tableSize !== undefined){
let data11 = data10.tableSize;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err34 = {instancePath:instancePath+"/maglev/tableSize",schemaPath:"#/properties/maglev/properties/tableSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.maglev.properties.tableSize.type,parentSchema:schema40.properties.maglev.properties.tableSize,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(typeof data11 == "number"){
if(data11 < 0 || isNaN(data11)){
const err35 = {instancePath:instancePath+"/maglev/tableSize",schemaPath:"#/properties/maglev/properties/tableSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40.properties.maglev.properties.tableSize,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!(formats4.validate(data11))){
const err36 = {instancePath:instancePath+"/maglev/tableSize",schemaPath:"#/properties/maglev/properties/tableSize/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema40.properties.maglev.properties.tableSize,data:data11};
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
}
else {
const err37 = {instancePath:instancePath+"/maglev",schemaPath:"#/properties/maglev/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.maglev.type,parentSchema:schema40.properties.maglev,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.minimumRingSize !== undefined){
let data12 = data.minimumRingSize;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err38 = {instancePath:instancePath+"/minimumRingSize",schemaPath:"#/properties/minimumRingSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.minimumRingSize.type,parentSchema:schema40.properties.minimumRingSize,data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data12 == "number"){
if(data12 < 0 || isNaN(data12)){
const err39 = {instancePath:instancePath+"/minimumRingSize",schemaPath:"#/properties/minimumRingSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40.properties.minimumRingSize,data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!(formats4.validate(data12))){
const err40 = {instancePath:instancePath+"/minimumRingSize",schemaPath:"#/properties/minimumRingSize/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema40.properties.minimumRingSize,data:data12};
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
if(data.ringHash !== undefined){
let data13 = data.ringHash;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 in data13){
if(!(key4 === "minimumRingSize")){
const err41 = {instancePath:instancePath+"/ringHash",schemaPath:"#/properties/ringHash/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema40.properties.ringHash,data:data13};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data13.minimumRingSize !== undefined){
let data14 = data13.minimumRingSize;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
const err42 = {instancePath:instancePath+"/ringHash/minimumRingSize",schemaPath:"#/properties/ringHash/properties/minimumRingSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema40.properties.ringHash.properties.minimumRingSize.type,parentSchema:schema40.properties.ringHash.properties.minimumRingSize,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
const err43 = {instancePath:instancePath+"/ringHash/minimumRingSize",schemaPath:"#/properties/ringHash/properties/minimumRingSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema40.properties.ringHash.properties.minimumRingSize,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!(formats4.validate(data14))){
const err44 = {instancePath:instancePath+"/ringHash/minimumRingSize",schemaPath:"#/properties/ringHash/properties/minimumRingSize/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema40.properties.ringHash.properties.minimumRingSize,data:data14};
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
}
else {
const err45 = {instancePath:instancePath+"/ringHash",schemaPath:"#/properties/ringHash/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.properties.ringHash.type,parentSchema:schema40.properties.ringHash,data:data13};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.useSourceIp !== undefined){
let data15 = data.useSourceIp;
if(typeof data15 !== "boolean"){
const err46 = {instancePath:instancePath+"/useSourceIp",schemaPath:"#/properties/useSourceIp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema40.properties.useSourceIp.type,parentSchema:schema40.properties.useSourceIp,data:data15};
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
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema42 = {"type":"object","properties":{"distribute":{"type":"array","items":{"$ref":"#/$defs/distribute"}},"enabled":{"type":"boolean","x-nullable":true},"failover":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"}},"additionalProperties":false}},"failoverPriority":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};
const schema43 = {"type":"object","properties":{"from":{"type":"string"},"to":{"type":"object","additionalProperties":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}}},"additionalProperties":false};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "distribute") || (key0 === "enabled")) || (key0 === "failover")) || (key0 === "failoverPriority"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.distribute !== undefined){
let data0 = data.distribute;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "from") || (key1 === "to"))){
const err1 = {instancePath:instancePath+"/distribute/" + i0,schemaPath:"#/$defs/distribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.from !== undefined){
let data2 = data1.from;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/distribute/" + i0+"/from",schemaPath:"#/$defs/distribute/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema43.properties.from.type,parentSchema:schema43.properties.from,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.to !== undefined){
let data3 = data1.to;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
let data4 = data3[key2];
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err3 = {instancePath:instancePath+"/distribute/" + i0+"/to/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/distribute/properties/to/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema43.properties.to.additionalProperties.type,parentSchema:schema43.properties.to.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 4294967295 || isNaN(data4)){
const err4 = {instancePath:instancePath+"/distribute/" + i0+"/to/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/distribute/properties/to/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema43.properties.to.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err5 = {instancePath:instancePath+"/distribute/" + i0+"/to/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/distribute/properties/to/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema43.properties.to.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(formats4.validate(data4))){
const err6 = {instancePath:instancePath+"/distribute/" + i0+"/to/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/distribute/properties/to/additionalProperties/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema43.properties.to.additionalProperties,data:data4};
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
}
else {
const err7 = {instancePath:instancePath+"/distribute/" + i0+"/to",schemaPath:"#/$defs/distribute/properties/to/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.properties.to.type,parentSchema:schema43.properties.to,data:data3};
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
const err8 = {instancePath:instancePath+"/distribute/" + i0,schemaPath:"#/$defs/distribute/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/distribute",schemaPath:"#/properties/distribute/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.properties.distribute.type,parentSchema:schema42.properties.distribute,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.enabled !== undefined){
let data5 = data.enabled;
if(typeof data5 !== "boolean"){
const err10 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.enabled.type,parentSchema:schema42.properties.enabled,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.failover !== undefined){
let data6 = data.failover;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!((key3 === "from") || (key3 === "to"))){
const err11 = {instancePath:instancePath+"/failover/" + i1,schemaPath:"#/properties/failover/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema42.properties.failover.items,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7.from !== undefined){
let data8 = data7.from;
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/failover/" + i1+"/from",schemaPath:"#/properties/failover/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.failover.items.properties.from.type,parentSchema:schema42.properties.failover.items.properties.from,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data7.to !== undefined){
let data9 = data7.to;
if(typeof data9 !== "string"){
const err13 = {instancePath:instancePath+"/failover/" + i1+"/to",schemaPath:"#/properties/failover/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.failover.items.properties.to.type,parentSchema:schema42.properties.failover.items.properties.to,data:data9};
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
const err14 = {instancePath:instancePath+"/failover/" + i1,schemaPath:"#/properties/failover/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.failover.items.type,parentSchema:schema42.properties.failover.items,data:data7};
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
const err15 = {instancePath:instancePath+"/failover",schemaPath:"#/properties/failover/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.properties.failover.type,parentSchema:schema42.properties.failover,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.failoverPriority !== undefined){
let data10 = data.failoverPriority;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err16 = {instancePath:instancePath+"/failoverPriority/" + i2,schemaPath:"#/properties/failoverPriority/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.failoverPriority.items.type,parentSchema:schema42.properties.failoverPriority.items,data:data11};
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
const err17 = {instancePath:instancePath+"/failoverPriority",schemaPath:"#/properties/failoverPriority/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.properties.failoverPriority.type,parentSchema:schema42.properties.failoverPriority,data:data10};
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
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
const _errs3 = errors;
const _errs4 = errors;
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.simple === undefined) && (missing0 = "simple")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid1 = _errs6 === errors;
valid2 = valid2 || _valid1;
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.consistentHash === undefined) && (missing1 = "consistentHash")){
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
var _valid1 = _errs7 === errors;
valid2 = valid2 || _valid1;
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.backendUtilization === undefined) && (missing2 = "backendUtilization")){
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
var _valid1 = _errs8 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs4 === errors;
if(valid1){
const err4 = {instancePath,schemaPath:"#/oneOf/0/not",keyword:"not",params:{},message:"must NOT be valid",schema:schema38.oneOf[0].not,parentSchema:schema38.oneOf[0],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.simple === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "simple"},message:"must have required property '"+"simple"+"'",schema:schema38.oneOf[1].required,parentSchema:schema38.oneOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs9 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.consistentHash === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "consistentHash"},message:"must have required property '"+"consistentHash"+"'",schema:schema38.oneOf[2].required,parentSchema:schema38.oneOf[2],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.backendUtilization === undefined){
const err7 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "backendUtilization"},message:"must have required property '"+"backendUtilization"+"'",schema:schema38.oneOf[3].required,parentSchema:schema38.oneOf[3],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
}
}
}
if(!valid0){
const err8 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema38.oneOf,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "backendUtilization") || (key0 === "consistentHash")) || (key0 === "localityLbSetting")) || (key0 === "simple")) || (key0 === "warmup")) || (key0 === "warmupDurationSecs")) || (key0 === "zoneAwareLbSetting"))){
const err9 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.backendUtilization !== undefined){
let data0 = data.backendUtilization;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((((key1 === "errorUtilizationPenaltyPercent") || (key1 === "metricNamesForComputingUtilization")) || (key1 === "weightExpirationPeriod")) || (key1 === "weightStabilizationPeriod")) || (key1 === "weightUpdatePeriod"))){
const err10 = {instancePath:instancePath+"/backendUtilization",schemaPath:"#/$defs/backendUtilization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema39,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.errorUtilizationPenaltyPercent !== undefined){
let data1 = data0.errorUtilizationPenaltyPercent;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err11 = {instancePath:instancePath+"/backendUtilization/errorUtilizationPenaltyPercent",schemaPath:"#/$defs/backendUtilization/properties/errorUtilizationPenaltyPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.errorUtilizationPenaltyPercent.type,parentSchema:schema39.properties.errorUtilizationPenaltyPercent,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 4294967295 || isNaN(data1)){
const err12 = {instancePath:instancePath+"/backendUtilization/errorUtilizationPenaltyPercent",schemaPath:"#/$defs/backendUtilization/properties/errorUtilizationPenaltyPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema39.properties.errorUtilizationPenaltyPercent,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err13 = {instancePath:instancePath+"/backendUtilization/errorUtilizationPenaltyPercent",schemaPath:"#/$defs/backendUtilization/properties/errorUtilizationPenaltyPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.errorUtilizationPenaltyPercent,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(formats4.validate(data1))){
const err14 = {instancePath:instancePath+"/backendUtilization/errorUtilizationPenaltyPercent",schemaPath:"#/$defs/backendUtilization/properties/errorUtilizationPenaltyPercent/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema39.properties.errorUtilizationPenaltyPercent,data:data1};
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
if(data0.metricNamesForComputingUtilization !== undefined){
let data2 = data0.metricNamesForComputingUtilization;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err15 = {instancePath:instancePath+"/backendUtilization/metricNamesForComputingUtilization/" + i0,schemaPath:"#/$defs/backendUtilization/properties/metricNamesForComputingUtilization/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.metricNamesForComputingUtilization.items.type,parentSchema:schema39.properties.metricNamesForComputingUtilization.items,data:data3};
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
const err16 = {instancePath:instancePath+"/backendUtilization/metricNamesForComputingUtilization",schemaPath:"#/$defs/backendUtilization/properties/metricNamesForComputingUtilization/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.properties.metricNamesForComputingUtilization.type,parentSchema:schema39.properties.metricNamesForComputingUtilization,data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.weightExpirationPeriod !== undefined){
let data4 = data0.weightExpirationPeriod;
if(typeof data4 !== "string"){
const err17 = {instancePath:instancePath+"/backendUtilization/weightExpirationPeriod",schemaPath:"#/$defs/backendUtilization/properties/weightExpirationPeriod/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.weightExpirationPeriod.type,parentSchema:schema39.properties.weightExpirationPeriod,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data0.weightStabilizationPeriod !== undefined){
let data5 = data0.weightStabilizationPeriod;
if(typeof data5 !== "string"){
const err18 = {instancePath:instancePath+"/backendUtilization/weightStabilizationPeriod",schemaPath:"#/$defs/backendUtilization/properties/weightStabilizationPeriod/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.weightStabilizationPeriod.type,parentSchema:schema39.properties.weightStabilizationPeriod,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.weightUpdatePeriod !== undefined){
let data6 = data0.weightUpdatePeriod;
if(typeof data6 !== "string"){
const err19 = {instancePath:instancePath+"/backendUtilization/weightUpdatePeriod",schemaPath:"#/$defs/backendUtilization/properties/weightUpdatePeriod/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.weightUpdatePeriod.type,parentSchema:schema39.properties.weightUpdatePeriod,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/backendUtilization",schemaPath:"#/$defs/backendUtilization/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.consistentHash !== undefined){
if(!(validate29(data.consistentHash, {instancePath:instancePath+"/consistentHash",parentData:data,parentDataProperty:"consistentHash",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.localityLbSetting !== undefined){
if(!(validate31(data.localityLbSetting, {instancePath:instancePath+"/localityLbSetting",parentData:data,parentDataProperty:"localityLbSetting",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.simple !== undefined){
let data9 = data.simple;
if(typeof data9 !== "string"){
const err21 = {instancePath:instancePath+"/simple",schemaPath:"#/properties/simple/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.simple.type,parentSchema:schema38.properties.simple,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((((((data9 === "UNSPECIFIED") || (data9 === "LEAST_CONN")) || (data9 === "RANDOM")) || (data9 === "PASSTHROUGH")) || (data9 === "ROUND_ROBIN")) || (data9 === "LEAST_REQUEST"))){
const err22 = {instancePath:instancePath+"/simple",schemaPath:"#/properties/simple/enum",keyword:"enum",params:{allowedValues: schema38.properties.simple.enum},message:"must be equal to one of the allowed values",schema:schema38.properties.simple.enum,parentSchema:schema38.properties.simple,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.warmup !== undefined){
let data10 = data.warmup;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.duration === undefined){
const err23 = {instancePath:instancePath+"/warmup",schemaPath:"#/$defs/warmup/required",keyword:"required",params:{missingProperty: "duration"},message:"must have required property '"+"duration"+"'",schema:schema44.required,parentSchema:schema44,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key2 in data10){
if(!(((key2 === "aggression") || (key2 === "duration")) || (key2 === "minimumPercent"))){
const err24 = {instancePath:instancePath+"/warmup",schemaPath:"#/$defs/warmup/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data10.aggression !== undefined){
let data11 = data10.aggression;
if(typeof data11 == "number"){
if(data11 < 0 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/warmup/aggression",schemaPath:"#/$defs/warmup/properties/aggression/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema44.properties.aggression,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!(formats46.validate(data11))){
const err26 = {instancePath:instancePath+"/warmup/aggression",schemaPath:"#/$defs/warmup/properties/aggression/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema44.properties.aggression,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/warmup/aggression",schemaPath:"#/$defs/warmup/properties/aggression/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema44.properties.aggression.type,parentSchema:schema44.properties.aggression,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data10.duration !== undefined){
let data12 = data10.duration;
if(typeof data12 === "string"){
if(!(formats10(data12))){
const err28 = {instancePath:instancePath+"/warmup/duration",schemaPath:"#/$defs/warmup/properties/duration/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema44.properties.duration,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/warmup/duration",schemaPath:"#/$defs/warmup/properties/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.duration.type,parentSchema:schema44.properties.duration,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.minimumPercent !== undefined){
let data13 = data10.minimumPercent;
if(typeof data13 == "number"){
if(data13 > 100 || isNaN(data13)){
const err30 = {instancePath:instancePath+"/warmup/minimumPercent",schemaPath:"#/$defs/warmup/properties/minimumPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema44.properties.minimumPercent,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/warmup/minimumPercent",schemaPath:"#/$defs/warmup/properties/minimumPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema44.properties.minimumPercent,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(formats46.validate(data13))){
const err32 = {instancePath:instancePath+"/warmup/minimumPercent",schemaPath:"#/$defs/warmup/properties/minimumPercent/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema44.properties.minimumPercent,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/warmup/minimumPercent",schemaPath:"#/$defs/warmup/properties/minimumPercent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema44.properties.minimumPercent.type,parentSchema:schema44.properties.minimumPercent,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/warmup",schemaPath:"#/$defs/warmup/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.warmupDurationSecs !== undefined){
let data14 = data.warmupDurationSecs;
if(typeof data14 === "string"){
if(!(formats10(data14))){
const err35 = {instancePath:instancePath+"/warmupDurationSecs",schemaPath:"#/properties/warmupDurationSecs/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema38.properties.warmupDurationSecs,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/warmupDurationSecs",schemaPath:"#/properties/warmupDurationSecs/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.warmupDurationSecs.type,parentSchema:schema38.properties.warmupDurationSecs,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.zoneAwareLbSetting !== undefined){
let data15 = data.zoneAwareLbSetting;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key3 in data15){
if(!((((key3 === "enabled") || (key3 === "failover")) || (key3 === "failoverPriority")) || (key3 === "minClusterSize"))){
const err37 = {instancePath:instancePath+"/zoneAwareLbSetting",schemaPath:"#/$defs/zoneAwareLbSetting/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data15.enabled !== undefined){
let data16 = data15.enabled;
if(typeof data16 !== "boolean"){
const err38 = {instancePath:instancePath+"/zoneAwareLbSetting/enabled",schemaPath:"#/$defs/zoneAwareLbSetting/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema45.properties.enabled.type,parentSchema:schema45.properties.enabled,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.failover !== undefined){
let data17 = data15.failover;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!((key4 === "from") || (key4 === "to"))){
const err39 = {instancePath:instancePath+"/zoneAwareLbSetting/failover/" + i1,schemaPath:"#/$defs/zoneAwareLbSetting/properties/failover/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema45.properties.failover.items,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data18.from !== undefined){
let data19 = data18.from;
if(typeof data19 !== "string"){
const err40 = {instancePath:instancePath+"/zoneAwareLbSetting/failover/" + i1+"/from",schemaPath:"#/$defs/zoneAwareLbSetting/properties/failover/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.failover.items.properties.from.type,parentSchema:schema45.properties.failover.items.properties.from,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data18.to !== undefined){
let data20 = data18.to;
if(typeof data20 !== "string"){
const err41 = {instancePath:instancePath+"/zoneAwareLbSetting/failover/" + i1+"/to",schemaPath:"#/$defs/zoneAwareLbSetting/properties/failover/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.failover.items.properties.to.type,parentSchema:schema45.properties.failover.items.properties.to,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/zoneAwareLbSetting/failover/" + i1,schemaPath:"#/$defs/zoneAwareLbSetting/properties/failover/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.properties.failover.items.type,parentSchema:schema45.properties.failover.items,data:data18};
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
const err43 = {instancePath:instancePath+"/zoneAwareLbSetting/failover",schemaPath:"#/$defs/zoneAwareLbSetting/properties/failover/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.failover.type,parentSchema:schema45.properties.failover,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data15.failoverPriority !== undefined){
let data21 = data15.failoverPriority;
if(Array.isArray(data21)){
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
let data22 = data21[i2];
if(typeof data22 !== "string"){
const err44 = {instancePath:instancePath+"/zoneAwareLbSetting/failoverPriority/" + i2,schemaPath:"#/$defs/zoneAwareLbSetting/properties/failoverPriority/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.failoverPriority.items.type,parentSchema:schema45.properties.failoverPriority.items,data:data22};
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
const err45 = {instancePath:instancePath+"/zoneAwareLbSetting/failoverPriority",schemaPath:"#/$defs/zoneAwareLbSetting/properties/failoverPriority/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.failoverPriority.type,parentSchema:schema45.properties.failoverPriority,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data15.minClusterSize !== undefined){
let data23 = data15.minClusterSize;
if(!((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23)))){
const err46 = {instancePath:instancePath+"/zoneAwareLbSetting/minClusterSize",schemaPath:"#/$defs/zoneAwareLbSetting/properties/minClusterSize/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.minClusterSize.type,parentSchema:schema45.properties.minClusterSize,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(typeof data23 == "number"){
if(data23 > 4294967295 || isNaN(data23)){
const err47 = {instancePath:instancePath+"/zoneAwareLbSetting/minClusterSize",schemaPath:"#/$defs/zoneAwareLbSetting/properties/minClusterSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema45.properties.minClusterSize,data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/zoneAwareLbSetting/minClusterSize",schemaPath:"#/$defs/zoneAwareLbSetting/properties/minClusterSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema45.properties.minClusterSize,data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(!(formats4.validate(data23))){
const err49 = {instancePath:instancePath+"/zoneAwareLbSetting/minClusterSize",schemaPath:"#/$defs/zoneAwareLbSetting/properties/minClusterSize/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema45.properties.minClusterSize,data:data23};
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
}
else {
const err50 = {instancePath:instancePath+"/zoneAwareLbSetting",schemaPath:"#/$defs/zoneAwareLbSetting/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data:data15};
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
const err51 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema47 = {"type":"object","properties":{"connectionPool":{"$ref":"#/$defs/connectionPool"},"loadBalancer":{"$ref":"#/$defs/loadBalancer"},"outlierDetection":{"$ref":"#/$defs/outlierDetection"},"port":{"type":"object","properties":{"number":{"type":"integer","minimum":0,"maximum":4294967295,"format":"int64"}},"additionalProperties":false},"tls":{"$ref":"#/$defs/tls"}},"additionalProperties":false};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "connectionPool") || (key0 === "loadBalancer")) || (key0 === "outlierDetection")) || (key0 === "port")) || (key0 === "tls"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.connectionPool !== undefined){
if(!(validate22(data.connectionPool, {instancePath:instancePath+"/connectionPool",parentData:data,parentDataProperty:"connectionPool",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.loadBalancer !== undefined){
if(!(validate28(data.loadBalancer, {instancePath:instancePath+"/loadBalancer",parentData:data,parentDataProperty:"loadBalancer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.outlierDetection !== undefined){
let data2 = data.outlierDetection;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema46.properties, key1))){
const err1 = {instancePath:instancePath+"/outlierDetection",schemaPath:"#/$defs/outlierDetection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data2.baseEjectionTime !== undefined){
let data3 = data2.baseEjectionTime;
if(typeof data3 === "string"){
if(!(formats10(data3))){
const err2 = {instancePath:instancePath+"/outlierDetection/baseEjectionTime",schemaPath:"#/$defs/outlierDetection/properties/baseEjectionTime/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema46.properties.baseEjectionTime,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/outlierDetection/baseEjectionTime",schemaPath:"#/$defs/outlierDetection/properties/baseEjectionTime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.baseEjectionTime.type,parentSchema:schema46.properties.baseEjectionTime,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.consecutive5xxErrors !== undefined){
let data4 = data2.consecutive5xxErrors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err4 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutive5xxErrors.type,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 4294967295 || isNaN(data4)){
const err5 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err6 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(formats4.validate(data4))){
const err7 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
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
if(data2.consecutiveErrors !== undefined){
let data5 = data2.consecutiveErrors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err8 = {instancePath:instancePath+"/outlierDetection/consecutiveErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveErrors.type,parentSchema:schema46.properties.consecutiveErrors,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data5 == "number"){
if(!(formats8.validate(data5))){
const err9 = {instancePath:instancePath+"/outlierDetection/consecutiveErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveErrors/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.consecutiveErrors,data:data5};
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
if(data2.consecutiveGatewayErrors !== undefined){
let data6 = data2.consecutiveGatewayErrors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err10 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveGatewayErrors.type,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 4294967295 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(formats4.validate(data6))){
const err13 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
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
if(data2.consecutiveLocalOriginFailures !== undefined){
let data7 = data2.consecutiveLocalOriginFailures;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err14 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveLocalOriginFailures.type,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data7 == "number"){
if(data7 > 4294967295 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(formats4.validate(data7))){
const err17 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
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
if(data2.interval !== undefined){
let data8 = data2.interval;
if(typeof data8 === "string"){
if(!(formats10(data8))){
const err18 = {instancePath:instancePath+"/outlierDetection/interval",schemaPath:"#/$defs/outlierDetection/properties/interval/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema46.properties.interval,data:data8};
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
const err19 = {instancePath:instancePath+"/outlierDetection/interval",schemaPath:"#/$defs/outlierDetection/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.interval.type,parentSchema:schema46.properties.interval,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.maxEjectionPercent !== undefined){
let data9 = data2.maxEjectionPercent;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
const err20 = {instancePath:instancePath+"/outlierDetection/maxEjectionPercent",schemaPath:"#/$defs/outlierDetection/properties/maxEjectionPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.maxEjectionPercent.type,parentSchema:schema46.properties.maxEjectionPercent,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(typeof data9 == "number"){
if(!(formats8.validate(data9))){
const err21 = {instancePath:instancePath+"/outlierDetection/maxEjectionPercent",schemaPath:"#/$defs/outlierDetection/properties/maxEjectionPercent/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.maxEjectionPercent,data:data9};
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
if(data2.minHealthPercent !== undefined){
let data10 = data2.minHealthPercent;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err22 = {instancePath:instancePath+"/outlierDetection/minHealthPercent",schemaPath:"#/$defs/outlierDetection/properties/minHealthPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.minHealthPercent.type,parentSchema:schema46.properties.minHealthPercent,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data10 == "number"){
if(!(formats8.validate(data10))){
const err23 = {instancePath:instancePath+"/outlierDetection/minHealthPercent",schemaPath:"#/$defs/outlierDetection/properties/minHealthPercent/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.minHealthPercent,data:data10};
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
if(data2.outlierDetectionHttpErrorCodes !== undefined){
let data11 = data2.outlierDetectionHttpErrorCodes;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err24 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.outlierDetectionHttpErrorCodes.items.type,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data12 == "number"){
if(data12 > 599 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599",schema:599,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 100 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},message:"must be >= 100",schema:100,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(formats4.validate(data12))){
const err27 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
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
}
else {
const err28 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes",schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.outlierDetectionHttpErrorCodes.type,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.splitExternalLocalOriginErrors !== undefined){
let data13 = data2.splitExternalLocalOriginErrors;
if(typeof data13 !== "boolean"){
const err29 = {instancePath:instancePath+"/outlierDetection/splitExternalLocalOriginErrors",schemaPath:"#/$defs/outlierDetection/properties/splitExternalLocalOriginErrors/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema46.properties.splitExternalLocalOriginErrors.type,parentSchema:schema46.properties.splitExternalLocalOriginErrors,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/outlierDetection",schemaPath:"#/$defs/outlierDetection/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.port !== undefined){
let data14 = data.port;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!(key2 === "number")){
const err31 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema47.properties.port,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data14.number !== undefined){
let data15 = data14.number;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err32 = {instancePath:instancePath+"/port/number",schemaPath:"#/properties/port/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.port.properties.number.type,parentSchema:schema47.properties.port.properties.number,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(typeof data15 == "number"){
if(data15 > 4294967295 || isNaN(data15)){
const err33 = {instancePath:instancePath+"/port/number",schemaPath:"#/properties/port/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema47.properties.port.properties.number,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err34 = {instancePath:instancePath+"/port/number",schemaPath:"#/properties/port/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.port.properties.number,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(formats4.validate(data15))){
const err35 = {instancePath:instancePath+"/port/number",schemaPath:"#/properties/port/properties/number/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema47.properties.port.properties.number,data:data15};
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
}
else {
const err36 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.port.type,parentSchema:schema47.properties.port,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.tls !== undefined){
let data16 = data.tls;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!(func1.call(schema49.properties, key3))){
const err37 = {instancePath:instancePath+"/tls",schemaPath:"#/$defs/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema49,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data16.caCertificates !== undefined){
let data17 = data16.caCertificates;
if(typeof data17 !== "string"){
const err38 = {instancePath:instancePath+"/tls/caCertificates",schemaPath:"#/$defs/tls/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.caCertificates.type,parentSchema:schema49.properties.caCertificates,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data16.caCrl !== undefined){
let data18 = data16.caCrl;
if(typeof data18 !== "string"){
const err39 = {instancePath:instancePath+"/tls/caCrl",schemaPath:"#/$defs/tls/properties/caCrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.caCrl.type,parentSchema:schema49.properties.caCrl,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data16.clientCertificate !== undefined){
let data19 = data16.clientCertificate;
if(typeof data19 !== "string"){
const err40 = {instancePath:instancePath+"/tls/clientCertificate",schemaPath:"#/$defs/tls/properties/clientCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.clientCertificate.type,parentSchema:schema49.properties.clientCertificate,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data16.credentialName !== undefined){
let data20 = data16.credentialName;
if(typeof data20 !== "string"){
const err41 = {instancePath:instancePath+"/tls/credentialName",schemaPath:"#/$defs/tls/properties/credentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.credentialName.type,parentSchema:schema49.properties.credentialName,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data16.insecureSkipVerify !== undefined){
let data21 = data16.insecureSkipVerify;
if(typeof data21 !== "boolean"){
const err42 = {instancePath:instancePath+"/tls/insecureSkipVerify",schemaPath:"#/$defs/tls/properties/insecureSkipVerify/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.insecureSkipVerify.type,parentSchema:schema49.properties.insecureSkipVerify,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data16.mode !== undefined){
let data22 = data16.mode;
if(typeof data22 !== "string"){
const err43 = {instancePath:instancePath+"/tls/mode",schemaPath:"#/$defs/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.mode.type,parentSchema:schema49.properties.mode,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((((data22 === "DISABLE") || (data22 === "SIMPLE")) || (data22 === "MUTUAL")) || (data22 === "ISTIO_MUTUAL"))){
const err44 = {instancePath:instancePath+"/tls/mode",schemaPath:"#/$defs/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema49.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.mode.enum,parentSchema:schema49.properties.mode,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.privateKey !== undefined){
let data23 = data16.privateKey;
if(typeof data23 !== "string"){
const err45 = {instancePath:instancePath+"/tls/privateKey",schemaPath:"#/$defs/tls/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.privateKey.type,parentSchema:schema49.properties.privateKey,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data16.sni !== undefined){
let data24 = data16.sni;
if(typeof data24 !== "string"){
const err46 = {instancePath:instancePath+"/tls/sni",schemaPath:"#/$defs/tls/properties/sni/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.sni.type,parentSchema:schema49.properties.sni,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data16.subjectAltNames !== undefined){
let data25 = data16.subjectAltNames;
if(Array.isArray(data25)){
const len1 = data25.length;
for(let i1=0; i1<len1; i1++){
let data26 = data25[i1];
if(typeof data26 !== "string"){
const err47 = {instancePath:instancePath+"/tls/subjectAltNames/" + i1,schemaPath:"#/$defs/tls/properties/subjectAltNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.subjectAltNames.items.type,parentSchema:schema49.properties.subjectAltNames.items,data:data26};
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
const err48 = {instancePath:instancePath+"/tls/subjectAltNames",schemaPath:"#/$defs/tls/properties/subjectAltNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.properties.subjectAltNames.type,parentSchema:schema49.properties.subjectAltNames,data:data25};
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
const err49 = {instancePath:instancePath+"/tls",schemaPath:"#/$defs/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data16};
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
const err50 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!((((((((key0 === "connectionPool") || (key0 === "loadBalancer")) || (key0 === "outlierDetection")) || (key0 === "portLevelSettings")) || (key0 === "proxyProtocol")) || (key0 === "retryBudget")) || (key0 === "tls")) || (key0 === "tunnel"))){
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
if(data.connectionPool !== undefined){
if(!(validate22(data.connectionPool, {instancePath:instancePath+"/connectionPool",parentData:data,parentDataProperty:"connectionPool",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.loadBalancer !== undefined){
if(!(validate28(data.loadBalancer, {instancePath:instancePath+"/loadBalancer",parentData:data,parentDataProperty:"loadBalancer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.outlierDetection !== undefined){
let data2 = data.outlierDetection;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema46.properties, key1))){
const err1 = {instancePath:instancePath+"/outlierDetection",schemaPath:"#/$defs/outlierDetection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data2.baseEjectionTime !== undefined){
let data3 = data2.baseEjectionTime;
if(typeof data3 === "string"){
if(!(formats10(data3))){
const err2 = {instancePath:instancePath+"/outlierDetection/baseEjectionTime",schemaPath:"#/$defs/outlierDetection/properties/baseEjectionTime/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema46.properties.baseEjectionTime,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/outlierDetection/baseEjectionTime",schemaPath:"#/$defs/outlierDetection/properties/baseEjectionTime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.baseEjectionTime.type,parentSchema:schema46.properties.baseEjectionTime,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.consecutive5xxErrors !== undefined){
let data4 = data2.consecutive5xxErrors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err4 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutive5xxErrors.type,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 4294967295 || isNaN(data4)){
const err5 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err6 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(formats4.validate(data4))){
const err7 = {instancePath:instancePath+"/outlierDetection/consecutive5xxErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutive5xxErrors/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutive5xxErrors,data:data4};
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
if(data2.consecutiveErrors !== undefined){
let data5 = data2.consecutiveErrors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err8 = {instancePath:instancePath+"/outlierDetection/consecutiveErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveErrors.type,parentSchema:schema46.properties.consecutiveErrors,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data5 == "number"){
if(!(formats8.validate(data5))){
const err9 = {instancePath:instancePath+"/outlierDetection/consecutiveErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveErrors/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.consecutiveErrors,data:data5};
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
if(data2.consecutiveGatewayErrors !== undefined){
let data6 = data2.consecutiveGatewayErrors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err10 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveGatewayErrors.type,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 4294967295 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(formats4.validate(data6))){
const err13 = {instancePath:instancePath+"/outlierDetection/consecutiveGatewayErrors",schemaPath:"#/$defs/outlierDetection/properties/consecutiveGatewayErrors/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutiveGatewayErrors,data:data6};
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
if(data2.consecutiveLocalOriginFailures !== undefined){
let data7 = data2.consecutiveLocalOriginFailures;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err14 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.consecutiveLocalOriginFailures.type,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data7 == "number"){
if(data7 > 4294967295 || isNaN(data7)){
const err15 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(formats4.validate(data7))){
const err17 = {instancePath:instancePath+"/outlierDetection/consecutiveLocalOriginFailures",schemaPath:"#/$defs/outlierDetection/properties/consecutiveLocalOriginFailures/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.consecutiveLocalOriginFailures,data:data7};
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
if(data2.interval !== undefined){
let data8 = data2.interval;
if(typeof data8 === "string"){
if(!(formats10(data8))){
const err18 = {instancePath:instancePath+"/outlierDetection/interval",schemaPath:"#/$defs/outlierDetection/properties/interval/format",keyword:"format",params:{format: "duration-at-least-1ms"},message:"must match format \""+"duration-at-least-1ms"+"\"",schema:"duration-at-least-1ms",parentSchema:schema46.properties.interval,data:data8};
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
const err19 = {instancePath:instancePath+"/outlierDetection/interval",schemaPath:"#/$defs/outlierDetection/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.interval.type,parentSchema:schema46.properties.interval,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.maxEjectionPercent !== undefined){
let data9 = data2.maxEjectionPercent;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
const err20 = {instancePath:instancePath+"/outlierDetection/maxEjectionPercent",schemaPath:"#/$defs/outlierDetection/properties/maxEjectionPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.maxEjectionPercent.type,parentSchema:schema46.properties.maxEjectionPercent,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(typeof data9 == "number"){
if(!(formats8.validate(data9))){
const err21 = {instancePath:instancePath+"/outlierDetection/maxEjectionPercent",schemaPath:"#/$defs/outlierDetection/properties/maxEjectionPercent/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.maxEjectionPercent,data:data9};
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
if(data2.minHealthPercent !== undefined){
let data10 = data2.minHealthPercent;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err22 = {instancePath:instancePath+"/outlierDetection/minHealthPercent",schemaPath:"#/$defs/outlierDetection/properties/minHealthPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.minHealthPercent.type,parentSchema:schema46.properties.minHealthPercent,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data10 == "number"){
if(!(formats8.validate(data10))){
const err23 = {instancePath:instancePath+"/outlierDetection/minHealthPercent",schemaPath:"#/$defs/outlierDetection/properties/minHealthPercent/format",keyword:"format",params:{format: "int32"},message:"must match format \""+"int32"+"\"",schema:"int32",parentSchema:schema46.properties.minHealthPercent,data:data10};
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
if(data2.outlierDetectionHttpErrorCodes !== undefined){
let data11 = data2.outlierDetectionHttpErrorCodes;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err24 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema46.properties.outlierDetectionHttpErrorCodes.items.type,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(typeof data12 == "number"){
if(data12 > 599 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599",schema:599,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12 < 100 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},message:"must be >= 100",schema:100,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(formats4.validate(data12))){
const err27 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes/" + i0,schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/items/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema46.properties.outlierDetectionHttpErrorCodes.items,data:data12};
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
}
else {
const err28 = {instancePath:instancePath+"/outlierDetection/outlierDetectionHttpErrorCodes",schemaPath:"#/$defs/outlierDetection/properties/outlierDetectionHttpErrorCodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.outlierDetectionHttpErrorCodes.type,parentSchema:schema46.properties.outlierDetectionHttpErrorCodes,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.splitExternalLocalOriginErrors !== undefined){
let data13 = data2.splitExternalLocalOriginErrors;
if(typeof data13 !== "boolean"){
const err29 = {instancePath:instancePath+"/outlierDetection/splitExternalLocalOriginErrors",schemaPath:"#/$defs/outlierDetection/properties/splitExternalLocalOriginErrors/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema46.properties.splitExternalLocalOriginErrors.type,parentSchema:schema46.properties.splitExternalLocalOriginErrors,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/outlierDetection",schemaPath:"#/$defs/outlierDetection/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.portLevelSettings !== undefined){
let data14 = data.portLevelSettings;
if(Array.isArray(data14)){
if(data14.length > 4096){
const err31 = {instancePath:instancePath+"/portLevelSettings",schemaPath:"#/properties/portLevelSettings/maxItems",keyword:"maxItems",params:{limit: 4096},message:"must NOT have more than 4096 items",schema:4096,parentSchema:schema32.properties.portLevelSettings,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
if(!(validate34(data14[i1], {instancePath:instancePath+"/portLevelSettings/" + i1,parentData:data14,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/portLevelSettings",schemaPath:"#/properties/portLevelSettings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.portLevelSettings.type,parentSchema:schema32.properties.portLevelSettings,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.proxyProtocol !== undefined){
let data16 = data.proxyProtocol;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key2 in data16){
if(!(key2 === "version")){
const err33 = {instancePath:instancePath+"/proxyProtocol",schemaPath:"#/properties/proxyProtocol/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.proxyProtocol,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data16.version !== undefined){
let data17 = data16.version;
if(typeof data17 !== "string"){
const err34 = {instancePath:instancePath+"/proxyProtocol/version",schemaPath:"#/properties/proxyProtocol/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.proxyProtocol.properties.version.type,parentSchema:schema32.properties.proxyProtocol.properties.version,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!((data17 === "V1") || (data17 === "V2"))){
const err35 = {instancePath:instancePath+"/proxyProtocol/version",schemaPath:"#/properties/proxyProtocol/properties/version/enum",keyword:"enum",params:{allowedValues: schema32.properties.proxyProtocol.properties.version.enum},message:"must be equal to one of the allowed values",schema:schema32.properties.proxyProtocol.properties.version.enum,parentSchema:schema32.properties.proxyProtocol.properties.version,data:data17};
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
const err36 = {instancePath:instancePath+"/proxyProtocol",schemaPath:"#/properties/proxyProtocol/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.proxyProtocol.type,parentSchema:schema32.properties.proxyProtocol,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.retryBudget !== undefined){
let data18 = data.retryBudget;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!(((key3 === "budgetInterval") || (key3 === "minRetryConcurrency")) || (key3 === "percent"))){
const err37 = {instancePath:instancePath+"/retryBudget",schemaPath:"#/$defs/retryBudget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema50,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data18.budgetInterval !== undefined){
let data19 = data18.budgetInterval;
if(typeof data19 !== "string"){
const err38 = {instancePath:instancePath+"/retryBudget/budgetInterval",schemaPath:"#/$defs/retryBudget/properties/budgetInterval/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.budgetInterval.type,parentSchema:schema50.properties.budgetInterval,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data18.minRetryConcurrency !== undefined){
let data20 = data18.minRetryConcurrency;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err39 = {instancePath:instancePath+"/retryBudget/minRetryConcurrency",schemaPath:"#/$defs/retryBudget/properties/minRetryConcurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.minRetryConcurrency.type,parentSchema:schema50.properties.minRetryConcurrency,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 > 4294967295 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/retryBudget/minRetryConcurrency",schemaPath:"#/$defs/retryBudget/properties/minRetryConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema50.properties.minRetryConcurrency,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err41 = {instancePath:instancePath+"/retryBudget/minRetryConcurrency",schemaPath:"#/$defs/retryBudget/properties/minRetryConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema50.properties.minRetryConcurrency,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!(formats4.validate(data20))){
const err42 = {instancePath:instancePath+"/retryBudget/minRetryConcurrency",schemaPath:"#/$defs/retryBudget/properties/minRetryConcurrency/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema50.properties.minRetryConcurrency,data:data20};
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
if(data18.percent !== undefined){
let data21 = data18.percent;
if(typeof data21 == "number"){
if(data21 > 100 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/retryBudget/percent",schemaPath:"#/$defs/retryBudget/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema50.properties.percent,data:data21};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err44 = {instancePath:instancePath+"/retryBudget/percent",schemaPath:"#/$defs/retryBudget/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema50.properties.percent,data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!(formats46.validate(data21))){
const err45 = {instancePath:instancePath+"/retryBudget/percent",schemaPath:"#/$defs/retryBudget/properties/percent/format",keyword:"format",params:{format: "double"},message:"must match format \""+"double"+"\"",schema:"double",parentSchema:schema50.properties.percent,data:data21};
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
const err46 = {instancePath:instancePath+"/retryBudget/percent",schemaPath:"#/$defs/retryBudget/properties/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema50.properties.percent.type,parentSchema:schema50.properties.percent,data:data21};
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
const err47 = {instancePath:instancePath+"/retryBudget",schemaPath:"#/$defs/retryBudget/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.type,parentSchema:schema50,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.tls !== undefined){
let data22 = data.tls;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key4 in data22){
if(!(func1.call(schema49.properties, key4))){
const err48 = {instancePath:instancePath+"/tls",schemaPath:"#/$defs/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema49,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data22.caCertificates !== undefined){
let data23 = data22.caCertificates;
if(typeof data23 !== "string"){
const err49 = {instancePath:instancePath+"/tls/caCertificates",schemaPath:"#/$defs/tls/properties/caCertificates/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.caCertificates.type,parentSchema:schema49.properties.caCertificates,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data22.caCrl !== undefined){
let data24 = data22.caCrl;
if(typeof data24 !== "string"){
const err50 = {instancePath:instancePath+"/tls/caCrl",schemaPath:"#/$defs/tls/properties/caCrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.caCrl.type,parentSchema:schema49.properties.caCrl,data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data22.clientCertificate !== undefined){
let data25 = data22.clientCertificate;
if(typeof data25 !== "string"){
const err51 = {instancePath:instancePath+"/tls/clientCertificate",schemaPath:"#/$defs/tls/properties/clientCertificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.clientCertificate.type,parentSchema:schema49.properties.clientCertificate,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data22.credentialName !== undefined){
let data26 = data22.credentialName;
if(typeof data26 !== "string"){
const err52 = {instancePath:instancePath+"/tls/credentialName",schemaPath:"#/$defs/tls/properties/credentialName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.credentialName.type,parentSchema:schema49.properties.credentialName,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data22.insecureSkipVerify !== undefined){
let data27 = data22.insecureSkipVerify;
if(typeof data27 !== "boolean"){
const err53 = {instancePath:instancePath+"/tls/insecureSkipVerify",schemaPath:"#/$defs/tls/properties/insecureSkipVerify/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema49.properties.insecureSkipVerify.type,parentSchema:schema49.properties.insecureSkipVerify,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data22.mode !== undefined){
let data28 = data22.mode;
if(typeof data28 !== "string"){
const err54 = {instancePath:instancePath+"/tls/mode",schemaPath:"#/$defs/tls/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.mode.type,parentSchema:schema49.properties.mode,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!((((data28 === "DISABLE") || (data28 === "SIMPLE")) || (data28 === "MUTUAL")) || (data28 === "ISTIO_MUTUAL"))){
const err55 = {instancePath:instancePath+"/tls/mode",schemaPath:"#/$defs/tls/properties/mode/enum",keyword:"enum",params:{allowedValues: schema49.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema49.properties.mode.enum,parentSchema:schema49.properties.mode,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data22.privateKey !== undefined){
let data29 = data22.privateKey;
if(typeof data29 !== "string"){
const err56 = {instancePath:instancePath+"/tls/privateKey",schemaPath:"#/$defs/tls/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.privateKey.type,parentSchema:schema49.properties.privateKey,data:data29};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data22.sni !== undefined){
let data30 = data22.sni;
if(typeof data30 !== "string"){
const err57 = {instancePath:instancePath+"/tls/sni",schemaPath:"#/$defs/tls/properties/sni/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.sni.type,parentSchema:schema49.properties.sni,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data22.subjectAltNames !== undefined){
let data31 = data22.subjectAltNames;
if(Array.isArray(data31)){
const len2 = data31.length;
for(let i2=0; i2<len2; i2++){
let data32 = data31[i2];
if(typeof data32 !== "string"){
const err58 = {instancePath:instancePath+"/tls/subjectAltNames/" + i2,schemaPath:"#/$defs/tls/properties/subjectAltNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema49.properties.subjectAltNames.items.type,parentSchema:schema49.properties.subjectAltNames.items,data:data32};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/tls/subjectAltNames",schemaPath:"#/$defs/tls/properties/subjectAltNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema49.properties.subjectAltNames.type,parentSchema:schema49.properties.subjectAltNames,data:data31};
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
else {
const err60 = {instancePath:instancePath+"/tls",schemaPath:"#/$defs/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data22};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.tunnel !== undefined){
let data33 = data.tunnel;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.targetHost === undefined){
const err61 = {instancePath:instancePath+"/tunnel",schemaPath:"#/$defs/tunnel/required",keyword:"required",params:{missingProperty: "targetHost"},message:"must have required property '"+"targetHost"+"'",schema:schema52.required,parentSchema:schema52,data:data33};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data33.targetPort === undefined){
const err62 = {instancePath:instancePath+"/tunnel",schemaPath:"#/$defs/tunnel/required",keyword:"required",params:{missingProperty: "targetPort"},message:"must have required property '"+"targetPort"+"'",schema:schema52.required,parentSchema:schema52,data:data33};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key5 in data33){
if(!(((key5 === "protocol") || (key5 === "targetHost")) || (key5 === "targetPort"))){
const err63 = {instancePath:instancePath+"/tunnel",schemaPath:"#/$defs/tunnel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema52,data:data33};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data33.protocol !== undefined){
let data34 = data33.protocol;
if(typeof data34 !== "string"){
const err64 = {instancePath:instancePath+"/tunnel/protocol",schemaPath:"#/$defs/tunnel/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.protocol.type,parentSchema:schema52.properties.protocol,data:data34};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data33.targetHost !== undefined){
let data35 = data33.targetHost;
if(typeof data35 !== "string"){
const err65 = {instancePath:instancePath+"/tunnel/targetHost",schemaPath:"#/$defs/tunnel/properties/targetHost/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.targetHost.type,parentSchema:schema52.properties.targetHost,data:data35};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data33.targetPort !== undefined){
let data36 = data33.targetPort;
if(!((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36)))){
const err66 = {instancePath:instancePath+"/tunnel/targetPort",schemaPath:"#/$defs/tunnel/properties/targetPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema52.properties.targetPort.type,parentSchema:schema52.properties.targetPort,data:data36};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(typeof data36 == "number"){
if(data36 > 4294967295 || isNaN(data36)){
const err67 = {instancePath:instancePath+"/tunnel/targetPort",schemaPath:"#/$defs/tunnel/properties/targetPort/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema52.properties.targetPort,data:data36};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err68 = {instancePath:instancePath+"/tunnel/targetPort",schemaPath:"#/$defs/tunnel/properties/targetPort/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52.properties.targetPort,data:data36};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!(formats4.validate(data36))){
const err69 = {instancePath:instancePath+"/tunnel/targetPort",schemaPath:"#/$defs/tunnel/properties/targetPort/format",keyword:"format",params:{format: "int64"},message:"must match format \""+"int64"+"\"",schema:"int64",parentSchema:schema52.properties.targetPort,data:data36};
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
}
else {
const err70 = {instancePath:instancePath+"/tunnel",schemaPath:"#/$defs/tunnel/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.type,parentSchema:schema52,data:data33};
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
const err71 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern4 = new RegExp("^[^*]+$", "u");
const pattern5 = new RegExp("^[^*]*$", "u");

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
if(!(data1 === "DestinationRule")){
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
if(data29.host === undefined){
const err41 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema31.properties.spec.required,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key5 in data29){
if(!(((((key5 === "exportTo") || (key5 === "host")) || (key5 === "subsets")) || (key5 === "trafficPolicy")) || (key5 === "workloadSelector"))){
const err42 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
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
const err43 = {instancePath:instancePath+"/spec/exportTo/" + i3,schemaPath:"#/properties/spec/properties/exportTo/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exportTo.items.type,parentSchema:schema31.properties.spec.properties.exportTo.items,data:data31};
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
const err44 = {instancePath:instancePath+"/spec/exportTo",schemaPath:"#/properties/spec/properties/exportTo/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exportTo.type,parentSchema:schema31.properties.spec.properties.exportTo,data:data30};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data29.host !== undefined){
let data32 = data29.host;
if(typeof data32 !== "string"){
const err45 = {instancePath:instancePath+"/spec/host",schemaPath:"#/properties/spec/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.host.type,parentSchema:schema31.properties.spec.properties.host,data:data32};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data29.subsets !== undefined){
let data33 = data29.subsets;
if(Array.isArray(data33)){
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
let data34 = data33[i4];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.name === undefined){
const err46 = {instancePath:instancePath+"/spec/subsets/" + i4,schemaPath:"#/properties/spec/properties/subsets/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.subsets.items.required,parentSchema:schema31.properties.spec.properties.subsets.items,data:data34};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key6 in data34){
if(!(((key6 === "labels") || (key6 === "name")) || (key6 === "trafficPolicy"))){
const err47 = {instancePath:instancePath+"/spec/subsets/" + i4,schemaPath:"#/properties/spec/properties/subsets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.subsets.items,data:data34};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data34.labels !== undefined){
let data35 = data34.labels;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key7 in data35){
let data36 = data35[key7];
if(typeof data36 !== "string"){
const err48 = {instancePath:instancePath+"/spec/subsets/" + i4+"/labels/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/subsets/items/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.subsets.items.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.subsets.items.properties.labels.additionalProperties,data:data36};
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
const err49 = {instancePath:instancePath+"/spec/subsets/" + i4+"/labels",schemaPath:"#/properties/spec/properties/subsets/items/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.subsets.items.properties.labels.type,parentSchema:schema31.properties.spec.properties.subsets.items.properties.labels,data:data35};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data34.name !== undefined){
let data37 = data34.name;
if(typeof data37 !== "string"){
const err50 = {instancePath:instancePath+"/spec/subsets/" + i4+"/name",schemaPath:"#/properties/spec/properties/subsets/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.subsets.items.properties.name.type,parentSchema:schema31.properties.spec.properties.subsets.items.properties.name,data:data37};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data34.trafficPolicy !== undefined){
if(!(validate21(data34.trafficPolicy, {instancePath:instancePath+"/spec/subsets/" + i4+"/trafficPolicy",parentData:data34,parentDataProperty:"trafficPolicy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/subsets/" + i4,schemaPath:"#/properties/spec/properties/subsets/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.subsets.items.type,parentSchema:schema31.properties.spec.properties.subsets.items,data:data34};
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
const err52 = {instancePath:instancePath+"/spec/subsets",schemaPath:"#/properties/spec/properties/subsets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.subsets.type,parentSchema:schema31.properties.spec.properties.subsets,data:data33};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data29.trafficPolicy !== undefined){
if(!(validate21(data29.trafficPolicy, {instancePath:instancePath+"/spec/trafficPolicy",parentData:data29,parentDataProperty:"trafficPolicy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data29.workloadSelector !== undefined){
let data40 = data29.workloadSelector;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key8 in data40){
if(!(key8 === "matchLabels")){
const err53 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data40};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data40.matchLabels !== undefined){
let data41 = data40.matchLabels;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length > 4096){
const err54 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 4096},message:"must NOT have more than 4096 properties",schema:4096,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels,data:data41};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key9 in data41){
const _errs92 = errors;
if(typeof key9 === "string"){
if(!pattern4.test(key9)){
const err55 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[^*]+$"},message:"must match pattern \""+"^[^*]+$"+"\"",schema:"^[^*]+$",parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.propertyNames,data:key9,propertyName:key9};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
var valid19 = _errs92 === errors;
if(!valid19){
const err56 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/propertyNames",keyword:"propertyNames",params:{propertyName: key9},message:"property name must be valid",schema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.propertyNames,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels,data:data41};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
for(const key10 in data41){
let data42 = data41[key10];
if(typeof data42 === "string"){
if(data42.length > 63){
const err57 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.additionalProperties,data:data42};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern5.test(data42)){
const err58 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[^*]*$"},message:"must match pattern \""+"^[^*]*$"+"\"",schema:"^[^*]*$",parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.additionalProperties,data:data42};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.additionalProperties,data:data42};
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
else {
const err60 = {instancePath:instancePath+"/spec/workloadSelector/matchLabels",schemaPath:"#/properties/spec/properties/workloadSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels.type,parentSchema:schema31.properties.spec.properties.workloadSelector.properties.matchLabels,data:data41};
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
const err61 = {instancePath:instancePath+"/spec/workloadSelector",schemaPath:"#/properties/spec/properties/workloadSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.workloadSelector.type,parentSchema:schema31.properties.spec.properties.workloadSelector,data:data40};
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
const err62 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
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
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export { schema31 as schema };

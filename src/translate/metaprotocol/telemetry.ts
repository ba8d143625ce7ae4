import type { JsonObject } from '../../model/envoy.js';
import type { MeshConfig } from '../../model/mesh-config.js';
import type { Context } from '../protocol.js';

/** The proxy's access log and tracing, from the mesh config (translation.md section 6). */
export function telemetry({ index: { meshConfig: mesh } }: Context): JsonObject {
  return {
    ...(mesh.accessLogFile === '' ? {} : { accessLog: [fileAccessLog(mesh)] }),
    ...(mesh.enableTracing
      ? {
          tracing: {
            clientSampling: { value: 100 },
            randomSampling: mesh.randomSampling === 0 ? {} : { value: protoNumber(mesh.randomSampling) },
            overallSampling: { value: 100 },
          },
        }
      : {}),
  };
}

/** A double in protobuf JSON: NaN and the infinities are words. */
function protoNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function fileAccessLog(mesh: MeshConfig): JsonObject {
  const logFormat = logFormatOf(mesh);
  return {
    name: 'envoy.access_loggers.file',
    typedConfig: {
      '@type': 'type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog',
      path: mesh.accessLogFile,
      ...(logFormat === undefined ? {} : { logFormat }),
    },
  };
}

function logFormatOf(mesh: MeshConfig): JsonObject | undefined {
  switch (mesh.accessLogEncoding) {
    case 'JSON':
      return { jsonFormat: jsonFormat(mesh.accessLogFormat) ?? defaultJsonFormat };
    case 'TEXT':
      return { textFormatSource: { inlineString: mesh.accessLogFormat || defaultTextFormat } };
    case 'UNKNOWN':
      return undefined;
  }
}

/**
 * The format in JSON; undefined where the reference falls back to its default. Its decoder reads the first JSON value
 * of the text and looks no further, takes `null` for an empty object, and refuses numbers that a double does not hold.
 */
function jsonFormat(text: string): JsonObject | undefined {
  if (text === '') return undefined;
  const value = parse(text) ?? parse(text.slice(0, firstObjectEnd(text)));
  if (value === undefined) return undefined;
  if (value.json === null) return {};
  const isMap = typeof value.json === 'object' && !Array.isArray(value.json);
  return isMap && allFinite(value.json) ? (value.json as JsonObject) : undefined;
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Where the object or the `null` that a text begins with ends; 0 when it begins with neither. */
function firstObjectEnd(text: string): number {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (/^null(?![\w"])/.test(text.slice(start))) return start + 'null'.length;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (depth === 0) return token === '}' ? start + index + 1 : 0;
  }
  return 0;
}

/** Whether every number of a JSON value is finite: JSON.parse reads 1e999 as infinity. */
function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

const defaultTextFormat = `${[
  '[%START_TIME%]',
  '%REQ(X-META-PROTOCOL-APPLICATION-PROTOCOL)%',
  '%RESPONSE_CODE%',
  '%RESPONSE_CODE_DETAILS%',
  '%CONNECTION_TERMINATION_DETAILS%',
  '"%UPSTREAM_TRANSPORT_FAILURE_REASON%"',
  '%BYTES_RECEIVED%',
  '%BYTES_SENT%',
  '%DURATION%',
  '',
  '"%REQ(X-FORWARDED-FOR)%"',
  '"%REQ(X-REQUEST-ID)%"',
  '%UPSTREAM_CLUSTER%',
  '%UPSTREAM_LOCAL_ADDRESS%',
  '%DOWNSTREAM_LOCAL_ADDRESS%',
  '%DOWNSTREAM_REMOTE_ADDRESS%',
  '%ROUTE_NAME%',
].join(' ')}\n`;

const defaultJsonFormat: JsonObject = {
  start_time: '%START_TIME%',
  route_name: '%ROUTE_NAME%',
  application_protocol: '%REQ(X-META-PROTOCOL-APPLICATION-PROTOCOL)%',
  response_code: '%RESPONSE_CODE%',
  response_code_details: '%RESPONSE_CODE_DETAILS%',
  connection_termination_details: '%CONNECTION_TERMINATION_DETAILS%',
  bytes_received: '%BYTES_RECEIVED%',
  bytes_sent: '%BYTES_SENT%',
  duration: '%DURATION%',
  request_id: '%REQ(X-REQUEST-ID)%',
  upstream_cluster: '%UPSTREAM_CLUSTER%',
  upstream_local_address: '%UPSTREAM_LOCAL_ADDRESS%',
  downstream_local_address: '%DOWNSTREAM_LOCAL_ADDRESS%',
  downstream_remote_address: '%DOWNSTREAM_REMOTE_ADDRESS%',
  upstream_transport_failure_reason: '%UPSTREAM_TRANSPORT_FAILURE_REASON%',
};

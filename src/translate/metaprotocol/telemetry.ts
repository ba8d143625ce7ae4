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
            randomSampling: mesh.randomSampling === 0 ? {} : { value: mesh.randomSampling },
            overallSampling: { value: 100 },
          },
        }
      : {}),
  };
}

function fileAccessLog(mesh: MeshConfig): JsonObject {
  const logFormat: JsonObject =
    mesh.accessLogEncoding === 'JSON'
      ? { jsonFormat: parseObject(mesh.accessLogFormat) ?? defaultJsonFormat }
      : { textFormatSource: { inlineString: mesh.accessLogFormat || defaultTextFormat } };
  return {
    name: 'envoy.access_loggers.file',
    typedConfig: {
      '@type': 'type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog',
      path: mesh.accessLogFile,
      logFormat,
    },
  };
}

/** The reference falls back to its default format when the given one is no JSON object. */
function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
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

import { checkConnectionPool } from '../connection-pool.js';
import { type IstioRule, items, type Report } from '../rule.js';
import { checkServerTls } from '../server-tls.js';
import type { ServerTls } from '../spec.js';
import { isPort, unixPrefix, whyNoSocket } from '../values/address.js';
import { isHttp, isTls } from '../values/protocol.js';
import { checkListenerPort } from './port.js';
import type { SidecarSpec } from './spec.js';

/** AER1168 and those of its parts: how its workloads are reached. */
export const sidecarIngress: IstioRule<SidecarSpec> = {
  kind: 'Sidecar',
  check(spec, { report }) {
    const ports = new Set<number>();
    for (const [listener, pointer] of items(spec.ingress, '/spec/ingress')) {
      const { port, bind = '', defaultEndpoint = '', tls, connectionPool } = listener;
      if (port === undefined) {
        report('AER1168', pointer, { why: 'an ingress listener has no port', cure: 'Add port' });
        continue;
      }
      checkListenerPort(port, bind, pointer, report);
      const { number = 0 } = port;
      if (ports.has(number)) {
        const cure = 'Keep one of them';
        report('AER1168', `${pointer}/port`, { why: `two listeners have the port ${number}`, cure });
      }
      ports.add(number);
      if (defaultEndpoint !== '') checkEndpoint(defaultEndpoint, `${pointer}/defaultEndpoint`, report);
      if (tls !== undefined) checkTls(tls, port.protocol, `${pointer}/tls`, report);
      checkConnectionPool(connectionPool, `${pointer}/connectionPool`, report);
      if (connectionPool?.http !== undefined && !isHttp(port.protocol)) {
        const why = 'the port does not speak HTTP';
        report(
          'AER1168',
          `${pointer}/connectionPool/http`,
          { why, cure: 'Remove http, or mend port.protocol' },
          { at: 'key', severity: 'warning' },
        );
      }
    }
    checkConnectionPool(spec.inboundConnectionPool, '/spec/inboundConnectionPool', report);
  },
};

const local: ReadonlySet<string> = new Set(['', '127.0.0.1', '0.0.0.0', '::1', '::']);

/** Where the workload itself listens: a loopback or wildcard address with a port, or a socket. */
function checkEndpoint(endpoint: string, pointer: string, report: Report): void {
  if (endpoint.startsWith(unixPrefix)) {
    const why = whyNoSocket(endpoint.slice(unixPrefix.length));
    if (why !== undefined) report('AER1113', pointer, { address: endpoint, why });
    return;
  }
  const parts = /^(?:\[(?<six>[^[\]]*)\]|(?<four>[^:[\]]*)):(?<port>[^:[\]]*)$/.exec(endpoint)?.groups;
  const host = parts?.six ?? parts?.four;
  const port = parts?.port ?? '';
  if (host !== undefined && local.has(host) && /^[+-]?\d+$/.test(port) && isPort(Number(port))) return;
  const why = `defaultEndpoint "${endpoint}" is not on the workload itself`;
  report('AER1168', pointer, {
    why,
    cure: 'Write 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT, [::]:PORT or unix:///PATH',
  });
}

function checkTls(tls: ServerTls, protocol: string | undefined, pointer: string, report: Report): void {
  const unsupported = [
    ...(['subjectAltNames', 'httpsRedirect', 'credentialName', 'credentialNames', 'tlsCertificates'] as const),
  ].filter((field) => {
    const value = tls[field];
    return typeof value === 'object' ? value.length > 0 : Boolean(value);
  });
  for (const field of unsupported) {
    report('AER1168', `${pointer}/${field}`, { why: `a Sidecar takes no ${field}`, cure: 'Remove it' }, { at: 'key' });
  }
  if (tls.mode === 'ISTIO_MUTUAL' || tls.mode === 'AUTO_PASSTHROUGH') {
    report('AER1168', `${pointer}/mode`, { why: `a Sidecar takes no ${tls.mode}`, cure: 'Write SIMPLE or MUTUAL' });
  }
  if (!isTls(protocol)) {
    const why = 'the port does not speak TLS';
    report('AER1168', pointer, { why, cure: 'Write HTTPS or TLS for its protocol, or remove tls' }, { at: 'key' });
  }
  checkServerTls(tls, pointer, report);
}

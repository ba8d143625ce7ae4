import { checkHostForm } from '../egress-host.js';
import { isFromGatewayApi } from '../metadata.js';
import { type IstioRule, items, type Report } from '../rule.js';
import { checkServerTls } from '../server-tls.js';
import type { GatewaySpec, Port, ServerTls } from '../spec.js';
import { isAddress, isPort, unixPrefix, whyNoSocket } from '../values/address.js';
import { isLabel } from '../values/domain.js';
import { isHttp, isKnownProtocol, isTls, protocolNames } from '../values/protocol.js';

/** AER1164, AER1169, AER1112, AER1101: the name, the servers and their hosts. */
export const gatewayServers: IstioRule<GatewaySpec> = {
  kind: 'Gateway',
  check(spec, context) {
    const { resource, report } = context;
    const fromGatewayApi = isFromGatewayApi(context, 'gateway');
    if (!isLabel(resource.name) && resource.name !== '' && !fromGatewayApi) {
      const cure = 'Rename it: letters, digits and "-", at most 63, without dots';
      report('AER1164', '/metadata/name', { why: `the name "${resource.name}" is no DNS label`, cure });
    }
    const servers = items(spec.servers, '/spec/servers');
    if (servers.length === 0) report('AER1164', '/spec', { why: 'it has no server', cure: 'Add one under servers' });
    for (const [server, pointer] of servers) {
      const hosts = items(server.hosts, `${pointer}/hosts`);
      if (hosts.length === 0) report('AER1164', pointer, { why: 'a server has no host', cure: 'Add hosts, or "*"' });
      for (const [host, at] of hosts) checkHostForm(host, at, report, { isGateway: true, fromGatewayApi });
    }
  },
};

/** AER1164, AER1107, AER1109, AER1110, AER1113, AER1165: ports and where they listen. */
export const gatewayPorts: IstioRule<GatewaySpec> = {
  kind: 'Gateway',
  check(spec, { report }) {
    const names = new Set<string>();
    for (const [{ port, bind = '' }, pointer] of items(spec.servers, '/spec/servers')) {
      checkBind(bind, port, pointer, report);
      if (port === undefined) {
        report('AER1164', pointer, { why: 'a server has no port', cure: 'Add port with number, name and protocol' });
        continue;
      }
      checkPort(port, bind, `${pointer}/port`, report);
      const { name = '' } = port;
      if (names.has(name)) report('AER1165', `${pointer}/port`, { name });
      names.add(name);
    }
  },
};

function checkPort(port: Port, bind: string, pointer: string, report: Report): void {
  const { number = 0, name = '', protocol = '', targetPort = 0 } = port;
  if (!isKnownProtocol(protocol)) report('AER1109', `${pointer}/protocol`, { protocol, known: protocolNames });
  const isSocket = number === 0 && bind.startsWith(unixPrefix);
  if (!isSocket && !isPort(number)) report('AER1107', `${pointer}/number`, { found: number });
  if (targetPort > 0) {
    const why = 'a server of a Gateway has no targetPort';
    report('AER1164', `${pointer}/targetPort`, { why, cure: 'Remove it' }, { at: 'key' });
  }
  if (name === '') report('AER1164', pointer, { why: 'a port has no name', cure: 'Add name, like tcp-dubbo' });
}

function checkBind(bind: string, port: Port | undefined, pointer: string, report: Report): void {
  if (bind.startsWith(unixPrefix)) {
    const why = whyNoSocket(bind.slice(unixPrefix.length));
    if (why !== undefined) report('AER1113', `${pointer}/bind`, { address: bind, why });
    if ((port?.number ?? 0) !== 0) {
      report('AER1113', `${pointer}/port/number`, { address: bind, why: 'a socket has the port 0' });
    }
  } else if (bind !== '' && !isAddress(bind)) report('AER1110', `${pointer}/bind`, { found: bind });
}

/** AER1166, AER1167: TLS, as the protocol of the port wants it. */
export const gatewayTls: IstioRule<GatewaySpec> = {
  kind: 'Gateway',
  check(spec, { report }) {
    for (const [{ port, bind = '', tls }, pointer] of items(spec.servers, '/spec/servers')) {
      checkServerTls(tls, `${pointer}/tls`, report);
      if (port === undefined) continue;
      if (isSoundPort(port, bind)) checkProtocol(port.protocol, tls, pointer, report);
      if (!isHttp(port.protocol) && tls?.httpsRedirect === true) {
        const why = 'only HTTP is sent on to HTTPS';
        const place = { at: 'key', severity: 'warning' } as const;
        report('AER1166', `${pointer}/tls/httpsRedirect`, { why, cure: 'Remove httpsRedirect' }, place);
      }
    }
  },
};

/** istiod compares with TLS only where the port itself is right. */
function isSoundPort({ number = 0, name = '', protocol, targetPort = 0 }: Port, bind: string): boolean {
  const isNumber = isPort(number) || (number === 0 && bind.startsWith(unixPrefix));
  return isKnownProtocol(protocol) && isNumber && targetPort === 0 && name !== '';
}

function checkProtocol(
  protocol: string | undefined,
  tls: ServerTls | undefined,
  pointer: string,
  report: Report,
): void {
  if (isTls(protocol)) {
    if (tls !== undefined) return;
    report('AER1166', pointer, { why: `${protocol} has no tls`, cure: 'Add tls with a mode' });
  } else if (tls !== undefined) {
    const passes = (tls.mode ?? 'PASSTHROUGH') === 'PASSTHROUGH' || tls.mode === 'AUTO_PASSTHROUGH';
    const hasFiles = `${tls.caCertificates ?? ''}${tls.privateKey ?? ''}${tls.serverCertificate ?? ''}` !== '';
    if (isHttp(protocol) && passes && !hasFiles) return;
    const cure = isHttp(protocol)
      ? 'Keep httpsRedirect alone, or write HTTPS'
      : 'Remove tls, or write TLS for the protocol';
    report('AER1166', `${pointer}/tls`, { why: `a port of ${protocol} takes no tls`, cure }, { at: 'key' });
  }
}

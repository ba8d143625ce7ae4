import type { KubernetesService } from '../../../model/istio.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import type { AnalysisRule } from '../rule.js';
import { hasGenerator } from './chosen.js';

/** Protocols whose listeners of Istio have no tcp proxy that a filter of Aeraki could replace. */
const notTcp = new Set(['http', 'http_proxy', 'http2', 'grpc', 'grpc-web', 'hbone', 'https', 'tls', 'udp']);
/** On a gateway a TLS server ends in the tcp proxy. */
const notTcpOnGateway = new Set(['http', 'http2', 'grpc', 'grpc-web', 'https', 'udp']);

/**
 * Ports that Aeraki makes a filter for and that Istio takes for HTTP, TLS or UDP (Istio's protocol selection: of a
 * Service `appProtocol`, else the first word of the port's name; of a ServiceEntry or Gateway its `protocol`): the
 * filter looks for the tcp proxy and finds none.
 */
export const istioProtocol: AnalysisRule = {
  codes: ['AER0343'],
  byEntry: true,
  check({ index, report }) {
    for (const { resource, ports, synthetic } of index.services) {
      const written = synthetic ? (resource.object as KubernetesService).spec?.ports : undefined;
      for (const [i, { name, protocol, pointer }] of ports.entries()) {
        const { l7 } = parsePortName(name);
        if (!hasGenerator(l7)) continue;
        const { appProtocol = '' } = written?.[i] ?? {};
        const [field, value] = synthetic ? ofService(name, protocol, appProtocol) : (['protocol', protocol] as const);
        const read = value.toLowerCase();
        if (!notTcp.has(read)) continue;
        report('AER0343', resource, `${pointer}/${field}`, { name, l7, read, cure: cures[field](name) });
      }
    }
    for (const gateway of index.gateways) {
      for (const [i, { port }] of (gateway.object.spec?.servers ?? []).entries()) {
        const read = port?.protocol?.toLowerCase() ?? '';
        const { l7 } = parsePortName(port?.name ?? '');
        if (l7 !== 'metaprotocol' || !notTcpOnGateway.has(read)) continue;
        const args = { name: port?.name ?? '', l7, read, cure: cures.protocol('') };
        report('AER0343', gateway, `/spec/servers/${i}/port/protocol`, args);
      }
    }
  },
};

type Field = 'appProtocol' | 'name' | 'protocol';

const cures: Readonly<Record<Field, (name: string) => string>> = {
  appProtocol: () => 'Remove appProtocol, or write tcp.',
  name: (name) =>
    `Name the port ${['tcp', ...name.split('-').slice(1)].join('-')}, or take "${name.split('-')[1]}" out.`,
  protocol: () => 'Write protocol: TCP.',
};

function ofService(name: string, protocol: string, appProtocol: string): readonly [Field, string] {
  if (protocol.toLowerCase() === 'udp') return ['protocol', protocol];
  if (appProtocol === '') return ['name', firstWord(name)];
  return ['appProtocol', kubernetesProtocols[appProtocol] ?? firstWord(appProtocol)];
}

const kubernetesProtocols: Readonly<Record<string, string>> = {
  'kubernetes.io/h2c': 'http2',
  'kubernetes.io/ws': 'http',
  'kubernetes.io/wss': 'https',
};

function firstWord(name: string): string {
  return /^grpc-web\b/i.test(name) ? 'grpc-web' : (name.split('-')[0] ?? '');
}

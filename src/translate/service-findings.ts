import type { MeshService } from '../index/mesh-index.js';
import type { Context, Protocol } from './protocol.js';
import { parsePortName } from './shared/port-name.js';

/**
 * Defect D7: ports of another protocol than the one that the reference has chosen. `known` holds the protocols that
 * have a generator.
 */
export function reportOtherProtocols(
  service: MeshService,
  chosen: string,
  known: ReadonlyMap<string, unknown>,
  context: Context,
): void {
  const others = service.ports.filter(({ name }) => {
    const { l7 } = parsePortName(name);
    return l7 !== chosen && known.has(l7);
  });
  const [first] = others;
  if (first === undefined) {
    return;
  }
  const host = service.hosts[0] ?? '';
  const names = others.map(({ number, name }) => `${number} (${name})`).join(', ');
  const effect = `makes ${chosen} filters only for ${host}, whose first known port has that protocol; ${names} stays plain TCP`;
  context.report('AER0407', { effect }, { resource: service.resource, pointer: first.pointer });
}

/** What the user should know of a service, whatever its protocol. */
export function reportService(service: MeshService, generators: readonly Protocol[], context: Context): void {
  const { resource } = service;
  const host = service.hosts[0] ?? '';
  if (service.hosts.length > 1) {
    context.report(
      'AER0438',
      { host, ignored: service.hosts.slice(1).join(', ') },
      { resource, pointer: '/spec/hosts/1' },
    );
  }
  if (service.allocated) {
    context.report('AER0437', { host, address: service.addresses[0] ?? '' }, { resource, pointer: '/spec' });
  } else if (service.addresses.length === 0) {
    context.report('AER0442', { host }, { resource, pointer: '/spec' });
  }
  if (service.synthetic && service.addresses[0] === '0.0.0.0' && !context.options.addresses.has(host)) {
    const port = service.ports.find((each) => parsePortName(each.name).l7 === generators[0]?.name)?.number ?? 0;
    const headless = service.resolution === 'NONE';
    const external = service.resolution === 'DNS';
    const effect = external
      ? `which Istio has for every such service on that port together: the filters of one replace those of another`
      : `and Istio, which listens on the addresses of its pods, has none of that name: the filter stands nowhere`;
    const args = { host, port, effect, what: external ? 'an ExternalName' : 'headless' };
    context.report(headless || external ? 'AER0411' : 'AER0436', args, { resource, pointer: '/spec' });
  }
}

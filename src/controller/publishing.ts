import type { FileRegistry } from '@bufbuild/protobuf';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Edition } from '../edition/editions.js';
import { parseAddress } from '../envoy/address.js';
import type { RouteConfiguration } from '../model/envoy.js';
import { isLoopbackName } from '../xds/admin/host.js';
import type { LiveCertificates, TlsFiles } from '../xds/certificates.js';
import type { XdsEvent } from '../xds/event.js';
import { createEnvoyRegistry } from '../xds/registry.js';
import { createRouteServer, type RouteServer } from '../xds/server.js';
import { createSnapshot } from '../xds/snapshot.js';
import { exportLimits } from './exports.js';
import type { Log, LogEntry } from './log.js';

export interface PublishingOptions {
  readonly tls?: TlsFiles | LiveCertificates | undefined;
  readonly log: Log;
  /** Whether a route goes only to namespaces that `exportTo` allows. */
  readonly scoped: boolean;
  /** Of Envoy's types, where somebody has made it; making one takes some tens of milliseconds. */
  readonly registry?: FileRegistry | undefined;
  /** Everything that happens on the streams. */
  readonly listen: (event: XdsEvent) => void;
}

/** The route server and what it serves of each edition. */
export class Publishing {
  readonly server: RouteServer;
  readonly #registry: FileRegistry;
  #begun = false;

  constructor(readonly options: PublishingOptions) {
    const { tls, log } = options;
    this.#registry = options.registry ?? createEnvoyRegistry();
    this.server = createRouteServer({
      listen: (event) => {
        options.listen(event);
        const { client: from, node, error } = event;
        const level = event.event === 'nack' ? 'warning' : 'info';
        const message = `${event.event} ${from}${node === null ? '' : ` ${node}`}${error === null ? '' : `: ${error}`}`;
        log({ level, message, ...event });
      },
      ...(tls && { tls }),
      tlsTold: ({ ok, message }) => log({ level: ok ? 'info' : 'warning', event: 'tls', message }),
    });
  }

  /** Listens as the route server does, and says where anybody may read what it serves. */
  start(address: string): Promise<number> {
    const { tls, log } = this.options;
    const host = parseAddress(address)?.host ?? address;
    if (!asksClients(tls) && !isLoopbackName(host)) log(openEntry(address, tls !== undefined));
    return this.server.start(address);
  }

  /**
   * Serves the routes of an edition. What is to be said of them.
   *
   * @param keep whether routes that are no longer made stay: the deletion of their objects is held back, and a proxy must
   * not lose a route that its listener still names
   */
  publish(edition: Edition, keep: boolean): readonly Diagnostic[] {
    const { hub } = this.server;
    const { routeConfigurations } = edition.translation;
    const all = keep ? withThoseOf(hub.snapshot.resources.values(), routeConfigurations) : routeConfigurations;
    const made = createSnapshot(all, this.#registry, hub.snapshot);
    const { resources: rules } = edition.loaded;
    const sent = hub.publish(made.snapshot, this.options.scoped ? exportLimits(rules) : undefined);
    const { version, resources } = made.snapshot;
    if (sent && this.#begun) {
      const message = `${resources.size} route configurations, version ${version}.`;
      this.options.log({ level: 'info', event: 'published', message, version, routes: resources.size });
    }
    this.#begun = true;
    return diagnose(made.findings);
  }
}

/** Whether clients must show a certificate. */
export function asksClients(tls: PublishingOptions['tls']): boolean {
  return tls !== undefined && ('asksClients' in tls ? tls.asksClients : tls.clientCa !== undefined);
}

/** Routes say which services there are, and who asks is taken at its word: that must not happen unnoticed. */
function openEntry(address: string, isEncrypted: boolean): LogEntry {
  const how = isEncrypted ? 'without asking for a certificate' : 'without TLS';
  const message = `Routes are served on ${address} ${how}: whoever reaches it may read them. --tls-cert, --tls-key and --tls-client-ca ask for certificates of the mesh.`;
  return { level: 'warning', event: 'open', message, address, tls: isEncrypted };
}

function withThoseOf(
  before: Iterable<{ readonly name: string; readonly json: RouteConfiguration }>,
  now: readonly RouteConfiguration[],
): readonly RouteConfiguration[] {
  const names = new Set(now.map(({ name }) => name));
  const kept: RouteConfiguration[] = [];
  for (const { name, json } of before) if (!names.has(name)) kept.push(json);
  return kept.length === 0 ? now : [...now, ...kept];
}

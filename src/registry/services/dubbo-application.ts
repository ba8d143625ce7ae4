import { isFields } from '../dump/shape.js';
import { type Into, noScope, plainService } from './collect.js';
import { dubboInstance, identityOf } from './dubbo-url.js';

interface ApplicationInstance {
  readonly address: string;
  readonly port: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly endpoints: readonly { readonly port: number; readonly protocol: string }[];
}

interface Provided {
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly protocol?: string;
  readonly port?: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Dubbo 3's registration by application. An instance says only its application; the interfaces come from the metadata of
 * its revision, else from what was published interface by interface, else from the mapping (spec/registry.md, 7). Spring
 * Cloud's instances stand at the same place and are services by themselves.
 */
export class ApplicationLevel {
  readonly #into: Into;
  readonly #instances = new Map<string, ApplicationInstance[]>();
  /** Application → interfaces, from `mapping`. */
  readonly #mapped = new Map<string, Set<string>>();
  /** `application/revision` → what it provides. */
  readonly #revisions = new Map<string, readonly Provided[]>();
  /** Application → what was published interface by interface. */
  readonly #published = new Map<string, Provided[]>();

  constructor(into: Into) {
    this.#into = into;
  }

  /** `<application>/<id>` with the JSON of Curator's service discovery. */
  instance(place: string, data: string): void {
    const [application = '', id, ...deeper] = place.split('/');
    if (id === undefined || id === '' || deeper.length > 0) {
      if (application !== '') this.#into.list(application);
      return;
    }
    const value = parsed(data);
    const { address, port, payload, sslPort } = value;
    const metadata = isFields(payload) && isFields(payload.metadata) ? texts(payload.metadata) : {};
    const number = typeof port === 'number' ? port : typeof sslPort === 'number' ? sslPort : undefined;
    if (typeof address !== 'string' || number === undefined) {
      this.#into.unread(application, 'not-understood', 'its node holds no address and port');
      return;
    }
    this.add(application, { address, port: number, metadata });
  }

  /** An instance, from whichever registry. */
  add(application: string, instance: Omit<ApplicationInstance, 'endpoints'>): void {
    const endpoints = endpointsOf(instance.metadata['dubbo.endpoints']);
    const known = this.#instances.get(application) ?? [];
    known.push({ ...instance, endpoints });
    this.#instances.set(application, known);
  }

  /** `<interface>` with the names of applications, by comma. */
  mapping(named: string, applications: string): void {
    if (named === '' || named.includes('/')) return;
    for (const application of applications.split(',').map((each) => each.trim())) {
      if (application === '') continue;
      const known = this.#mapped.get(application) ?? new Set();
      known.add(named);
      this.#mapped.set(application, known);
    }
  }

  /** `<application>/<revision>`, or `<interface>[/<version>][/<group>]/provider/<application>`, with JSON. */
  metadata(place: string, data: string): void {
    const parts = place.split('/');
    const side = parts.length - 2;
    if (parts[side] === 'provider' && side >= 1) {
      const value = parsed(data);
      const attributes = isFields(value.parameters) ? texts(value.parameters) : {};
      this.#publish(parts.at(-1) ?? '', {
        name: attributes.interface ?? parts[0] ?? '',
        group: attributes.group ?? '',
        version: attributes.version ?? '',
        attributes,
      });
      return;
    }
    if (parts.length !== 2) return;
    const value = parsed(data);
    if (isFields(value.services)) this.#revisions.set(place, Object.values(value.services).flatMap(providedOf));
  }

  /** Ties instances to interfaces; to be called when all nodes were seen. */
  finish(): void {
    for (const [application, instances] of this.#instances) {
      for (const instance of instances) this.#tie(application, instance);
    }
  }

  #publish(application: string, provided: Provided): void {
    const known = this.#published.get(application) ?? [];
    known.push(provided);
    this.#published.set(application, known);
  }

  #tie(application: string, instance: ApplicationInstance): void {
    const { metadata, address } = instance;
    const revision = metadata['dubbo.metadata.revision'];
    if (revision === undefined && instance.endpoints.length === 0) {
      this.#springCloud(application, instance);
      return;
    }
    const provided =
      this.#revisions.get(`${application}/${revision ?? ''}`) ??
      this.#published.get(application) ??
      [...(this.#mapped.get(application) ?? [])].map(
        (name): Provided => ({ name, group: '', version: '', attributes: {} }),
      );
    if (provided.length === 0) {
      this.#into.list(application);
      this.#into.unread(application, 'no-interfaces', `${address}:${instance.port}`);
    }
    for (const each of provided) {
      const attributes = { application, ...metadata, ...each.attributes };
      const { name, group, version } = each;
      const endpoints =
        each.port !== undefined && each.protocol !== undefined
          ? [{ port: each.port, protocol: each.protocol }]
          : instance.endpoints.length > 0
            ? instance.endpoints
            : [{ port: instance.port, protocol: 'dubbo' }];
      for (const { port, protocol } of endpoints) {
        this.#into.instance({ style: 'dubbo', name, group, version, scope: noScope }, () =>
          dubboInstance({ address, port, protocol: protocol.toLowerCase(), level: 'application' }, attributes),
        );
      }
    }
  }

  #springCloud(application: string, { address, port, metadata }: ApplicationInstance): void {
    this.#into.instance(plainService(application), () => ({
      address,
      port,
      protocol: (metadata.protocol ?? 'http').toLowerCase(),
      attributes: metadata,
      health: 'passing',
      disabled: (metadata.instance_status ?? 'UP').toUpperCase() !== 'UP',
      identity: { application, ...identityOf(metadata) },
      external: false,
      level: 'application',
    }));
  }
}

function providedOf(value: unknown): readonly Provided[] {
  if (!isFields(value) || typeof value.name !== 'string') return [];
  const { name, group, version, protocol, port, params } = value;
  return [
    {
      name,
      group: typeof group === 'string' ? group : '',
      version: typeof version === 'string' ? version : '',
      ...(typeof protocol === 'string' && typeof port === 'number' && { protocol, port }),
      attributes: isFields(params) ? texts(params) : {},
    },
  ];
}

function endpointsOf(text: string | undefined): readonly { readonly port: number; readonly protocol: string }[] {
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : []).flatMap((each: unknown) =>
    isFields(each) && typeof each.port === 'number' && typeof each.protocol === 'string'
      ? [{ port: each.port, protocol: each.protocol }]
      : [],
  );
}

/** The JSON object in `data`, or an empty one. */
function parsed(data: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(data);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

export function texts(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && typeof value !== 'object') result[key] = String(value);
  }
  return result;
}

import type { Instance } from '../model.js';

/**
 * A map without what objects inherit. Made by a constructor, it is as fast as any object where many have the same keys;
 * `Object.create(null)` makes a slow one.
 */
const Attributes = function Attributes(): void {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null);

/** A Dubbo URL, decoded: `protocol://user:password@host:port/path?key=value&…`. */
export class DubboUrl {
  constructor(
    readonly protocol: string,
    readonly address: string,
    readonly port: number,
    readonly path: string,
    readonly hasCredentials: boolean,
    /** What stands behind the question mark, with an ampersand before it. */
    private readonly query: string,
  ) {}

  /** One parameter without a map of all; '' for none. Of several of one name the last counts. */
  parameter(name: string): string {
    const sign = `&${name}=`;
    const at = this.query.lastIndexOf(sign);
    if (at === -1) return '';
    const start = at + sign.length;
    const end = this.query.indexOf('&', start);
    return end === -1 ? this.query.slice(start) : this.query.slice(start, end);
  }

  get parameters(): Readonly<Record<string, string>> {
    const parameters = new Attributes();
    for (let start = 1; start <= this.query.length; ) {
      const next = this.query.indexOf('&', start);
      const end = next === -1 ? this.query.length : next;
      const equals = this.query.indexOf('=', start);
      if (equals > start && equals < end) {
        parameters[this.query.slice(start, equals)] = this.query.slice(equals + 1, end);
      }
      start = end + 1;
    }
    return parameters;
  }
}

/**
 * Decodes the name of a provider's node, as Java's URLEncoder wrote it. Undefined for what is no URL. A parameter never
 * replaces the address; a value may hold `=` and `?`; escapes may be of either case.
 */
export function parseDubboUrl(name: string): DubboUrl | undefined {
  const text = name.includes('://') ? name : decode(name);
  const scheme = text?.indexOf('://') ?? -1;
  if (text === undefined || scheme === -1 || !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(0, scheme))) return undefined;
  const rest = text.slice(scheme + 3);
  const mark = rest.indexOf('?');
  const before = mark === -1 ? rest : rest.slice(0, mark);
  const slash = before.indexOf('/');
  const authority = slash === -1 ? before : before.slice(0, slash);
  const at = authority.lastIndexOf('@');
  const place = at === -1 ? authority : authority.slice(at + 1);
  const colon = place.lastIndexOf(':');
  const digits = colon === -1 ? '' : place.slice(colon + 1);
  const hasPort = /^-?\d+$/.test(digits);
  const address = hasPort ? place.slice(0, colon) : place;
  return new DubboUrl(
    text.slice(0, scheme).toLowerCase(),
    address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address,
    hasPort ? Number(digits) : 0,
    slash === -1 ? '' : before.slice(slash + 1),
    at !== -1,
    mark === -1 ? '' : `&${rest.slice(mark + 1)}`,
  );
}

/** As `URLDecoder` does: `+` is a blank. Undefined where an escape is broken. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.includes('+') ? text.replaceAll('+', ' ') : text);
  } catch {
    return undefined;
  }
}

/** What the attributes of a Dubbo provider say, whether they come from a URL, from metadata or from Nacos. */
export function dubboInstance(
  place: Pick<Instance, 'address' | 'port' | 'protocol' | 'level'>,
  attributes: Readonly<Record<string, string>>,
): Instance {
  const weight = Number(attributes.weight ?? Number.NaN);
  const locality = twice(attributes.aeraki_meta_locality ?? '');
  // One shape for most of them, field by field: this runs for every provider of a registry.
  const instance: { -readonly [Key in keyof Instance]: Instance[Key] } = {
    address: place.address,
    port: place.port,
    protocol: place.protocol,
    level: place.level,
    attributes,
    health: 'passing',
    disabled: attributes.disabled === 'true' || attributes.enabled === 'false',
    identity: identityOf(attributes),
    external: false,
  };
  if (Number.isFinite(weight) && weight >= 0) instance.weight = weight;
  if (locality !== '') instance.locality = locality;
  return instance;
}

export function identityOf(attributes: Readonly<Record<string, string>>): Instance['identity'] {
  const namespace = attributes.aeraki_meta_app_namespace;
  const serviceAccount = attributes.aeraki_meta_app_service_account;
  const workloadSelector = twice(attributes.aeraki_meta_workload_selector ?? '');
  const { application } = attributes;
  const identity: { -readonly [Key in keyof Instance['identity']]: Instance['identity'][Key] } = {};
  if (namespace) identity.namespace = namespace;
  if (serviceAccount) identity.serviceAccount = serviceAccount;
  if (workloadSelector) identity.workloadSelector = workloadSelector;
  if (application) identity.application = application;
  return identity;
}

/** A value that somebody escaped before it became a parameter. */
function twice(text: string): string {
  return /%[0-9A-Fa-f]{2}/.test(text) ? (decode(text) ?? text) : text;
}

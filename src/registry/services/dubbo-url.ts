import type { Instance } from '../model.js';

/** A Dubbo URL, decoded: `protocol://user:password@host:port/path?key=value&…`. */
export interface DubboUrl {
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly hasCredentials: boolean;
}

/**
 * Decodes the name of a provider's node, as Java's URLEncoder wrote it. Undefined for what is no URL. A parameter never
 * replaces the address; a value may hold `=` and `?`; escapes may be of either case.
 */
export function parseDubboUrl(name: string): DubboUrl | undefined {
  const text = name.includes('://') ? name : decode(name);
  const [, protocol = '', rest] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(text ?? '') ?? [];
  if (rest === undefined) return undefined;
  const mark = rest.indexOf('?');
  const before = mark === -1 ? rest : rest.slice(0, mark);
  const slash = before.indexOf('/');
  const authority = slash === -1 ? before : before.slice(0, slash);
  const at = authority.lastIndexOf('@');
  const [, address = '', port] = /^(.*?)(?::(-?\d+))?$/s.exec(authority.slice(at + 1)) ?? [];
  return {
    protocol: protocol.toLowerCase(),
    address: address.replace(/^\[(.*)\]$/, '$1'),
    port: port === undefined ? 0 : Number(port),
    path: slash === -1 ? '' : before.slice(slash + 1),
    parameters: parametersOf(mark === -1 ? '' : rest.slice(mark + 1)),
    hasCredentials: at !== -1,
  };
}

function parametersOf(query: string): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0) parameters[part.slice(0, equals)] = part.slice(equals + 1);
  }
  return parameters;
}

/** As `URLDecoder` does: `+` is a blank. Undefined where an escape is broken. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
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
  return {
    ...place,
    attributes,
    health: 'passing',
    disabled: attributes.disabled === 'true' || attributes.enabled === 'false',
    ...(Number.isFinite(weight) && weight >= 0 && { weight }),
    ...(locality !== '' && { locality }),
    identity: identityOf(attributes),
    external: false,
  };
}

export function identityOf(attributes: Readonly<Record<string, string>>): Instance['identity'] {
  const namespace = attributes.aeraki_meta_app_namespace;
  const serviceAccount = attributes.aeraki_meta_app_service_account;
  const workloadSelector = twice(attributes.aeraki_meta_workload_selector ?? '');
  const { application } = attributes;
  return {
    ...(namespace && { namespace }),
    ...(serviceAccount && { serviceAccount }),
    ...(workloadSelector && { workloadSelector }),
    ...(application && { application }),
  };
}

/** A value that somebody escaped before it became a parameter. */
function twice(text: string): string {
  return /%[0-9A-Fa-f]{2}/.test(text) ? (decode(text) ?? text) : text;
}

/**
 * What hides credentials, for every command: in JSON of Envoy and Istio by the names of fields, in free text by what stands
 * around them. Where a message's type is known, `redactMessage` adds the fields that Envoy itself marks.
 */
import type { Json, JsonObject } from '../model/envoy.js';
import { isObject, snakeCase } from './proto-json.js';

/** What stands in the place of a secret. */
export const redacted = '<redacted>';

/** Names of fields that hold a credential, in snake_case; what merely refers to one (a Secret's name) is not among them. */
const secretField =
  /(^|_)(passwords?|passphrase|private_key|secret_access_key|session_token|api_key|session_ticket_keys|hmac_secret|generic_secret|client_secret|bearer_token|access_token|inline_token)$/;

/** Names that are also those of references and of messages about secrets: a credential only where text stands under them. */
const secretText = /(^|_)(passwd|privatekey|secret|token)$/;

/** Names of headers and metadata whose value is a credential. */
const secretHeader = /^(proxy-)?authorization$|^(set-)?cookie$|password|secret|token|api[-_]?key/i;

/** Fields that only say where a secret is, within a field that holds one. */
const reference = new Set([
  'filename',
  'environment_variable',
  'name',
  'sds_config',
  'watched_directory',
  '@type',
  'type_url',
]);

const snakeNames = new Map<string, string>();

function snake(name: string): string {
  let known = snakeNames.get(name);
  if (known === undefined) {
    // Environment variables (`REDIS_PASSWORD`, in the metadata of a node) are in capitals.
    known = /^[A-Z0-9_]+$/.test(name) ? name.toLowerCase() : snakeCase(name);
    // Names come from the input: there is no end of them.
    if (snakeNames.size < 10_000) snakeNames.set(name, known);
  }
  return known;
}

/**
 * A copy of `value` in which every credential is `<redacted>`.
 *
 * @param secret whether all of it is one, because it stands under a name that says so
 */
export function redact<T extends Json>(value: T, secret = false): T {
  return walk(value, secret) as T;
}

function walk(value: Json, secret: boolean): Json {
  if (typeof value === 'string') return secret ? redacted : withoutUserinfo(value);
  if (typeof value === 'number') return secret ? redacted : value;
  if (Array.isArray(value)) return value.map((item: Json) => walk(item, secret));
  if (!isObject(value)) return value;
  if (value.kind === 'Secret' && !secret) return withoutContents(value);
  const result: Record<string, Json> = {};
  for (const [key, child] of Object.entries(value)) {
    // Not by assignment: a key may be called `__proto__`.
    if (child === undefined) continue;
    if (key === lastApplied && typeof child === 'string') define(result, key, withoutSecrets(child));
    else if (key === 'data' && value.kind === 'ConfigMap') define(result, key, texts(child, redactText));
    else define(result, key, walk(child, isSecretMember(value, key, secret)));
  }
  return result;
}

/** The whole object once more, as text, is what `kubectl apply` leaves in this annotation. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

function withoutSecrets(text: string): string {
  try {
    return JSON.stringify(walk(JSON.parse(text) as Json, false));
  } catch {
    return redacted;
  }
}

/** A Secret of Kubernetes: every value in it is a credential, whatever its name. */
function withoutContents(secret: JsonObject): Json {
  const { data, stringData, ...rest } = secret;
  const all = () => redacted;
  return {
    ...(walk({ ...rest, kind: '' }, false) as JsonObject),
    kind: 'Secret',
    ...(data === undefined ? {} : { data: texts(data, all) }),
    ...(stringData === undefined ? {} : { stringData: texts(stringData, all) }),
  };
}

function texts(value: Json, shown: (text: string) => string): Json {
  if (!isObject(value)) return typeof value === 'string' ? shown(value) : value;
  const result: Record<string, Json> = {};
  for (const [key, child] of Object.entries(value)) {
    if (child !== undefined) define(result, key, typeof child === 'string' ? shown(child) : texts(child, shown));
  }
  return result;
}

function define(result: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(result, key, { value, enumerable: true, configurable: true });
  else result[key] = value;
}

/** Whether what stands under `key` of `object` is a credential; `secret`: the object itself stands under such a name. */
export function isSecretMember(object: JsonObject, key: string, secret: boolean): boolean {
  const name = snake(key);
  if (secret) return !reference.has(name);
  const child = object[key];
  if (secretField.test(name) || isSecretVariable(key) || (name === 'users' && isObject(child))) return true;
  if (secretText.test(name) && holdsText(child)) return true;
  if (name === 'value' || name === 'raw_value') return isSecretHeader(object.key) || isPackedSecret(object);
  return isMatcher(name) && typeof object.name === 'string' && isAuthorization(object.name);
}

/** The value of a header, metadata entry or attribute, as it may be shown. */
export function shownValue(key: string, value: string): string {
  return isSecretHeader(key) ? redacted : withoutUserinfo(value);
}

function isSecretHeader(key: Json | undefined): boolean {
  return typeof key === 'string' && secretHeader.test(key);
}

/** Of a header matcher: what the header is compared with. */
function isMatcher(name: string): boolean {
  return /^(string|exact|prefix|suffix|contains|safe_regex|google_re2)_match$/.test(name);
}

function isAuthorization(name: string): boolean {
  return /^(proxy-)?authorization$|^(set-)?cookie$/i.test(name);
}

/** An environment variable, by its name in capitals: `API_TOKEN`, `DB_SECRET`. */
function isSecretVariable(key: string): boolean {
  return /^[A-Z0-9_]*(TOKEN|SECRET|PASSWD|PWD|CREDENTIALS?)$/.test(key);
}

/** A text, or a DataSource with one; a message that is only called so (`secretConfig`) is looked into instead. */
function holdsText(value: Json | undefined): boolean {
  if (typeof value === 'string') return true;
  return isObject(value) && Object.keys(value).some((key) => /^inline_(string|bytes)$/.test(snake(key)));
}

/** A message as bytes (an Any that the proxy could not unpack) of a kind that holds credentials: nobody sees into it. */
function isPackedSecret(object: JsonObject): boolean {
  if (typeof object.value !== 'string') return false;
  const type = object.type_url ?? object.typeUrl ?? object['@type'];
  return typeof type === 'string' && /redis|secret|tls|oauth|credential|auth|aws/i.test(type);
}

/** Without the user and the password of a URL. Bounded, because texts come from strangers. */
function withoutUserinfo(text: string): string {
  if (!text.includes('@') || !text.includes('://')) return text;
  return text.replace(/:\/\/[^/@\s:]{0,256}:[^/@\s]{0,1024}@/g, `://${redacted}@`);
}

/** Free text (what a proxy says of a configuration) without the credentials that it may repeat. */
export function redactText(text: string): string {
  return withoutUserinfo(
    text
      .replace(
        /((?:password|passphrase|secret|token|api_?key)s?["']?\s{0,9}[:=]?\s{0,9}\{?\s{0,9}(?:["']?inline_?string["']?\s{0,9})?[:=]\s{0,9}["']?)([^"'\s,}]+)/gi,
        `$1${redacted}`,
      )
      .replace(/\b(bearer|basic)\s{1,9}[a-z0-9._~+/=-]{4,}/gi, `$1 ${redacted}`),
  );
}

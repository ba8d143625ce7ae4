import type { Json, JsonObject } from '../model/envoy.js';
import { isObject } from './fields.js';

/** What stands in the place of a secret. */
export const redacted = '<redacted>';

/** Names of fields that hold a credential, in snake_case; what merely refers to one (a Secret's name) is not among them. */
const secretField =
  /(^|_)(passwords?|passphrase|private_key|secret_access_key|session_token|api_key|session_ticket_keys|hmac_secret|generic_secret|client_secret|bearer_token|access_token|inline_token)$/;

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
    known = /^[A-Z0-9_]+$/.test(name)
      ? name.toLowerCase()
      : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakeNames.set(name, known);
  }
  return known;
}

/** A copy of `value` in which every credential is `<redacted>`; what has none is shared with the original. */
export function redact<T extends Json>(value: T): T {
  return walk(value, false) as T;
}

function walk(value: Json, secret: boolean): Json {
  if (typeof value === 'string') return secret ? redacted : value;
  if (Array.isArray(value)) return value.map((item: Json) => walk(item, secret));
  if (!isObject(value)) return value;
  const result: Record<string, Json> = {};
  const header = isSecretHeader(value) || isPackedSecret(value);
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue;
    const name = snake(key);
    if (secret && reference.has(name)) result[key] = walk(child, false);
    else
      result[key] = walk(
        child,
        secret ||
          secretField.test(name) ||
          isSecretVariable(key) ||
          (header && isHeaderValue(name)) ||
          isUsers(name, child),
      );
  }
  return result;
}

function isSecretHeader(object: JsonObject): boolean {
  return typeof object.key === 'string' && secretHeader.test(object.key);
}

/** An environment variable, by its name in capitals: `API_TOKEN`, `DB_SECRET`. */
function isSecretVariable(key: string): boolean {
  return /^[A-Z0-9_]*(TOKEN|SECRET|PASSWD|PWD|CREDENTIALS?)$/.test(key);
}

/** A message as bytes (an Any that the proxy could not unpack) of a kind that holds credentials: nobody sees into it. */
function isPackedSecret(object: JsonObject): boolean {
  if (typeof object.value !== 'string') return false;
  const type = object.type_url ?? object.typeUrl ?? object['@type'];
  return typeof type === 'string' && /redis|secret|tls|oauth|credential|auth|aws/i.test(type);
}

function isHeaderValue(name: string): boolean {
  return name === 'value' || name === 'raw_value';
}

/** The htpasswd lines of the basic-auth filter: a DataSource under `users`. */
function isUsers(name: string, child: Json): boolean {
  return name === 'users' && isObject(child);
}

/** Free text (what a proxy says of a configuration) without the credentials that it may repeat. */
export function redactText(text: string): string {
  return text
    .replace(
      /((?:password|passphrase|secret|token|api_?key)s?["']?\s*[:=]?\s*\{?\s*(?:["']?inline_?string["']?\s*)?[:=]\s*["']?)([^"'\s,}]+)/gi,
      `$1${redacted}`,
    )
    .replace(/\/\/[^/@\s]*:[^/@\s]*@/g, `//${redacted}@`);
}

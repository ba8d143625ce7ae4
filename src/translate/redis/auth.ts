import type { RedisAuth } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Secret } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';

/** Who logs in to Redis; an empty text is one that is not set. Never to be put into a message. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A resource with an `auth` block, and where that stands in it. */
export interface AuthPlace {
  readonly resource: Resource;
  /** JSON pointer of the `auth` block. */
  readonly pointer: string;
  /** What the reference leaves out when the Secret cannot be read, in words. */
  readonly lost: string;
}

/** White space as Go's `strings.TrimSpace` has it; JavaScript's `trim` has U+FEFF in place of U+0085. */
const space = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const outerSpace = new RegExp(`^${space}+|${space}+$`, 'gu');

/** The bytes of a Secret's key; `stringData` wins, as in the API server. Undefined when the key is not there. */
function secretBytes(secret: Secret, key: string): Uint8Array | undefined {
  if (secret.stringData !== undefined && Object.hasOwn(secret.stringData, key)) {
    return Buffer.from(secret.stringData[key] ?? '', 'utf8');
  }
  if (secret.data !== undefined && Object.hasOwn(secret.data, key))
    return Buffer.from(secret.data[key] ?? '', 'base64');
  return undefined;
}

/** The text of a key without white space around it, '' when the key is not there; undefined where it is not UTF-8. */
function secretText(secret: Secret, key: string): string | undefined {
  const bytes = secretBytes(secret, key);
  if (bytes === undefined) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(outerSpace, '');
  } catch {
    return undefined;
  }
}

/** Which key holds the password: the named one, else `password`, else `token`; an empty value ends the search too. */
function passwordKey(secret: Secret, named: string | undefined): string {
  if (named !== undefined && named !== '') return named;
  return secretBytes(secret, 'password') === undefined ? 'token' : 'password';
}

/** Why there are no credentials: the reference then goes on without what the block is part of. */
export type NoCredentials = 'no secret' | 'not UTF-8';

function fromSecret(
  secret: Resource<Secret>,
  auth: NonNullable<RedisAuth['secret']>,
  place: AuthPlace,
  context: Context,
): Credentials | NoCredentials {
  const at = { resource: place.resource, pointer: `${place.pointer}/secret` };
  const args = { secret: secret.name, namespace: secret.namespace, lost: place.lost };
  const password = secretText(secret.object, passwordKey(secret.object, auth.passwordField));
  const named = auth.usernameField ?? '';
  let username = secretText(secret.object, named === '' ? 'username' : named);
  if (named === '' && username !== '' && !context.options.fixed) {
    context.report('AER0412', args, at);
    username = '';
  }
  if (password === undefined || username === undefined) {
    context.report('AER0463', args, at);
    return 'not UTF-8';
  }
  if (password === '') context.report('AER0462', args, at);
  return { username, password };
}

/**
 * The credentials of an `auth` block: inline, or from the Secret in the resource's namespace (translation.md section
 * 11). A Secret that is not there, or that holds no text, is reported.
 */
export function credentials(auth: RedisAuth, place: AuthPlace, context: Context): Credentials | NoCredentials {
  if (auth.plain !== undefined) {
    return { username: auth.plain.username ?? '', password: auth.plain.password ?? '' };
  }
  if (auth.secret === undefined) return { username: '', password: '' };
  const { namespace } = place.resource;
  const name = auth.secret.name ?? '';
  const secret = context.index.secrets.get(`${namespace}/${name}`);
  if (secret !== undefined) return fromSecret(secret, auth.secret, place, context);
  context.report(
    'AER0461',
    { secret: name, namespace, lost: place.lost },
    { resource: place.resource, pointer: `${place.pointer}/secret/name` },
  );
  return 'no secret';
}

function warnOfPasswords(context: Context): void {
  context.report('AER0469', {}, {});
}

/** `{ [field]: DataSource }` for each text that is set; says once that the result holds secrets. */
export function inlineStrings(texts: Readonly<Record<string, string>>, context: Context): JsonObject {
  const set = Object.entries(texts).filter(([, text]) => text !== '');
  if (set.length > 0) context.once(warnOfPasswords);
  return Object.fromEntries(set.map(([field, text]) => [field, { inlineString: text }]));
}

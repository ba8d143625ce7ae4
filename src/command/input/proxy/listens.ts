import type { Codec } from '../../../codec/codec.js';
import { codecNames, codecWithFullName } from '../../../codec/codecs.js';
import { findService } from '../../../match/find-service.js';
import type { CompiledRules, MatchService } from '../../../match/service.js';
import type { Listen } from '../../../proxy/build/config.js';
import { FailureError, UsageError } from '../../shell/errors.js';
import { type ListenWish, parseListen } from './addresses.js';

/** What is listened for, and with which codec. */
export interface Listening {
  readonly listens: readonly Listen[];
  /** By full name. */
  readonly codecs: ReadonlyMap<string, Codec>;
}

export interface ListenOptions {
  readonly listen: readonly string[];
  /** The codec of services about which the rules say nothing. */
  readonly protocol: string | undefined;
  /** Private codecs. */
  readonly own: readonly Codec[];
  /** Routes come from elsewhere, so that a service need not be in the rules. */
  readonly remote: boolean;
  /** Somebody else finds an address for each, so that two services may have the same port. */
  readonly free?: boolean | undefined;
}

/** Without `--listen` every metaprotocol service of the rules is listened for, on loopback, at its own port. */
export async function resolveListens(rules: CompiledRules, options: ListenOptions): Promise<Listening> {
  const wishes = options.listen.length > 0 ? options.listen.map(parseListen) : everyService(rules);
  const codecs = new Map<string, Codec>();
  const listens: Listen[] = [];
  for (const wish of wishes) {
    const service = serviceOf(rules, wish, options);
    const name = await codecName(service, options);
    const codec = await codecWithFullName(name, options.own);
    if (codec === undefined) throw new FailureError(unknownCodec(service, name));
    codecs.set(name, codec);
    const address = wish.address ?? { host: '127.0.0.1', port: service.port };
    listens.push({ service, codec: name, address });
  }
  if (options.free !== true) refuseTwice(listens);
  return { listens, codecs };
}

function everyService({ services: all }: CompiledRules): readonly ListenWish[] {
  const services = all.filter(({ native }) => !native);
  if (services.length === 0) {
    throw new FailureError(
      'The inputs have no metaprotocol service. Name the files with its ServiceEntry or Service, or say with --listen and --protocol what to listen for.',
    );
  }
  return services.map(({ host, port }) => ({ host, port, address: undefined, text: `${host}:${port}` }));
}

type Asked = Pick<MatchService, 'host' | 'port' | 'codec'>;

function serviceOf(rules: CompiledRules, wish: ListenWish, { remote, protocol }: ListenOptions): Asked {
  const found = findService(rules, wish.host, wish.port);
  if ('service' in found) return found.service;
  const message = `${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}`;
  if (found.problem === 'ports') throw new UsageError(`${message} Write --listen ${wish.host}:PORT=ADDRESS:PORT.`);
  if (!remote) throw new FailureError(message);
  const port = wish.port ?? wish.address?.port ?? 0;
  if (port > 0 && protocol !== undefined) return { host: wish.host, port, codec: undefined };
  throw new UsageError(
    `The inputs do not say what ${wish.host} speaks. Write its port and its protocol: --listen ${wish.host}:20880=127.0.0.1:20880 --protocol dubbo.`,
  );
}

async function codecName({ host, port, codec }: Asked, { protocol, own }: ListenOptions): Promise<string> {
  if (protocol !== undefined) {
    const named = own.find(({ name }) => name === protocol)?.codec;
    const builtIn = codecNames.find((name) => name === protocol);
    const full = named ?? (builtIn === undefined ? undefined : `aeraki.meta_protocol.codec.${builtIn}`);
    if (full !== undefined) return full;
    throw new UsageError(`--protocol ${protocol} is none of ${codecNames.join(', ')}, nor the name of a --codec.`);
  }
  if (codec !== undefined) return codec;
  throw new FailureError(
    `The rules do not say which codec reads ${host}:${port}. Name the files with its ServiceEntry or Service, or give --protocol.`,
  );
}

function unknownCodec({ host, port }: Asked, codec: string): string {
  return `${host}:${port} is read by the codec ${codec}, which is not built in. Give it with --codec ${codec.slice(codec.lastIndexOf('.') + 1)}=./codec.mjs, as \`codec\` in it or as its name, or choose another one with --protocol.`;
}

/** Two listeners cannot have one address; the system would say it less clearly. */
function refuseTwice(listens: readonly Listen[]): void {
  const taken = new Map<string, Listen>();
  for (const listen of listens) {
    const { host, port } = listen.address;
    const key = `${host}:${port}`;
    const other = taken.get(key);
    if (port !== 0 && other !== undefined) {
      const names = [other, listen].map(({ service }) => `${service.host}:${service.port}`).join(' and ');
      throw new UsageError(`${names} cannot both listen on ${key}. Give each an address of its own with --listen.`);
    }
    taken.set(key, listen);
  }
}

import { readFileSync } from 'node:fs';
import { ChannelCredentials, type ChannelOptions, Client, Metadata } from '@grpc/grpc-js';
import { readAuthorities } from '../xds/tls-files.js';

/** Where an istiod is, and how one makes oneself known to it. */
export interface IstiodEndpoint {
  /** `HOST:PORT` */
  readonly address: string;
  readonly tls: boolean;
  /** PEM with the authority of its certificate. */
  readonly ca: string;
  /** File with a token of a service account, for the audience of istiod; read anew for each stream, for it is replaced every hour. */
  readonly token: string;
  /** The name that its certificate must have, where it is not that of `address`. */
  readonly serverName?: string | undefined;
}

/** A channel and who we are. Reads the files; raises an error in words where one cannot be used. */
export function connectIstiod(endpoint: IstiodEndpoint): { readonly client: Client; readonly metadata: Metadata } {
  const { address, tls, ca, token, serverName } = endpoint;
  const metadata = new Metadata();
  const options: ChannelOptions = {
    // Everything of a kind comes in one message.
    'grpc.max_receive_message_length': -1,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 10_000,
    // A channel of its own each time, so that the files are read anew.
    'grpc.use_local_subchannel_pool': 1,
    ...(serverName !== undefined && {
      'grpc.ssl_target_name_override': serverName,
      'grpc.default_authority': serverName,
    }),
  };
  // A token must not be seen on the way.
  if (!tls) return { client: new Client(address, ChannelCredentials.createInsecure(), options), metadata };
  const authorities = readAuthorities(ca);
  metadata.set('authorization', `Bearer ${readToken(token)}`);
  return { client: new Client(address, ChannelCredentials.createSsl(authorities), options), metadata };
}

function readToken(file: string): string {
  const token = readFileSync(file, 'utf8').trim();
  if (!/^[\w.~+/=-]+$/.test(token)) throw new Error(`${file} holds no token`);
  return token;
}

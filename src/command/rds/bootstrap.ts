import { stringify } from 'yaml';
import { type Address, parseAddress } from '../../envoy/address.js';
import type { JsonObject } from '../../model/envoy.js';
import { bootstrapConfigMap, envoyBootstrap } from '../../xds/bootstrap.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { bootstrapFlags } from './bootstrap-flags.js';

export interface BootstrapFlags extends FilledFlagValues<typeof bootstrapFlags> {}

/** The bootstrap or ConfigMap that the flags describe. Raises `UsageError`. */
export function bootstrap(flags: BootstrapFlags): JsonObject {
  const server = address(flags.server, '--server');
  const { 'tls-ca': ca, 'tls-cert': cert, 'tls-key': key } = flags;
  const tls = ca === undefined ? {} : { tls: { ca, cert, key } };
  if (flags.for === 'metaprotocol' && flags.listener.length + flags.cluster.length > 0) {
    throw new UsageError(
      '--listener and --cluster are for --for envoy; a sidecar gets its own from istiod. Leave them out.',
    );
  }
  if (flags.for === 'envoy' && flags.sds) {
    throw new UsageError('--sds is for --for metaprotocol: only a sidecar has the cluster sds-grpc. Use --tls-ca.');
  }
  if (flags.for === 'metaprotocol') return bootstrapConfigMap({ server, ...tls, sds: flags.sds }, flags.namespace);
  return envoyBootstrap({
    server,
    api: flags.api,
    nodeId: flags['node-id'],
    ...tls,
    listeners: flags.listener.map(listener),
    clusters: flags.cluster.map(cluster),
  });
}

/** As YAML, the text in a ConfigMap as a block, so that a person can read it. */
export function bootstrapYaml(result: JsonObject): string {
  return stringify(result, { lineWidth: 0 });
}

function address(text: string, flag: string): Address {
  const result = parseAddress(text);
  if (result !== undefined && result.port > 0) return result;
  throw new UsageError(`${flag} ${text} is not HOST:PORT. Write for example ${flag} 127.0.0.1:15010.`);
}

function listener(text: string): { readonly port: number; readonly route: string } {
  const [, digits, route] = /^(\d{1,5})=(.+)$/.exec(text) ?? [];
  const port = Number(digits);
  if (route === undefined || port > 65535) {
    throw new UsageError(
      `--listener ${text} is not PORT=NAME. Write for example --listener 8080=demo.example.com_20880.`,
    );
  }
  return { port, route };
}

function cluster(text: string): { readonly name: string; readonly address: Address } {
  const at = text.lastIndexOf('=');
  const [name, where] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  if (name === '') {
    throw new UsageError(
      `--cluster ${text} is not NAME=HOST:PORT. Write for example --cluster 'outbound|20880|v1|demo.example.com=127.0.0.1:9001'.`,
    );
  }
  return { name, address: address(where, '--cluster') };
}

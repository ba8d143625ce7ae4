import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifests } from '../../controller/manifests.js';
import { json } from '../../output/json.js';
import { yamlChunks } from '../../output/yaml.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { manifestFlags } from './flags.js';
import { needsEvidence } from './sidecars.js';

export interface ManifestFlags extends FilledFlagValues<typeof manifestFlags> {}

/** Prints what an install needs. @param root of the program's package */
export async function printManifests(flags: ManifestFlags, root: string, terminal: Terminal): Promise<ExitCode> {
  for (const secret of flags['redis-secret']) {
    if (!/^[^/\s]+\/[^/\s]+$/.test(secret)) {
      throw new UsageError(
        `--redis-secret ${secret} is not NAMESPACE/NAME. Write for example --redis-secret shop/redis.`,
      );
    }
  }
  const prometheus = flags['sidecars-prometheus'];
  if (flags.sidecars && prometheus === undefined && flags['sidecars-gateway'] === undefined) {
    throw new UsageError(needsEvidence);
  }
  const namespace = flags.namespace ?? flags.istioNamespace;
  const rootNamespace = flags['root-namespace'] ?? flags.istioNamespace;
  const signer = signerOf(flags, rootNamespace);
  const made = manifests({
    namespace,
    rootNamespace,
    image: flags.image,
    replicas: flags.replicas,
    configMap: flags['mesh-config-map'],
    redisSecrets: flags['redis-secret'],
    bootstrap: flags.bootstrap,
    tlsSecret: flags['tls-secret'],
    ...(flags.sidecars && { sidecars: { gateway: flags['sidecars-gateway'], domain: flags['cluster-domain'] } }),
    istiod: flags['config-source'] !== 'cluster' || signer !== undefined,
    args: [
      ...(flags['cluster-domain'] === 'cluster.local' ? [] : [`--cluster-domain=${flags['cluster-domain']}`]),
      ...(flags['namespace-scoped'] ? ['--namespace-scoped'] : []),
      ...(flags.fixed ? ['--fixed'] : []),
      ...(flags['mesh-config-map'] === 'istio' ? [] : [`--mesh-config-map=${flags['mesh-config-map']}`]),
      ...(flags['config-source'] === 'cluster' ? [] : [`--config-source=${flags['config-source']}`]),
      ...(signer === undefined ? [] : [`--tls-istiod=${signer}`]),
      ...(flags['allocate-addresses'] ? [] : ['--no-allocate-addresses']),
      ...(prometheus === undefined ? [] : [`--sidecars-prometheus=${prometheus}`]),
    ],
  });
  const objects = flags.crds ? [...(await definitions(root)), ...made] : made;
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await terminal.stdout.write(flags.output === 'json' ? json(list) : yamlChunks(objects));
  return exit.fine;
}

/** Sidecars show a certificate of the mesh and want one, so somebody has to sign it. */
function signerOf(flags: ManifestFlags, root: string): string | undefined {
  const asked = flags['tls-istiod'];
  if (asked === 'off' || flags['tls-secret'] !== undefined) return undefined;
  return asked ?? `istiod.${root}.svc:15012`;
}

async function definitions(root: string): Promise<readonly unknown[]> {
  const { loadAll } = await import('js-yaml');
  return loadAll(await readFile(join(root, 'schemas', 'crds', 'aeraki.yaml'), 'utf8')).filter((each) => each !== null);
}

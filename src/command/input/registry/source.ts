import type { Finding } from '../../../diagnostics/diagnostic.js';
import type { Loaded, LoadedDocument } from '../../../load/loaded.js';
import type { ServiceEntry } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';
import { convertDumps } from '../../../registry/convert/convert-dumps.js';
import type { Converted } from '../../../registry/convert/converted.js';
import { ConvertMemo } from '../../../registry/convert/memo.js';
import { keyOf } from '../../../registry/reference/entry.js';
import { type Source, SourceFailure, type Watching } from '../../../source/source.js';
import type { InputFlags } from '../inputs.js';
import { type RegistryOptions, registryOptions } from './convert-options.js';
import { type Feeds, openFeeds } from './feeds.js';
import type { RegistryFlags } from './flags.js';
import type { LiveFlags } from './live.js';
import { readConverted } from './read.js';

/** Milliseconds without a further change after which a registry is read again. */
const quiet = 100;

/**
 * The ServiceEntries of registries as one more source. Read once, or under a watch as they are at the time; a registry
 * that does not answer keeps its last state. Objects that stay the same keep their identity.
 */
export function registrySource(flags: InputFlags, say: (line: string) => void): Source {
  return new RegistrySource(flags.registry ?? [], withDefaults(flags), say);
}

/** What of the flags of `aeraki registry` the other commands do not have is as it is there by default. */
function withDefaults(flags: InputFlags): RegistryFlags & LiveFlags {
  return {
    'registry-name': flags['registry-name'] ?? [],
    root: flags['registry-root'] ?? '/dubbo',
    level: 'both',
    'default-namespace': flags['default-namespace'],
    'namespace-from': flags['namespace-from'] ?? 'parameter',
    'label-keys': [],
    select: [],
    exclude: [],
    health: 'passing',
    'protocol-map': [],
    'default-port': false,
    fqdn: '',
    'when-empty': 'empty',
    complete: false,
    'registry-timeout': flags['registry-timeout'] ?? 10_000,
    token: flags['registry-token'],
    'token-file': flags['registry-token-file'],
    username: flags['registry-username'],
    'registry-password': flags['registry-password'],
    'password-file': flags['registry-password-file'],
    ca: flags['registry-ca'],
    cert: flags['registry-cert'],
    key: flags['registry-key'],
    datacenter: [],
    'nacos-namespace': [],
    'nacos-group': [],
  };
}

class RegistrySource implements Source {
  readonly #words: readonly string[];
  readonly #flags: RegistryFlags & LiveFlags;
  readonly #say: (line: string) => void;
  #options: RegistryOptions | undefined;
  #feeds: Promise<Feeds> | undefined;
  #previous: Converted | undefined;
  readonly #memo = new ConvertMemo();
  #known = new Map<string, Resource>();

  constructor(words: readonly string[], flags: RegistryFlags & LiveFlags, say: (line: string) => void) {
    this.#words = words;
    this.#flags = flags;
    this.#say = say;
  }

  get name(): string {
    const names = this.#words.map((word) => word.replace(/^([a-z0-9+]+:\/\/)[^/@]*@/i, '$1').replace(/\?.*$/, ''));
    return `the registry ${names.join(', ')}`;
  }

  async read(): Promise<Loaded> {
    if (this.#feeds === undefined) return this.#loaded(await this.#once());
    const feeds = await this.#feeds;
    if (!feeds.isWhole()) throw new SourceFailure(feeds.findings());
    this.#options ??= { ...(await registryOptions(this.#flags)), withProviders: false };
    this.#previous = convertDumps(feeds.dumps(), this.#options, [], this.#previous, this.#memo);
    return this.#loaded(this.#previous);
  }

  watch(changed: (names: readonly string[]) => void): Watching {
    let timer: NodeJS.Timeout | undefined;
    const names = [this.name];
    const feeds = openFeeds(this.#words, this.#flags, {
      changed: () => {
        clearTimeout(timer);
        timer = setTimeout(() => changed(names), quiet);
      },
      say: this.#say,
    });
    this.#feeds = feeds;
    // What is wrong with the flags is said by the next reading.
    feeds.catch(() => undefined);
    return {
      close: () => {
        clearTimeout(timer);
        this.#feeds = undefined;
        feeds.then((opened) => opened.close()).catch(() => undefined);
      },
    };
  }

  async #once(): Promise<Converted> {
    const converted = await readConverted(this.#words, this.#flags, { withProviders: false });
    if (converted.read.findings.length > 0) throw new SourceFailure(converted.read.findings);
    return converted;
  }

  #loaded({ entries, findings }: Converted): Loaded {
    const now = new Map<string, Resource>();
    const file = this.name.slice('the registry '.length);
    const resources = entries.map((entry, at) => {
      const key = keyOf(entry);
      const before = this.#known.get(key);
      const resource = before?.object === entry ? before : resourceOf(entry, file, at);
      now.set(key, resource);
      return resource;
    });
    this.#known = now;
    const documents: LoadedDocument[] = resources.map((resource) => ({ status: 'resource', resource }));
    const shown: readonly Finding[] = findings.filter(({ severity }) => severity !== 'info');
    return { documents, resources, findings: shown, files: 0, locate: () => ({ line: 1, column: 1 }) };
  }
}

function resourceOf(entry: ServiceEntry, file: string, document: number): Resource {
  const { name = '', namespace = '' } = entry.metadata ?? {};
  return {
    kind: entry.kind,
    apiVersion: entry.apiVersion,
    name,
    namespace,
    object: entry,
    source: { file, document, pointer: '', line: 1 },
    nulls: [],
  };
}

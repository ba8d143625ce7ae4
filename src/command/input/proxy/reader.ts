import { diagnose } from '../../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Edition, Editions } from '../../../edition/editions.js';
import type { MeshIndex } from '../../../index/mesh-index.js';
import { assemble } from '../../../load/assemble.js';
import type { Loaded } from '../../../load/loaded.js';
import { identity } from '../../../load/look.js';
import type { WatcherOptions } from '../../../load/watcher.js';
import { mergeRules, TranslationReader } from '../../../match/from-translation.js';
import type { ProxyRules } from '../../../match/rules.js';
import { type CompiledRules, RuleCompiler } from '../../../match/service.js';
import type { EnvoyFilter } from '../../../model/envoy.js';
import { alsoWatched } from '../../../source/also-watched.js';
import type { Source } from '../../../source/source.js';
import { codecsByRoute } from '../../../translate/metaprotocol/codec.js';
import type { FilledFlagValues, FlagValues } from '../../shell/flag-values.js';
import type { Terminal } from '../../shell/terminal.js';
import { isRendered, wantsOther } from '../inputs.js';
import type { meshConfigFlag, pollFlag } from '../mesh-flags.js';
import type { RemovalFlags } from '../removal-flags.js';
import { removalLimits } from '../removals.js';
import { type RulesFlags, splitPrinted } from '../rules.js';
import { inputSource, quietForClients, watchOptions } from '../sources.js';
import { translateOptions } from '../translate-options.js';

/** Everything that the inputs say. */
export interface ProxyInputs {
  readonly edition: Edition;
  readonly loaded: Loaded;
  readonly index: MeshIndex;
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly rules: ProxyRules;
  readonly compiled: CompiledRules;
  readonly diagnostics: readonly Diagnostic[];
}

/** The flags that say what is read. */
export interface ReaderFlags
  extends RulesFlags,
    RemovalFlags,
    FilledFlagValues<typeof pollFlag>,
    FlagValues<typeof meshConfigFlag> {}

/** Reads and translates the inputs, again and again; what `translate` or a proxy printed counts as rules too. */
export class InputReader {
  readonly #editions: Editions;
  readonly #translations = new TranslationReader();
  readonly #compiler = new RuleCompiler();
  readonly #hosts = new Set<string>();
  readonly #watch: Omit<WatcherOptions, 'exclude'>;
  #source: { readonly key: string; readonly source: Source } | undefined;

  constructor(
    readonly paths: readonly string[],
    readonly flags: ReaderFlags,
    readonly terminal: Terminal,
    /** Hosts of services: where each has routes, the rules are only those about them and about what they lead to. */
    readonly asked?: ReadonlySet<string>,
  ) {
    this.#watch = watchOptions(terminal, quietForClients, flags.poll);
    this.#editions = new Editions({
      translate: translateOptions(flags),
      removals: removalLimits(flags),
      pid: process.pid,
    });
  }

  get editions(): Editions {
    return this.#editions;
  }

  /** What has to be watched: the resources, and files that have none but count. */
  get source(): Source {
    const { 'mesh-config': mesh, exclude = [] } = this.flags;
    const source = this.#source?.source ?? nothing;
    // Only a file that is named may be printed rules, which the source does not know.
    const printed = this.paths.filter((path) => path !== '-' && identity(path) === '');
    return alsoWatched(source, mesh === undefined ? printed : [...printed, mesh], { ...this.#watch, exclude });
  }

  async read(): Promise<ProxyInputs> {
    const { printed, rest } = await splitPrinted(this.paths);
    const loaded = await (await this.#sourceOf(rest)).read();
    const edition = await this.#editions.next(loaded, await meshConfig(this.flags['mesh-config']));
    const { index, diagnostics } = edition;
    const hosts = printed.length === 0 ? this.#hostsIn(edition) : undefined;
    const translation =
      hosts === undefined ? edition.translation : this.#translations.about(edition.translation, hosts);
    const codecs = codecsByRoute(hosts === undefined ? index : { ...index, services: servicesOf(index, hosts) });
    const rules = mergeRules([this.#translations.read(translation, codecs), ...printed]);
    const compiled = this.#compiler.compile(rules);
    return { edition, loaded, index, envoyFilters: translation.envoyFilters, rules, compiled, diagnostics };
  }

  /** These inputs are in force. */
  take({ edition }: ProxyInputs): void {
    this.#editions.take(edition);
  }

  /** What is asked for, and what its routes lead to, now or before: a route may be as it was. undefined: everything. */
  #hostsIn({ translation }: Edition): ReadonlySet<string> | undefined {
    const asked = this.asked;
    const reached = asked === undefined ? undefined : this.#translations.reached(translation, asked);
    if (asked === undefined || reached === undefined) return undefined;
    for (const host of [...asked, ...reached]) this.#hosts.add(host);
    return this.#hosts;
  }

  async #sourceOf(paths: readonly string[]): Promise<Source> {
    const key = JSON.stringify(paths);
    if (this.#source?.key === key) return this.#source.source;
    const none = paths.length === 0 && !wantsOther(this.flags) && !isRendered(this.flags);
    const source = none ? nothing : await inputSource(paths, this.flags, this.terminal, this.#watch);
    this.#source = { key, source };
    return source;
  }
}

function servicesOf({ servicesByFirstHost }: MeshIndex, hosts: ReadonlySet<string>): MeshIndex['services'] {
  return [...hosts].flatMap((host) => servicesByFirstHost.get(host) ?? []);
}

const nothing: Source = { name: 'nothing', read: async () => assemble([]) };

async function meshConfig(path: string | undefined) {
  if (path === undefined) return undefined;
  const { readMeshConfigFile } = await import('../mesh-config-file.js');
  return readMeshConfigFile(path);
}

/** Those that say that the result may be wrong; the rest is for `translate` and `validate` to say. */
export function relevant(diagnostics: readonly Diagnostic[], verbose: boolean): readonly Diagnostic[] {
  return verbose ? diagnostics : diagnostics.filter(({ severity }) => severity === 'error');
}

export const noDiagnostics: readonly Diagnostic[] = diagnose([]);

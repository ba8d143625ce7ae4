import { LiveDiagnostics } from '../../edition/live-diagnostics.js';
import { liveTranslate } from '../../edition/live-translation.js';
import type { Schema } from '../../explain/field.js';
import { Workspace } from '../../language/workspace.js';
import { parseYaml } from '../../load/parse-yaml.js';
import type { WatcherOptions } from '../../load/watcher.js';
import type { Buffers } from '../../source/buffers.js';
import { fileSource } from '../../source/files.js';
import type { Source, Watching } from '../../source/source.js';
import { chosenLayers, suppressionsOf } from '../input/judging.js';
import { translateOptions } from '../input/translate-options.js';
import { schemaOfKind } from '../shell/package-schemas.js';
import { First } from './first.js';
import type { LspFlags } from './flags.js';

export interface StateOptions {
  readonly flags: LspFlags;
  /** Folders whose files are judged. */
  readonly folders: readonly string[];
  /** Folder of the package, for the schemas. */
  readonly root: string;
  readonly buffers: Buffers;
  /** Called after each new state. */
  readonly changed: (workspace: Workspace) => void;
  readonly failed: (error: unknown) => void;
}

/** What nobody means by a workspace, though it holds many JSON files. */
const never = ['node_modules', '.git', '.hg', '.svn'];
/** Milliseconds without a further key stroke before the text is judged: so many, or as long as judging takes. */
const quiet = 5;
const longestQuiet = 200;

/** The files and buffers of an editor, judged again whenever one of them changes. Rounds never overlap. */
export class State {
  readonly workspace: Workspace;
  readonly #live: LiveDiagnostics;
  readonly #first: First | undefined;
  readonly #judged: Source;
  readonly #context: Source | undefined;
  readonly #watching: readonly (Watching | undefined)[];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stale = true;
  #took = 0;
  #closed = false;

  constructor(readonly options: StateOptions) {
    const { flags, folders, buffers, root } = options;
    const translate = translateOptions(flags);
    const layers = chosenLayers(flags);
    const suppressions = suppressionsOf(flags);
    this.#live = new LiveDiagnostics({ layers, parseYaml, translate }, suppressions);
    const language = { translate, namespace: flags.namespace ?? 'default', schemaOf: schemas(root) };
    this.workspace = new Workspace({ ...language, translated: liveTranslate() });
    const watch: FileWatch = { poll: false, interval: 500, quiet: 40, onRefused: () => undefined };
    const exclude = [...never, ...(flags.exclude ?? [])];
    const load = { namespace: flags.namespace ?? 'default', exclude, watch };
    this.#judged = fileSource(folders, { ...load, buffers });
    const alone = new Set([...layers].filter((layer) => layer !== 'analysis'));
    if (folders.length > 0 && alone.size > 0) {
      this.#first = new First({
        open: fileSource(folders, { ...load, buffers, openAlone: true }),
        live: new LiveDiagnostics({ layers: alone, parseYaml, translate }, suppressions),
        workspace: new Workspace({ ...language, translated: liveTranslate() }),
      });
    }
    const around = flags['context-path'] ?? [];
    this.#context = around.length === 0 ? undefined : fileSource(around, load);
    const sources = [...(folders.length === 0 ? [] : [this.#judged]), ...(this.#context ? [this.#context] : [])];
    this.#watching = sources.map((source) => source.watch?.(() => this.touch()));
    this.touch();
  }

  /** Something may be another: what is judged is judged again soon. */
  touch(): void {
    this.#stale = true;
    if (this.#closed) return;
    if (this.workspace.told === undefined && this.options.buffers.any) void this.#hurry();
    if (this.#running !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.current(), Math.min(longestQuiet, Math.max(quiet, this.#took / 2)));
  }

  /** The state of what is open now; settles when it is known. */
  async current(): Promise<Workspace> {
    // Also where a round has begun: what it judges is not known before it has ended.
    while ((this.#stale || this.#running !== undefined) && !this.#closed) {
      clearTimeout(this.#timer);
      this.#running ??= this.#round().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
    return this.workspace;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const each of this.#watching) each?.close();
  }

  /** Tells of what is open while the workspace is read for the first time. */
  async #hurry(): Promise<void> {
    try {
      const told = await this.#first?.look();
      // The whole, once it is known, is never taken back.
      if (told !== undefined && !this.#closed && this.workspace.told === undefined) this.options.changed(told);
    } catch (error) {
      this.options.failed(error);
    }
  }

  async #round(): Promise<void> {
    this.#stale = false;
    const began = performance.now();
    try {
      const loaded = await this.#judged.read();
      const known = (await this.#context?.read())?.resources ?? none;
      const told = await this.#live.next(loaded, known);
      if (this.#closed) return;
      this.workspace.update(told, known);
      this.#took = performance.now() - began;
      this.options.changed(this.workspace);
    } catch (error) {
      this.options.failed(error);
    }
    if (this.#stale) setImmediate(() => this.touch());
  }
}

type FileWatch = Omit<WatcherOptions, 'exclude'>;
const none: readonly never[] = [];

/** The shipped schemas by their kinds, read when they are asked for. */
function schemas(root: string): (kind: string) => Schema | undefined {
  const known = new Map<string, Schema | undefined>();
  return (kind) => {
    if (!known.has(kind)) {
      const found = kind === '' ? { known: [] } : schemaOfKind(kind, root);
      known.set(kind, 'known' in found || found.kind !== kind ? undefined : found.schema);
    }
    return known.get(kind);
  };
}

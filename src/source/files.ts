import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { Assembly } from '../load/assemble.js';
import { decode, normalise } from '../load/decode.js';
import { createFastParser, type FastParser } from '../load/fast-parse.js';
import { isEmpty, STDIN, unusable } from '../load/load.js';
import type { Loaded, LoadOptions } from '../load/loaded.js';
import { type Look, look } from '../load/look.js';
import { type ParsedFile, parseFile } from '../load/parse.js';
import { createScratch, readInput } from '../load/read.js';
import { type Watcher, type WatcherOptions, watchPaths } from '../load/watcher.js';
import { type Buffers, withBuffers } from './buffers.js';
import type { Source, Watching } from './source.js';

/** A file with a younger time than this may be written again without a change of its time, in milliseconds. */
const settling = 2_000;
/** After so many milliseconds of reading a turn is given to the rest of the process. */
const turn = 50;

interface Known {
  /** How the file looked before it was read (`Look.entries`). */
  readonly mark: string;
  readonly parsed: ParsedFile;
}

export interface FileOptions extends LoadOptions {
  /** How the files are watched. */
  readonly watch: Omit<WatcherOptions, 'exclude'>;
  /** Texts that an editor has open, by absolute paths. One of no file stands where its file would be. */
  readonly buffers?: Buffers;
  /** Only what is open is read, of the disk nothing; what is excluded is left out all the same. */
  readonly openAlone?: boolean;
}

/**
 * Files, directories and standard input (`-`), as `load` reads them. Only a file that changed is read again, and of that
 * one only the documents that changed are parsed again.
 *
 * @param paths as the user named them
 */
export function fileSource(paths: readonly string[], options: FileOptions): Source {
  return new Files(paths, options);
}

class Files implements Source {
  readonly name = 'the files';
  readonly #fast: FastParser = createFastParser();
  readonly #scratch = createScratch();
  readonly #assembly = new Assembly();
  #known = new Map<string, Known>();
  /** Read again whatever it looks like. */
  readonly #stale = new Set<string>();
  #stdin: ParsedFile | undefined;
  #empty = false;
  readonly #rendered = new Map<string, ParsedFile>();
  #watcher: Watcher | undefined;

  constructor(
    readonly paths: readonly string[],
    readonly options: FileOptions,
  ) {}

  async read(): Promise<Loaded> {
    const { exclude, openAlone } = this.options;
    const now = this.#watcher?.look ?? look(openAlone === true ? [] : this.paths, exclude);
    const stale = new Set(this.#stale);
    this.#stale.clear();
    const known = new Map<string, Known>();
    const parsed: ParsedFile[] = [];
    const findings: Finding[] = [];
    const paths: string[] = [];
    let began = Date.now();
    for (const entry of withBuffers(now, this.paths, this.options)) {
      if (entry.kind === 'finding') findings.push(entry.finding);
      else if (entry.kind === 'stdin') parsed.push(await this.#readStdin(findings));
      else {
        paths.push(entry.path);
        if (entry.kind === 'directory') continue;
        const open = this.#open(entry.path);
        if (open !== undefined) {
          parsed.push(open.parsed);
          known.set(entry.path, open);
          continue;
        }
        const mark = now.entries.get(entry.path) ?? '';
        const before = this.#known.get(entry.path);
        const same = before !== undefined && before.mark === mark && !stale.has(entry.path);
        const read = same ? before.parsed : await this.#read(entry.path, entry.found, before?.parsed);
        parsed.push(read);
        known.set(entry.path, same ? before : { mark: isSettled(now, entry.path) ? mark : '', parsed: read });
      }
      if (Date.now() - began > turn) {
        await new Promise(setImmediate);
        began = Date.now();
      }
    }
    for (const { name, bytes } of (await this.options.render?.()) ?? []) {
      const read = this.#parse(decode(bytes, name), name, this.#rendered.get(name));
      this.#rendered.set(name, read);
      parsed.push(read);
    }
    this.#known = known;
    return this.#assembly.put(parsed, findings, paths);
  }

  watch(changed: (names: readonly string[]) => void): Watching {
    const tell = (names: readonly string[]): void => {
      for (const name of names) this.#stale.add(name);
      changed(names);
    };
    const { watch, exclude } = this.options;
    const watcher = watchPaths(this.paths, tell, { ...watch, exclude });
    this.#watcher = watcher;
    return {
      close: () => {
        watcher.close();
        this.#watcher = undefined;
      },
    };
  }

  /** What an editor has open under this name. */
  #open(path: string): Known | undefined {
    const buffer = this.options.buffers?.of(path);
    if (buffer === undefined) return undefined;
    const before = this.#known.get(path);
    const mark = `buffer ${buffer.version}`;
    if (before?.mark === mark) return before;
    return { mark, parsed: this.#parse({ text: normalise(buffer.text) }, path, before?.parsed) };
  }

  async #read(path: string, found: boolean, previous: ParsedFile | undefined): Promise<ParsedFile> {
    const read = await readInput(path, found, this.#scratch);
    return this.#parse('bytes' in read ? decode(read.bytes, path) : read, path, previous);
  }

  async #readStdin(findings: Finding[]): Promise<ParsedFile> {
    if (this.#stdin === undefined) {
      const bytes = (await this.options.stdin?.()) ?? new Uint8Array();
      this.#stdin = this.#parse(decode(bytes, STDIN), STDIN, undefined);
      this.#empty = isEmpty(bytes);
    }
    if (this.#empty && this.options.allowEmpty !== true) findings.push(finding('AER0054', {}, { file: STDIN }));
    return this.#stdin;
  }

  #parse(text: { text: string } | { finding: Finding }, name: string, previous: ParsedFile | undefined): ParsedFile {
    if ('finding' in text) return unusable(text.finding, name);
    const { namespace, workloads } = this.options;
    const parse = { namespace, workloads };
    const parsed = parseFile(text.text, name, { ...parse, fast: this.#fast, previous });
    // The same text is the same file, so that saving it without a change changes nothing.
    return previous?.file !== undefined && parsed.file?.text === previous.file.text ? previous : parsed;
  }
}

/** Whether the file was written so long ago that another writing would show. */
function isSettled({ at, entries }: Look, path: string): boolean {
  const written = /:(\d+):\d+$/.exec(entries.get(path) ?? '')?.[1];
  return written !== undefined && at - Number(BigInt(written) / 1_000_000n) > settling;
}

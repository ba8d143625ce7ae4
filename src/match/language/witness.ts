import { RE2JS } from 're2js';
import type { Matcher } from '../matcher.js';
import { bytesOf, compileRegex, textOfBytes } from '../regex.js';
import { alphabetOf, isControl } from './alphabet.js';
import { type Automaton, automatonOf, DEAD, TooManyStates } from './automaton.js';
import { type Budget, OutOfBudget } from './budget.js';
import { type Program, programOf } from './program.js';

/** A value that every wanted matcher takes, and which of the others turn it down. */
export interface Witness {
  readonly value: string;
  /** Indices into the list of matchers to avoid. */
  readonly rejectedBy: ReadonlySet<number>;
}

export interface Witnesses {
  /** One for each set of matchers that turn a value down, without the sets that are part of another. */
  readonly found: readonly Witness[];
  /** Nothing was left out: what is not in `found` does not exist. */
  readonly complete: boolean;
}

/** Bounds of one search, so that a hostile expression costs a moment and no more. */
const MAX_NODES = 20_000;
const MAX_STEPS = 1_000_000;
const MAX_STATES = 5_000;
const MAX_INSTRUCTIONS = 20_000;

/**
 * Values that all of `wanted` match, one for each set of `avoided` matchers that reject it. Every matcher is a regular
 * language, so this walks all their machines at once, breadth first, and the shortest values come first.
 * @param controls whether values with control characters (line breaks, …) count; `.` matches no line break, so without
 * this every `prefix` would reach past every `.*`
 * @param budget what all searches of a run share; when it is spent the result is not complete
 */
export function witnesses(
  wanted: readonly Matcher[],
  avoided: readonly Matcher[],
  controls: boolean,
  budget: Budget,
): Witnesses {
  const exact = wanted.find(({ kind }) => kind === 'exact');
  if (exact !== undefined) {
    const { expected } = exact;
    const found = wanted.every((matcher) => matcher.test(expected)) ? [witness(expected, avoided)] : [];
    return { found, complete: true };
  }
  if (budget.isSpent) return { found: [], complete: false };
  const programs = [validText];
  let instructions = 0;
  for (const matcher of [...wanted, ...avoided]) {
    const program = programOfMatcher(matcher);
    instructions += program.instructions.length;
    if (instructions > MAX_INSTRUCTIONS) return { found: [], complete: false };
    programs.push(program);
  }
  try {
    // To compile an instruction and to tell what it reads costs as much as some hundred looks at it.
    budget.spend(instructions * 200);
    return new Search(programs, wanted.length + 1, controls, budget).run();
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    return { found: [], complete: false };
  }
}

function witness(value: string, avoided: readonly Matcher[]): Witness {
  return { value, rejectedBy: new Set(avoided.flatMap((matcher, index) => (matcher.test(value) ? [] : [index]))) };
}

function programOfMatcher({ kind, expected }: Matcher): Program {
  return programOf(engineOf(kind, expected));
}

function engineOf(kind: Matcher['kind'], expected: string): RE2JS {
  if (kind === 'exact') return RE2JS.compile(RE2JS.quote(bytesOf(expected)));
  if (kind === 'prefix') return RE2JS.compile(`${RE2JS.quote(bytesOf(expected))}(?s:.*)`);
  const regex = kind === 'regex' ? compileRegex(expected) : undefined;
  return regex?.ok === true ? regex.regex.engine : RE2JS.compile('(?s:.*)');
}

/** Values are text, so only bytes that are valid UTF-8 (RFC 3629, section 4) are looked for. */
const validText = programOf(
  RE2JS.compile(
    '(?:[\\x00-\\x7f]|[\\xc2-\\xdf]T|\\xe0[\\xa0-\\xbf]T|[\\xe1-\\xec\\xee\\xef]T{2}|\\xed[\\x80-\\x9f]T|\\xf0[\\x90-\\xbf]T{2}|[\\xf1-\\xf3]T{3}|\\xf4[\\x80-\\x8f]T{2})*'.replaceAll(
      'T',
      '[\\x80-\\xbf]',
    ),
  ),
);

interface Node {
  /** The state of every machine, those of the wanted matchers first. */
  readonly states: readonly number[];
  readonly parent: number;
  readonly byte: number;
}

class Search {
  readonly #machines: readonly Automaton[];
  readonly #alphabet: readonly number[];
  readonly #wanted: number;
  readonly #nodes: Node[] = [];
  readonly #seen = new Set<string>();
  readonly #found = new Map<string, Witness>();

  readonly #budget: Budget;

  constructor(programs: readonly Program[], wanted: number, controls: boolean, budget: Budget) {
    this.#budget = budget;
    this.#machines = programs.map((program) => automatonOf(program, MAX_STATES, budget));
    this.#alphabet = alphabetOf(programs).filter((byte) => controls || !isControl(byte));
    this.#wanted = wanted;
  }

  run(): Witnesses {
    try {
      return { complete: this.#walk(), found: withoutSubsets([...this.#found.values()]) };
    } catch (error) {
      if (!(error instanceof TooManyStates || error instanceof OutOfBudget)) throw error;
      return { complete: false, found: withoutSubsets([...this.#found.values()]) };
    }
  }

  /** False when a bound was met before everything was seen. */
  #walk(): boolean {
    const avoided = this.#machines.length - this.#wanted;
    this.#visit({ states: this.#machines.map(({ start }) => start), parent: -1, byte: -1 });
    let steps = 0;
    for (let index = 0; index < this.#nodes.length; index++) {
      const node = this.#nodes[index];
      if (node === undefined) break;
      const best = this.#note(index, node);
      if (best === avoided && index > 0) return true;
      const step = this.#alphabet.length * this.#machines.length;
      steps += step;
      this.#budget.spend(step);
      if (steps > MAX_STEPS || this.#nodes.length > MAX_NODES) return false;
      for (const byte of this.#alphabet) this.#follow(index, node, byte);
    }
    return true;
  }

  #follow(parent: number, node: Node, byte: number): void {
    const states: number[] = [];
    for (const [machine, automaton] of this.#machines.entries()) {
      const state = automaton.step(node.states[machine] ?? DEAD, byte);
      if (state === DEAD && machine < this.#wanted) return;
      states.push(state);
    }
    this.#visit({ states, parent, byte });
  }

  #visit(node: Node): void {
    const key = node.states.join(',');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#nodes.push(node);
  }

  /** Keeps the node's text if it shows a new set of rejections; returns how many reject it, or -1. */
  #note(index: number, node: Node): number {
    const accepting = this.#machines.map((machine, at) => machine.accepts(node.states[at] ?? DEAD));
    if (accepting.slice(0, this.#wanted).includes(false)) return -1;
    const rejectedBy = new Set(accepting.slice(this.#wanted).flatMap((accepted, at) => (accepted ? [] : [at])));
    const key = [...rejectedBy].join(',');
    const known = this.#found.get(key);
    // A value of no characters is a poor example: a longer one that shows the same replaces it.
    if (known === undefined || known.value === '') this.#found.set(key, { value: this.#text(index), rejectedBy });
    return rejectedBy.size;
  }

  #text(index: number): string {
    const bytes: number[] = [];
    for (let node = this.#nodes[index]; node !== undefined && node.parent >= 0; node = this.#nodes[node.parent]) {
      bytes.push(node.byte);
    }
    return textOfBytes(String.fromCharCode(...bytes.reverse()));
  }
}

function withoutSubsets(found: readonly Witness[]): readonly Witness[] {
  return found.filter(
    (one) => !found.some((other) => other !== one && [...one.rejectedBy].every((each) => other.rejectedBy.has(each))),
  );
}

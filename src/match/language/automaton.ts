import type { Budget } from './budget.js';
import { emptyWidth, type Program } from './program.js';

/** A deterministic machine, made state by state as it is asked; states are small numbers, `start` among them. */
export interface Automaton {
  readonly start: number;
  /** The state after `byte`; `DEAD` when nothing can match any more. */
  step(state: number, byte: number): number;
  /** Whether the text that led to `state` is matched as a whole. */
  accepts(state: number): boolean;
}

/** The state from which no text matches. */
export const DEAD = 0;

const NEWLINE = 10;

/** What came before a position: nothing, a newline, a word character, or something else. */
type Before = 'begin' | 'newline' | 'word' | 'other';

interface State {
  /** Instructions to go on from, before the conditions at this position are looked at; sorted. */
  readonly pcs: readonly number[];
  readonly before: Before;
  readonly next: Map<number, number>;
  accepting?: boolean;
}

/** Raised when an automaton grows past its bound; whoever searches takes it as "cannot be decided". */
export class TooManyStates extends Error {}

/** Subset construction on demand over `program`, at most `maxStates` states; the work is taken from `budget`. */
export function automatonOf(program: Program, maxStates: number, budget: Budget): Automaton {
  const states: State[] = [{ pcs: [], before: 'other', next: new Map(), accepting: false }];
  const ids = new Map<string, number>();

  const intern = (pcs: readonly number[], before: Before): number => {
    if (pcs.length === 0) return DEAD;
    budget.spend(pcs.length);
    const key = `${before} ${pcs.join(' ')}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (states.length >= maxStates) throw new TooManyStates();
    states.push({ pcs, before, next: new Map() });
    ids.set(key, states.length - 1);
    return states.length - 1;
  };

  const closed = (state: State, flags: number): ReadonlySet<number> => {
    const reached = closure(program, state.pcs, flags);
    budget.spend(reached.size);
    return reached;
  };

  return {
    start: intern([program.start], 'begin'),
    step(id, byte) {
      const state = states[id];
      if (state === undefined || id === DEAD) return DEAD;
      const known = state.next.get(byte);
      if (known !== undefined) return known;
      const reached = new Set<number>();
      for (const pc of closed(state, conditions(state.before, byte))) {
        const instruction = program.instructions[pc];
        if (instruction?.op === 'rune' && instruction.bytes.has(byte)) reached.add(instruction.out);
      }
      const next = intern(
        [...reached].sort((a, b) => a - b),
        beforeOf(byte),
      );
      state.next.set(byte, next);
      return next;
    },
    accepts(id) {
      const state = states[id];
      if (state === undefined) return false;
      state.accepting ??= [...closed(state, conditions(state.before, undefined))].some(
        (pc) => program.instructions[pc]?.op === 'match',
      );
      return state.accepting;
    },
  };
}

/** Every instruction that is reached from `pcs` without reading a character, where `flags` hold. */
function closure(program: Program, pcs: readonly number[], flags: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const stack = [...pcs];
  for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const instruction = program.instructions[pc];
    if (instruction?.op === 'alt') stack.push(instruction.out, instruction.other);
    if (instruction?.op === 'nop') stack.push(instruction.out);
    if (instruction?.op === 'empty' && (instruction.flags & ~flags) === 0) stack.push(instruction.out);
  }
  return seen;
}

/** Which zero-width conditions hold between what came before and `next` (undefined: the end). */
function conditions(before: Before, next: number | undefined): number {
  let flags = 0;
  if (before === 'begin') flags |= emptyWidth.beginText | emptyWidth.beginLine;
  if (before === 'newline') flags |= emptyWidth.beginLine;
  if (next === undefined) flags |= emptyWidth.endText | emptyWidth.endLine;
  if (next === NEWLINE) flags |= emptyWidth.endLine;
  const boundary = (before === 'word') !== (next !== undefined && isWord(next));
  return flags | (boundary ? emptyWidth.wordBoundary : emptyWidth.noWordBoundary);
}

function beforeOf(byte: number): Before {
  if (byte === NEWLINE) return 'newline';
  return isWord(byte) ? 'word' : 'other';
}

/** RE2's word characters are ASCII only. */
function isWord(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === 95 || (byte >= 97 && byte <= 122);
}

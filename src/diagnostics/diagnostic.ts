import type { Resource, ResourceId } from '../model/resource.js';
import { type Code, catalogue } from './catalogue.js';
import type { Layer, Severity } from './entry.js';
import { filled } from './text.js';

/** What a rule says. Positions are computed last (`Loaded.locate`), so that finding something stays cheap. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** The message, with the catalogue's placeholders filled in. */
  readonly message: string;
  readonly resource?: Resource;
  /** For findings about a file and no resource. */
  readonly file?: string;
  /** A position that is already known (a syntax error); 1-based, column in UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer within the resource. */
  readonly pointer?: string;
  /** Which end of `pointer` the position is at: the key (unknown field) or the value (wrong value, the default). */
  readonly at?: 'key' | 'value';
}

/** What a person or a script sees: cli.md section 1, Diagnostics. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly layer: Layer;
  readonly message: string;
  readonly resource?: ResourceId;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer within the resource. */
  readonly path?: string;
  /** `D20`, where the finding is a known defect of the reference (translation.md section 13). */
  readonly defect?: string;
  /** The page of the code, where the project has an address. */
  readonly documentationUrl?: string;
}

export interface FindingPlace {
  readonly resource?: Resource | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly pointer?: string | undefined;
  readonly at?: 'key' | 'value' | undefined;
  /** Overrides the catalogue's severity, where the contract makes it depend on the situation. */
  readonly severity?: Severity | undefined;
}

/** The names of the placeholders of a text: `'host' | 'port'` of `{host} has no port {port}`; see `filled`. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Counted}|${string}` ? Counted : Name) | Placeholders<Rest>
  : never;

type IsOne<C, All = C> = C extends unknown ? ([All] extends [C] ? true : false) : never;

/** What the text of a code wants to be told. Of a code that only the run knows (a union of several): anything. */
export type Arguments<C extends Code> =
  IsOne<C> extends true
    ? Readonly<Record<Placeholders<(typeof catalogue)[C]['text']>, string | number>>
    : Readonly<Record<string, string | number>>;

/** For a rule that says nothing beside a code; the compiler sees to it that the code's text wants nothing. */
export const noArguments = {} as never;

/** Makes a finding: the catalogue's text of `code` with `{name}` replaced by `args.name`, and `{name|one|many}` by the word that agrees with it. */
export function finding<const C extends Code>(code: C, args: Arguments<C>, place: FindingPlace): Finding {
  const entry = catalogue[code];
  const message = filled(entry.text, args as Readonly<Record<string, string | number>>, shortened);
  const { severity, ...rest } = place;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { code, severity: severity ?? entry.severity, message, ...known };
}

/** What a value of somebody else's file may take of a message, in characters: the rest of a megabyte helps nobody. */
const LONGEST = 1000;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}

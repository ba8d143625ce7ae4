import { relative } from 'node:path';
import type { Command } from '@oclif/core';
import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import type { Code } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { finding } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { DiagnosedError } from './errors.js';
import { exit } from './exit.js';
import type { SettingsPlace } from './find-settings.js';
import { environmentName } from './flags.js';
import type { Setting } from './settings.js';
import { settingsGlobs, settingsPath, settingsText } from './settings-text.js';
import { isFileGlobs, isOpenToTree, isPathFlag } from './trust.js';

export type FileSettings = ReadonlyMap<string, Setting>;

type FlagDefinition = Command.Loadable['flags'][string];

/** A level of the file: the top, or what stands under a command's or topic's name. */
interface Scope {
  /** Id that the keys below belong to: '' at the top, `rds`, `rds:serve`. */
  readonly id: string;
  /** Flags that may stand here, by name; several commands may have one of the same name. */
  readonly flags: ReadonlyMap<string, readonly FlagDefinition[]>;
  /** Names of commands and topics that may follow. */
  readonly below: ReadonlySet<string>;
}

/**
 * Reads a settings file: flag names as keys, at the top (for every command that has the flag) or under a command's name
 * (`rds: {serve: {listen: …}}` for `rds serve`). The nearer one counts. In the file of a tree only flags that are open to
 * it may stand (trust.ts). Raises `DiagnosedError` with a diagnostic, at its line, for each thing that is wrong anywhere in
 * the file, also under other commands.
 *
 * @param own where the user's own file is, for the cure
 */
export function readSettingsFile(
  place: SettingsPlace,
  own: string | undefined,
  command: string,
  surface: readonly Command.Loadable[],
): FileSettings {
  const shown = place.trust === 'user' ? place.path : relative(process.cwd(), place.path) || place.path;
  const lines = new LineCounter();
  const problems: { code: Code; args: Record<string, string>; offset?: number | undefined }[] = [];
  const settings = new Map<string, Setting>();

  const document = parseDocument(readText(place, shown), { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    problems.push({ code: 'AER0080', args: { path: shown, reason: error.message }, offset: error.pos[0] });
  }
  if (problems.length === 0) {
    const { contents } = document;
    if (isMap(contents)) read(contents as YAMLMap.Parsed, scopeOf('', surface));
    else if (contents !== null) {
      problems.push({
        code: 'AER0080',
        args: { path: shown, reason: 'the file is not a mapping of settings' },
        offset: contents.range[0],
      });
    }
  }
  if (problems.length > 0) {
    const findings = problems.map(({ code, args, offset }) => {
      const position = lines.linePos(offset ?? 0);
      return finding(code, args, { file: shown, line: Math.max(position.line, 1), column: Math.max(position.col, 1) });
    });
    const unreadable = problems.some(({ code }) => code === 'AER0080');
    throw new DiagnosedError(diagnose(findings), unreadable ? exit.input : exit.usage);
  }
  return settings;

  function read(map: YAMLMap.Parsed, scope: Scope): void {
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const offset = key?.range[0] ?? 0;
      const flags = scope.flags.get(name);
      if (isMap(value) && scope.below.has(name)) {
        read(value as YAMLMap.Parsed, scopeOf(scope.id ? `${scope.id}:${name}` : name, surface));
      } else if (flags) {
        set(name, flags, value, scope, offset);
      } else if (scope.below.has(name) && (value === null || isScalar(value))) {
        if (value !== null && value.value !== null) {
          problems.push({
            code: 'AER0082',
            args: { name, found: String(value.value), expected: 'a mapping of flags' },
            offset: value.range[0],
          });
        }
      } else {
        const known = [...scope.flags.keys(), ...scope.below];
        const meant = nearest(name, known);
        const hint = meant
          ? `Did you mean "${meant}"?`
          : 'Keys are the names of flags, at the top or under the name of a command.';
        problems.push({ code: 'AER0081', args: { name, hint }, offset });
      }
    }
  }

  function set(
    name: string,
    flags: readonly FlagDefinition[],
    value: ParsedNode | null,
    scope: Scope,
    offset: number,
  ): void {
    if (value === null || (isScalar(value) && value.value === null)) return;
    if (place.trust === 'tree' && !flags.some(isOpenToTree)) {
      problems.push({ code: 'AER0083', args: { name, cure: cure(name) }, offset });
      return;
    }
    const values = valuesOf(value);
    const fitting = values && flags.filter((flag) => fits(flag, values, isSeq(value)));
    if (!values || !fitting?.length) {
      const found = values ? values.join(',') : 'a mapping';
      const [first] = flags;
      problems.push({
        code: 'AER0082',
        args: { name, found, expected: first ? expected(first) : 'a value' },
        offset: value.range[0],
      });
      return;
    }
    const paths = flags.some(isPathFlag)
      ? values.map((each) => settingsPath(place, each))
      : flags.some(isFileGlobs)
        ? values.flatMap((each) => settingsGlobs(place, each))
        : values;
    const inTree = paths.filter((each) => each !== undefined);
    if (inTree.length < values.length) {
      problems.push({ code: 'AER0086', args: { name, cure: cure(name) }, offset: value.range[0] });
      return;
    }
    const concerns = scope.id === '' || scope.id === command || command.startsWith(`${scope.id}:`);
    const flag = surface.find(({ id }) => id === command)?.flags[name];
    // At the top one key may serve several commands whose choices differ (`output: json`); where it does not fit, it does nothing.
    if (!concerns || !flag || !fits(flag, values, isSeq(value))) return;
    if (place.trust === 'tree' && !isOpenToTree(flag)) return;
    settings.set(name, {
      values: isPathFlag(flag) || isFileGlobs(flag) ? inTree : values,
      origin: `${shown}:${lines.linePos(offset).line}`,
    });
  }

  function cure(name: string): string {
    const elsewhere = own === undefined ? '' : `, or in your own settings, ${own}`;
    return `Take it out of the file; give --${name} on the command line, ${environmentName(name)} in the environment${elsewhere}.`;
  }
}

function readText(place: SettingsPlace, shown: string): string {
  try {
    return settingsText(place);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+ '.*$/s, '') : String(error);
    throw new DiagnosedError(diagnose([finding('AER0080', { path: shown, reason }, { file: shown })]), exit.input);
  }
}

function scopeOf(id: string, surface: readonly Command.Loadable[]): Scope {
  const flags = new Map<string, FlagDefinition[]>();
  const below = new Set<string>();
  for (const command of surface) {
    const inside = id === '' || command.id === id || command.id.startsWith(`${id}:`);
    if (!inside || command.hidden) continue;
    for (const [name, flag] of Object.entries(command.flags)) flags.set(name, [...(flags.get(name) ?? []), flag]);
    const next = command.id.slice(id === '' ? 0 : id.length + 1).split(':')[0];
    if (next) below.add(next);
  }
  return { id, flags, below };
}

function valuesOf(value: ParsedNode): readonly string[] | undefined {
  if (isScalar(value)) return [scalarText(value.value)];
  if (!isSeq(value)) return undefined;
  const items = value.items.map((item) => (isScalar(item) ? scalarText(item.value) : undefined));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function scalarText(value: unknown): string {
  return value === null ? '' : String(value);
}

function fits(flag: FlagDefinition, values: readonly string[], list: boolean): boolean {
  if (flag.type === 'boolean') return !list && /^(true|false|yes|no|on|off|1|0)$/i.test(values[0] ?? '');
  if (list && !flag.multiple) return false;
  return !flag.options || values.every((value) => flag.options?.includes(value));
}

function expected(flag: FlagDefinition): string {
  if (flag.type === 'boolean') return 'true or false';
  const one = flag.options ? `one of ${flag.options.join(', ')}` : 'text';
  return flag.multiple ? `a list of ${flag.options ? flag.options.join(', ') : 'texts'}` : one;
}

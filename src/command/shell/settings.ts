import type { Command, Interfaces } from '@oclif/core';
import { DiagnosedError, UsageError } from './errors.js';
import { exit } from './exit.js';
import { findSettings, type SettingsPlace, userSettingsFile } from './find-settings.js';
import { environmentName } from './flags.js';
import type { FileSettings } from './settings-file.js';
import type { CommandLineOnly } from './trust.js';

/** A value from outside the command line, and where it stands, for messages. */
export interface Setting {
  readonly values: readonly string[];
  readonly origin: string;
}

export interface SettingsSource {
  /** Id of the command that runs: `translate`, `rds:serve`. */
  readonly command: string;
  /** All commands with their flags, to tell an unknown key of the file from one of another command. */
  readonly surface: readonly Command.Loadable[];
  /** Where the search for `.aeraki.yaml` begins. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Flag = Interfaces.Flag<unknown> & CommandLineOnly;

export interface WithSettings<I> {
  readonly input: I;
  /** Settings files that are there and were not read, because they belong to somebody else. */
  readonly foreign: readonly string[];
}

/**
 * The command's definition with the environment and the settings files as the defaults of its flags, so that a flag on
 * the command line still wins: flag, environment, the tree's `.aeraki.yaml`, the user's own file, default. Raises
 * `UsageError` for a value that the flag does not take, `DiagnosedError` for what is wrong in a file.
 */
export async function withSettings<I extends { flags?: object; baseFlags?: object }>(
  input: I,
  source: SettingsSource,
): Promise<WithSettings<I>> {
  const { places, foreign } = findSettings(source.directory, source.environment);
  const files = places.length > 0 ? await fileSettings(places, source) : [];
  const apply = async (flags: object | undefined): Promise<object> => {
    const result: Record<string, Flag> = {};
    for (const [name, flag] of Object.entries((flags ?? {}) as Record<string, Flag>)) {
      const setting =
        fromEnvironment(name, flag, source.environment) ?? files.find((file) => file.has(name))?.get(name);
      result[name] = setting ? ({ ...flag, default: await convert(name, flag, setting) } as Flag) : flag;
    }
    return result;
  };
  return { input: { ...input, flags: await apply(input.flags), baseFlags: await apply(input.baseFlags) }, foreign };
}

async function fileSettings(
  places: readonly SettingsPlace[],
  { command, surface, environment }: SettingsSource,
): Promise<readonly FileSettings[]> {
  const { readSettingsFile } = await import('./settings-file.js');
  const own = userSettingsFile(environment);
  return places.map((place) => readSettingsFile(place, own, command, surface));
}

function fromEnvironment(
  name: string,
  flag: Flag,
  environment: Readonly<Record<string, string | undefined>>,
): Setting | undefined {
  const variable = environmentName(name);
  const text = environment[variable];
  if (text === undefined || text === '') return undefined;
  const values = flag.type === 'option' && flag.multiple ? text.split(',').map((part) => part.trim()) : [text];
  return { values, origin: `environment variable ${variable}` };
}

async function convert(name: string, flag: Flag, { values, origin }: Setting): Promise<unknown> {
  const refuse = (found: string, expected: string): UsageError =>
    new UsageError(`${origin}: ${JSON.stringify(found)} is not a value of --${name}. Give ${expected}.`);
  if (values.some((value) => flag.commandLineOnly?.(value))) {
    const { diagnose } = await import('../../diagnostics/diagnose.js');
    const { finding } = await import('../../diagnostics/diagnostic.js');
    throw new DiagnosedError(diagnose([finding('AER0084', { name, origin }, {})]), exit.usage);
  }
  if (flag.type === 'boolean') {
    const text = (values[0] ?? '').toLowerCase();
    if (['true', '1', 'yes', 'on'].includes(text)) return true;
    if (['false', '0', 'no', 'off'].includes(text)) return false;
    throw refuse(text, 'true or false');
  }
  const convertOne = async (text: string): Promise<unknown> => {
    if (flag.options && !flag.options.includes(text)) throw refuse(text, `one of ${flag.options.join(', ')}`);
    try {
      // A flag's parser may ask for the command and the token; none of ours does.
      return await flag.parse(text, {} as never, flag as never);
    } catch (error) {
      throw refuse(text, `what the flag takes (${error instanceof Error ? error.message : String(error)})`);
    }
  };
  if (flag.multiple) return Promise.all(values.map(convertOne));
  const [only = ''] = values;
  if (values.length > 1) throw refuse(values.join(','), 'one value');
  return convertOne(only);
}

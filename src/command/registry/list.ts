import { json } from '../../output/json.js';
import { listTable, worstFirst } from '../../output/registry/list.js';
import { showText } from '../../output/registry/show.js';
import { toYaml } from '../../output/yaml.js';
import { globPattern } from '../../registry/convert/options.js';
import type { RegistryFlags } from '../input/registry/flags.js';
import type { LiveFlags } from '../input/registry/live.js';
import { readConverted } from '../input/registry/read.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { listFlags } from './list-flags.js';
import { exitOf, sayFindings } from './say.js';

export interface ListFlags extends RegistryFlags, LiveFlags, Pick<FilledFlagValues<typeof listFlags>, 'output'> {}

/** Runs `aeraki registry list`. */
export async function runList(words: readonly string[], flags: ListFlags, terminal: Terminal): Promise<ExitCode> {
  const { services, findings, read } = await readConverted(words, flags);
  // Nothing that was read is no empty registry.
  if (read.dumps.length === 0) return exitOf(await sayFindings(findings, terminal, false));
  const result = { services: worstFirst(services) };
  switch (flags.output) {
    case 'json':
      await terminal.stdout.write(json(result));
      break;
    case 'yaml':
      await terminal.stdout.write(toYaml(result));
      break;
    default: {
      const { width } = await terminal.stdout.style();
      await terminal.stdout.write(listTable(services, flags.output === 'wide', width));
    }
  }
  return exitOf(await sayFindings(findings, terminal, flags.verbose === true));
}

/** Runs `aeraki registry show`: the services whose interface, host or last part of the name is `wanted`, or match it as a glob. */
export async function runShow(
  wanted: string,
  words: readonly string[],
  flags: ListFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { services, findings } = await readConverted(words, flags);
  const pattern = globPattern(wanted);
  const found = services.filter(
    ({ name, hosts, version }) =>
      pattern.test(name) ||
      pattern.test(`${name}:${version}`) ||
      hosts.some((host) => pattern.test(host)) ||
      name.split('.').at(-1) === wanted,
  );
  if (found.length === 0 && findings.every(({ code }) => code !== 'AER1203' && code !== 'AER1201')) {
    const { nearest } = await import('../../diagnostics/nearest.js');
    const near = nearest(
      wanted,
      services.map(({ name }) => name),
    );
    const hint = near === undefined ? 'aeraki registry list prints all names.' : `Did you mean ${near}?`;
    throw new UsageError(`No service of the registry is called ${wanted}. ${hint}`);
  }
  if (flags.output === 'json') await terminal.stdout.write(json({ services: found }));
  else if (flags.output === 'yaml') await terminal.stdout.write(toYaml({ services: found }));
  else await terminal.stdout.write(showText(found, await terminal.stdout.style()));
  const names = found.map(({ name }) => name);
  const own = findings.filter(
    ({ message, code }) => code === 'AER1203' || names.some((name) => message.startsWith(name)),
  );
  return worst(exit.fine, exitOf(await sayFindings(own, terminal, true)));
}

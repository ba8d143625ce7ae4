import type { RuleState } from '../../controller/rules.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { formatTable } from '../../output/table.js';
import { FailureError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { statusFlags } from './flags.js';

export interface StatusFlags extends FilledFlagValues<typeof statusFlags> {}

/** So long a controller may take to answer, in milliseconds. */
const patience = 20_000;

/** Asks a running controller how far its rules have come. @param target `KIND/NAME[.NAMESPACE]`; left out: all */
export async function showStatus(
  target: string | undefined,
  flags: StatusFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const fits = target === undefined ? () => true : targetOf(target);
  const rules = (await ask(flags['admin-address'])).filter(fits);
  if (target !== undefined && rules.length === 0) {
    throw new FailureError(
      `The controller knows no rule ${target}. \`aeraki controller status\` lists those that it knows.`,
    );
  }
  const { isTTY } = terminal.stdout;
  const { width } = isTTY ? await terminal.stdout.style() : { width: undefined };
  const text = target === undefined ? tableOf(rules, width) : rules.map(detailsOf).join('\n');
  await terminal.stdout.write(flags.output === 'json' ? json({ rules }) : text);
  return rules.some(isBroken) ? exit.findings : exit.fine;
}

async function ask(admin: string): Promise<readonly RuleState[]> {
  const url = `http://${admin}/rules`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const body = (await answer.json()) as { readonly rules?: readonly RuleState[] };
    if (answer.status === 200 && Array.isArray(body.rules)) return body.rules;
  } catch {
    // Whatever it is, nobody there is a controller that answers.
  }
  throw new FailureError(
    `No controller answers at ${admin}. Name the address of its --admin with --admin-address HOST:PORT; in a cluster first \`kubectl -n istio-system port-forward deploy/aeraki 15014\`.`,
  );
}

function targetOf(target: string): (rule: RuleState) => boolean {
  const [, kind = '', name = '', namespace] = /^([^/\s]+)\/([^/\s.]+)(?:\.([^/\s]+))?$/.exec(target) ?? [];
  if (kind === '')
    throw new UsageError(`${target} is not KIND/NAME. Write for example metarouter/orders or metarouter/orders.shop.`);
  const short: Readonly<Record<string, string>> = { mr: 'metarouter', vs: 'virtualservice', dr: 'destinationrule' };
  const wanted = short[kind.toLowerCase()] ?? kind.toLowerCase().replace(/s$/, '');
  return (rule) =>
    rule.kind.toLowerCase() === wanted &&
    rule.name === name &&
    (namespace === undefined || rule.namespace === namespace);
}

function isBroken({ objects, routes, findings }: RuleState): boolean {
  return (
    objects.some(({ state }) => state === 'waiting') ||
    routes.some(({ refused }) => refused.length > 0) ||
    findings.some(({ severity }) => severity === 'error')
  );
}

function tableOf(rules: readonly RuleState[], width: number | undefined): string {
  if (rules.length === 0) return 'The controller knows no rules.\n';
  const rows = rules.map((rule) => {
    const { kind, namespace, name, generation, objects, routes, findings } = rule;
    const written = objects.filter(({ state }) => state === 'written').length;
    const sum = (count: (route: RuleState['routes'][number]) => number): number =>
      routes.reduce((all, each) => all + count(each), 0);
    const accepted = sum((each) => each.accepted);
    const asked = sum((each) => each.accepted + each.waiting + each.refused.length);
    return [
      printable(`${kind}/${name}.${namespace}`),
      String(generation),
      `${written} of ${objects.length}`,
      routes.length === 0 ? '-' : `${accepted} of ${asked}`,
      slowestOf(routes),
      findings.length === 0 ? '-' : [...new Set(findings.map(({ code }) => code))].join(' '),
    ];
  });
  return formatTable(['Rule', 'Generation', 'Written', 'Accepted by', 'Took', 'Findings'], rows, { width });
}

/** How long it took until the last proxy had accepted the last of the routes. */
function slowestOf(routes: RuleState['routes']): string {
  const times = routes.flatMap(({ seconds }) => seconds ?? []);
  return times.length === 0 ? '-' : timeText(Math.max(...times));
}

function tookOf({ seconds }: RuleState['routes'][number]): string {
  return seconds === undefined ? '' : ` in ${timeText(seconds)}`;
}

/** As a person would say it. */
function timeText(seconds: number): string {
  return `${seconds < 0.1 ? seconds.toFixed(3) : seconds.toFixed(1)} s`;
}

function detailsOf({ kind, namespace, name, generation, objects, routes, findings }: RuleState): string {
  const lines = [`${kind} ${namespace}/${name}, generation ${generation}`];
  if (objects.length === 0) lines.push('  nothing was made for its hosts');
  for (const { object, state, reason } of objects)
    lines.push(`  ${object}: ${state}${reason === '' ? '' : ` (${reason})`}`);
  for (const route of routes) {
    const all = route.accepted + route.waiting + route.refused.length;
    lines.push(
      `  route ${route.name}, version ${route.version}: accepted by ${route.accepted} of ${all} proxies${tookOf(route)}${route.waiting > 0 ? `, ${route.waiting} have not answered` : ''}`,
    );
    for (const { node, error } of route.refused) lines.push(`    refused by ${node}: ${error}`);
  }
  for (const { code, severity, message } of findings) lines.push(`  ${severity} ${code}: ${message}`);
  return `${lines.map(printable).join('\n')}\n`;
}

import { toYaml } from '../src/output/yaml.js';
import type { Result } from './engine.js';
import type { State } from './state.js';

/** `NAME=VALUE` lines as attributes; a line without `=` is none. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}

/** Host and port of `host:port`. */
export function serviceOf(text: string): { readonly host: string; readonly port: number | undefined } {
  const [, host = text, port] = /^(.*):(\d+)$/.exec(text) ?? [];
  return { host, port: port === undefined ? undefined : Number(port) };
}

/** A RouteTest that holds what becomes of the request now; the rules are expected in rules.yaml beside it. */
export function asTest({ request }: State, result: Result): string {
  const { host, port } = serviceOf(request.service);
  const attributes = attributesOf(request.attributes);
  const decision = result.route(host, port, attributes);
  const expect =
    'problem' in decision || decision.route === null
      ? { noRoute: true }
      : {
          route: decision.route,
          clusters: Object.fromEntries(decision.clusters.map(({ name, weight }) => [name, weight])),
        };
  return toYaml({
    apiVersion: 'aeraki.io/v1alpha1',
    kind: 'RouteTest',
    metadata: { name: 'playground' },
    spec: {
      rules: ['rules.yaml'],
      cases: [{ name: 'from the playground', host, ...(port === undefined ? {} : { port }), attributes, expect }],
    },
  });
}

/** What somebody else needs to see the same, as Markdown. Secrets are for the writer to take out: it says so. */
export function asReport(state: State, result: Result, link: string): string {
  const { host, port } = serviceOf(state.request.service);
  const findings = result.validation.diagnostics.map(
    ({ code, line, message }) => `- ${code} line ${line ?? '-'}: ${message}`,
  );
  const decision = host === '' ? undefined : result.route(host, port, attributesOf(state.request.attributes));
  return [
    `aeraki ${state.version}, proxy ${state.settings.proxyVersion}${state.settings.fixed ? ', --fixed' : ''}`,
    '',
    '<!-- Look for passwords and names before you pass this on. -->',
    '```yaml',
    state.rules.replace(/\n*$/, ''),
    '```',
    '',
    'Findings:',
    '',
    ...(findings.length > 0 ? findings : ['none']),
    '',
    ...(decision === undefined
      ? []
      : [`Request to ${state.request.service}:`, '', '```json', JSON.stringify(decision, undefined, 2), '```', '']),
    link,
    '',
  ].join('\n');
}

import type { Hover } from 'vscode-languageserver-types';
import { aboutField, type Field, fieldAt, type Schema } from '../explain/field.js';
import { describe } from '../inspect/describe/describe.js';
import { descriptionText } from '../inspect/describe/text.js';
import { reach } from '../match/reach.js';
import type { MetaRouter } from '../model/aeraki.js';
import type { Resource } from '../model/resource.js';
import { obstacleOf, rulesOf, runTests, servicesOf } from './lenses.js';
import { occurrenceAt } from './navigation.js';
import { type At, rangeOf } from './place.js';
import { spanOf } from './syntax.js';
import type { Workspace } from './workspace.js';

const plain = { good: (text: string) => text, bad: (text: string) => text, strong: (text: string) => text };

/** What is to be said of a place: its field, the way to its host, what reaches its route. */
export async function hover(workspace: Workspace, at: At): Promise<Hover | undefined> {
  const { place, subject, file, slice, syntax } = at;
  if (place === undefined || !place.inside || subject === undefined) return undefined;
  const schema = workspace.options.schemaOf(subject.kind);
  if (schema === undefined) return undefined;
  const parts: string[] = [];
  const found = fieldAt(schema, fieldNames(place.names));
  if ('field' in found && place.at === 'key') parts.push(fieldMarkdown(found, subject.kind));
  const symbol = occurrenceAt(workspace, at);
  if (symbol?.kind === 'host') parts.push(...(await hostMarkdown(workspace, symbol.symbol)));
  if (symbol?.kind === 'subset')
    parts.push(subsetMarkdown(workspace, symbol.symbol, symbol.written, symbol.host ?? ''));
  const route = /^\/spec\/routes\/(\d+)(?:\/name)?$/.exec(at.pointer)?.[1];
  if (route !== undefined && subject.kind === 'MetaRouter' && subject.resource !== undefined) {
    parts.push(...(await routeMarkdown(workspace, subject.resource as Resource<MetaRouter>, Number(route))));
  }
  if ('field' in found && place.at === 'value' && parts.length === 0) parts.push(fieldMarkdown(found, subject.kind));
  if (parts.length === 0) return undefined;
  return {
    contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') },
    range: rangeOf(file, slice, spanOf(syntax.text, place.node)),
  };
}

/** The names of a path within an object of a List, without the way to the object. */
export function fieldNames(names: readonly string[]): readonly string[] {
  return names[0] === 'items' ? names.slice(names.lastIndexOf('items') + 1) : names;
}

/** A field as a page: type, description, values, default. */
export function fieldMarkdown(found: { readonly field: Field; readonly root: Schema }, kind: string): string {
  const { type, description, values, default: byDefault } = aboutField(found);
  const { path, required } = found.field;
  const lines = [`**${[kind, ...path].join('.')}** \`${type}\`${required ? ' (required)' : ''}`];
  if (description !== undefined) lines.push(description);
  if (values.length > 0) lines.push(`One of ${values.map((each) => `\`${String(each)}\``).join(', ')}.`);
  if (byDefault !== undefined) lines.push(`Default: \`${JSON.stringify(byDefault)}\``);
  return lines.join('\n\n');
}

/** The chain of a host, as `describe` has it. */
async function hostMarkdown(workspace: Workspace, host: string): Promise<readonly string[]> {
  const { rules } = await workspace.effects();
  const description = describe({ host, port: undefined, rules, proxy: undefined });
  return [`\`\`\`text\n${descriptionText(description, plain, undefined).trimEnd()}\n\`\`\``];
}

function subsetMarkdown(workspace: Workspace, symbol: string, name: string, host: string): string {
  const [rule] = workspace.symbols.named('subset', symbol).filter(({ role }) => role === 'definition');
  if (rule === undefined) return `No DestinationRule has the subset \`${name}\` of \`${host}\`.`;
  const { subsets = [] } = (rule.resource.object.spec ?? {}) as {
    subsets?: readonly { name?: string; labels?: Readonly<Record<string, string>> }[];
  };
  const labels = Object.entries(subsets.find((each) => each.name === name)?.labels ?? {});
  const chosen = labels.map(([key, value]) => `\`${key}=${value}\``).join(', ');
  const { namespace, name: called } = rule.resource;
  return `Subset \`${name}\` of \`${host}\`, from DestinationRule ${namespace}/${called}: ${chosen === '' ? 'all endpoints' : chosen}.`;
}

/** What reaches a route, what stands in its way, and the tests that take it. */
async function routeMarkdown(
  workspace: Workspace,
  router: Resource<MetaRouter>,
  index: number,
): Promise<readonly string[]> {
  const effects = await workspace.effects();
  const compiled = rulesOf(workspace, router, effects);
  const [service] = servicesOf(router, effects, compiled);
  if (service === undefined)
    return ['No service of these files has the host of this MetaRouter, so nothing reaches the route.'];
  const lines: string[] = [];
  const obstacle = obstacleOf(service, index);
  const way = reach(service, index);
  if (obstacle !== undefined) lines.push(`**${obstacle}**`);
  else if (way.status === 'found' || way.status === 'control') {
    const attributes = [...way.attributes].map(([name, value]) => `\`${name}=${JSON.stringify(value).slice(1, -1)}\``);
    lines.push(
      attributes.length === 0
        ? 'Any request reaches this route.'
        : `Reached by a request with ${attributes.join(', ')}.`,
    );
  }
  const tested = (await runTests(workspace, compiled)).filter(
    (each) => each.service === service && each.route === index,
  );
  for (const { test, name, passed } of tested.slice(0, 10)) {
    lines.push(`- ${passed ? '✓' : '✗'} ${test.name === '' ? 'RouteTest' : test.name}: ${name}`);
  }
  if (tested.length === 0) lines.push('No test takes it.');
  if (tested.length > 10) lines.push(`- and ${tested.length - 10} more`);
  return [lines.join('\n\n').replaceAll('\n\n- ', '\n- ')];
}

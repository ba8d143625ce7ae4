import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { Sieves } from '../patch/left.js';

/** The annotation with the codes, by comma, that are not to be reported about its resource. */
export const suppressAnnotation = 'aeraki.io/suppress';

/** One `CODE=Kind name.namespace` of `--suppress`, ready to be compared. */
export interface Suppression {
  readonly code: RegExp;
  readonly kind: RegExp;
  readonly name: RegExp;
}

/**
 * Reads `CODE=Kind name.namespace`, `CODE=Kind namespace/name` or `CODE=*`, with `*` for any text in each part;
 * undefined where the text has another form.
 */
export function parseSuppression(text: string): Suppression | undefined {
  const [, code = '', target = ''] = /^([^=\s]+)=(.+)$/.exec(text.trim()) ?? [];
  if (!/^(?:AER[\d*]*|\*)$/i.test(code)) return undefined;
  const parts = target.trim().split(/\s+/);
  const [kind = '', name] = parts;
  if (parts.length > 2 || kind === '') return undefined;
  if (name === undefined && kind !== '*') return undefined;
  return { code: glob(code.toUpperCase()), kind: glob(kind), name: glob(name ?? '*') };
}

/** The findings that neither a flag nor an annotation of their resource suppresses. */
export function withoutSuppressed(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): readonly Finding[] {
  const isHeard = (found: Finding): boolean => !isSuppressed(found, suppressions);
  return findings.every(isHeard) ? findings : findings.filter(isHeard);
}

/** The same of several lists again and again: a finding that was looked at is not looked at again. */
export class Heard {
  readonly #heard = new Sieves<Finding, Finding>();

  constructor(readonly suppressions: readonly Suppression[]) {}

  of(lists: readonly (readonly Finding[])[]): readonly (readonly Finding[])[] {
    const isHeard = (found: Finding) => (isSuppressed(found, this.suppressions) ? undefined : found);
    return this.#heard.of(lists, isHeard);
  }
}

function isSuppressed(found: Finding, suppressions: readonly Suppression[]): boolean {
  const { resource } = found;
  if (resource === undefined) return false;
  if (annotated(resource).some((code) => code === found.code || code === '*')) return true;
  return suppressions.some((one) => one.code.test(found.code) && fits(one, resource));
}

const none: readonly string[] = [];

function annotated(resource: Resource): readonly string[] {
  const value: unknown = resource.object.metadata?.annotations?.[suppressAnnotation];
  return typeof value === 'string' ? value.split(',').map((code) => code.trim().toUpperCase()) : none;
}

function fits({ kind, name }: Suppression, resource: Resource): boolean {
  if (!kind.test(resource.kind)) return false;
  const { namespace, name: own } = resource;
  return namespace === '' ? name.test(own) : name.test(`${own}.${namespace}`) || name.test(`${namespace}/${own}`);
}

/** `*` is any text; everything else is itself. Kinds and names are compared as they are written. */
function glob(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

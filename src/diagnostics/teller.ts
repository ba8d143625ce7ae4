import type { KubernetesObject, Resource } from '../model/resource.js';
import { byPlace, diagnose, type Locate } from './diagnose.js';
import type { Diagnostic, Finding } from './diagnostic.js';

interface Told {
  /** Where the resource was when it was told of. */
  readonly resource: Resource | undefined;
  readonly diagnostic: Diagnostic;
}

/**
 * `diagnose` again and again: of a finding that was there before, the place is known, also when its resource stands
 * elsewhere in its file now, as long as its object is the same (`Source.read`).
 */
export class Teller {
  #told = new Map<Finding, Told>();

  /**
   * As `diagnose`. The resource of a finding may be an old one: the one of `resources` with the same object counts.
   *
   * @param resources by object, where they are now
   */
  tell(
    findings: readonly Finding[],
    locate: Locate,
    resources: ReadonlyMap<KubernetesObject, Resource>,
  ): readonly Diagnostic[] {
    const told = new Map<Finding, Told>();
    const fresh: Finding[] = [];
    const origins: { readonly finding: Finding; readonly resource: Resource | undefined }[] = [];
    const all: Diagnostic[] = [];
    for (const finding of findings) {
      if (told.has(finding)) continue;
      const own = finding.resource;
      const resource = own === undefined ? undefined : (resources.get(own.object) ?? own);
      const known = this.#told.get(finding);
      const diagnostic = known === undefined ? undefined : movedTo(known, resource);
      if (diagnostic === undefined) {
        fresh.push(resource === own || resource === undefined ? finding : { ...finding, resource });
        origins.push({ finding, resource });
      } else {
        told.set(finding, known?.resource === resource && known !== undefined ? known : { resource, diagnostic });
        all.push(diagnostic);
      }
    }
    for (const [index, diagnostic] of located(fresh, locate).entries()) {
      const origin = origins[index];
      if (origin !== undefined) told.set(origin.finding, { resource: origin.resource, diagnostic });
      all.push(diagnostic);
    }
    this.#told = told;
    return unrepeated(all);
  }
}

/** The diagnostic of each finding, in their order; those of one document together, since locating parses it. */
function located(findings: readonly Finding[], locate: Locate): readonly Diagnostic[] {
  const order = findings.map((_, index) => index);
  const documentOf = (index: number): string => {
    const source = findings[index]?.resource?.source;
    return source === undefined ? '' : `${source.file}\n${source.document}`;
  };
  const keys = order.map(documentOf);
  order.sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : (keys[a] ?? '') > (keys[b] ?? '') ? 1 : a - b));
  const result: Diagnostic[] = [];
  for (const index of order) {
    const finding = findings[index];
    const [diagnostic] = finding === undefined ? [] : diagnose([finding], locate);
    if (diagnostic !== undefined) result[index] = diagnostic;
  }
  return result;
}

/** The diagnostic where the resource is now; undefined where it has to be located anew. */
function movedTo({ resource: before, diagnostic }: Told, now: Resource | undefined): Diagnostic | undefined {
  if (before === now) return diagnostic;
  if (before === undefined || now === undefined || before.object !== now.object) return undefined;
  if (before.source.file !== now.source.file || diagnostic.line === undefined) return undefined;
  return { ...diagnostic, line: diagnostic.line + now.source.line - before.source.line };
}

/** Sorted as `diagnose` sorts, each once. */
function unrepeated(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...all].sort(byPlace);
  return sorted.filter((each, index) => {
    for (let at = index - 1; at >= 0; at -= 1) {
      const other = sorted[at];
      if (other === undefined || byPlace(other, each) !== 0) return true;
      if (other === each || JSON.stringify(other) === JSON.stringify(each)) return false;
    }
    return true;
  });
}

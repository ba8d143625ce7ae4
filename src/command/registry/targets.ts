import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { ServiceEntry } from '../../model/istio.js';
import { isFromRegistry, isStale } from '../../registry/convert/existing.js';
import { withoutEndpoints } from '../../registry/convert/previous.js';
import { keyOf } from '../../registry/reference/entry.js';
import { EntryDirectory, mostDeletes } from './entry-files.js';

/** Where ServiceEntries go. */
export interface Target {
  readonly name: string;
  /** What is there. Raises where it cannot be read. What is the same as before is the same object. */
  existing(): Promise<readonly ServiceEntry[]>;
  /** Looks at what is there again; whether somebody else has changed it. Raises where it cannot be read. */
  refresh(): Promise<boolean>;
  /** Brings it to `entries`; nothing is taken away unless `prune`. */
  write(
    entries: readonly ServiceEntry[],
    context: WriteContext,
  ): Promise<{ readonly notes: readonly string[]; readonly findings: readonly Finding[] }>;
  close(): void;
}

export interface WriteContext {
  /** Whether every registry was read whole, so that what is missing is gone. */
  readonly prune: boolean;
  readonly maxDeletes: string;
  /** Names of the registries that were read: only their entries may go. */
  readonly registryNames: ReadonlySet<string>;
  readonly whenEmpty: 'keep' | 'empty' | 'delete';
}

/** A directory with one file for each entry. */
export function directoryTarget(directory: string): Target {
  const files = new EntryDirectory(directory);
  return {
    name: directory,
    existing: () => files.entries(),
    refresh: () => files.refresh(),
    async write(entries, { prune, maxDeletes }) {
      const { written, removed, findings } = await files.write(entries, { prune, maxDeletes });
      const notes = written + removed === 0 ? [] : [`${directory}: ${written} written, ${removed} removed.`];
      return { notes, findings };
    },
    close: () => undefined,
  };
}

/** The field manager of what `registry sync` writes. */
const fieldManager = 'aeraki-registry';

/** A cluster, by server-side apply. */
export async function clusterTarget(
  options: { readonly kubeconfig?: string | undefined; readonly context?: string | undefined },
  force: boolean,
): Promise<Target> {
  const { connectServiceEntries } = await import('../../cluster/service-entries.js');
  const writer = await connectServiceEntries({ ...options, env: process.env }, fieldManager);
  /** What was applied, as text: an entry that is the same is not sent again. */
  const applied = new Map<string, string>();
  let there: readonly ServiceEntry[] = [];
  return {
    name: `the cluster ${writer.context}`,
    async existing() {
      there = await writer.list();
      return there;
    },
    async refresh() {
      const before = new Map(there.map((entry) => [keyOf(entry), JSON.stringify(entry)]));
      there = await writer.list();
      return before.size !== there.length || there.some((entry) => before.get(keyOf(entry)) !== JSON.stringify(entry));
    },
    async write(entries, context) {
      const now = new Map(there.map((entry) => [keyOf(entry), entry]));
      const findings: Finding[] = [];
      let written = 0;
      for (const entry of entries) {
        const key = keyOf(entry);
        const own = owned(entry);
        const text = JSON.stringify(own);
        if (applied.get(key) === text && now.has(key)) continue;
        const answer = await writer.apply(own, force);
        if (answer.outcome === 'written') {
          applied.set(key, text);
          written++;
        } else findings.push(answerFinding(key, answer, writer.context));
      }
      const kept = new Set(entries.map(keyOf));
      const stale = context.prune ? there.filter((entry) => !kept.has(keyOf(entry)) && isGone(entry, context)) : [];
      const managed = there.filter(isFromRegistry).length;
      let removed = 0;
      if (stale.length > mostDeletes(context.maxDeletes, managed)) {
        const args = { deletes: stale.length, total: managed, limit: context.maxDeletes };
        findings.push(finding('AER1206', args, { file: writer.context }));
      } else {
        for (const entry of stale) {
          const { namespace = '', name = '' } = entry.metadata ?? {};
          // Without the verb delete an entry can still lose its endpoints.
          const answer =
            context.whenEmpty === 'delete'
              ? await writer.remove(namespace, name)
              : await writer.apply(withoutEndpoints(owned(entry)), force);
          applied.delete(keyOf(entry));
          if (answer.outcome === 'written') removed++;
          else findings.push(answerFinding(keyOf(entry), answer, writer.context));
        }
      }
      const verb = context.whenEmpty === 'delete' ? 'removed' : 'emptied';
      const notes = written + removed === 0 ? [] : [`${writer.context}: ${written} applied, ${removed} ${verb}.`];
      return { notes, findings };
    },
    close: () => writer.close(),
  };
}

/** An entry of these registries alone that still has endpoints, or is to be deleted. */
function isGone(entry: ServiceEntry, { registryNames }: WriteContext): boolean {
  return isStale(entry, registryNames);
}

/** Only the fields that are ours: with server-side apply everything that is sent is claimed. */
function owned(entry: ServiceEntry): ServiceEntry {
  const { apiVersion, kind, metadata, spec } = entry;
  if (!isFromRegistry(entry)) return endpointsOnly(entry);
  const { hosts, ports, location, resolution, endpoints } = spec ?? {};
  const annotations = Object.fromEntries(
    Object.entries(metadata?.annotations ?? {}).filter(([key]) => key === 'interface' || key === 'workloadSelector'),
  );
  return {
    apiVersion,
    kind,
    metadata: {
      ...(metadata?.name !== undefined && { name: metadata.name }),
      ...(metadata?.namespace !== undefined && { namespace: metadata.namespace }),
      ...(metadata?.labels && { labels: metadata.labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      ...(hosts && { hosts }),
      ...(ports && { ports }),
      ...(location && { location }),
      ...(resolution && { resolution }),
      ...(endpoints && { endpoints }),
    },
  };
}

/** What is ours of an entry that a person wrote. */
function endpointsOnly({ apiVersion, kind, metadata, spec }: ServiceEntry): ServiceEntry {
  const { name, namespace } = metadata ?? {};
  return {
    ...{ apiVersion, kind },
    metadata: { ...(name !== undefined && { name }), ...(namespace !== undefined && { namespace }) },
    spec: { ...(spec?.endpoints && { endpoints: spec.endpoints }) },
  };
}

function answerFinding(
  entry: string,
  answer:
    | { readonly outcome: 'conflict'; readonly manager: string }
    | { readonly outcome: 'refused'; readonly reason: string },
  file: string,
): Finding {
  return answer.outcome === 'conflict'
    ? finding('AER1207', { entry, manager: answer.manager }, { file })
    : finding('AER1208', { entry, reason: answer.reason }, { file });
}

import type { Amount, MeshEstimate } from '../../sidecar/estimate.js';
import type { SidecarReport } from '../../sidecar/report.js';
import { formatTable, type TableOptions } from '../table.js';

/** Who calls whom. */
export function callsTable({ calls, checks }: SidecarReport, options: TableOptions): string {
  const headings = ['SOURCE', 'HOST', 'PORT', 'CALLS', ...(checks === undefined ? [] : ['VERDICT', 'SEEN AT'])];
  const rows = calls.map(({ source, host, port, count }, index) => {
    const check = checks?.[index];
    const more = check === undefined ? [] : [check.verdict, check.place];
    return [source, host, port === null ? '-' : String(port), String(count), ...more];
  });
  return formatTable(headings, rows, options);
}

/** What each Sidecar imports. */
export function sidecarsTable({ sidecars }: SidecarReport, options: TableOptions): string {
  const rows = sidecars.flatMap(({ metadata: { namespace, name }, spec }) => {
    const { egress } = spec as { readonly egress: readonly { readonly hosts: readonly string[] }[] };
    return egress.flatMap(({ hosts }) => hosts.map((host) => [`${namespace}/${name}`, host]));
  });
  return formatTable(['SIDECAR', 'EGRESS HOST'], rows, options);
}

/** Before and after, a row for each workload and one for all. */
export function estimateTable({ workloads, before, after }: MeshEstimate, options: TableOptions): string {
  const row = (name: string, old: Amount, now: Amount) => [
    name,
    change(old.services, now.services),
    change(old.listeners, now.listeners),
    change(old.clusters, now.clusters),
    change(old.routes, now.routes),
    `≈ ${size(old.bytes)} → ${size(now.bytes)}`,
  ];
  const rows = [
    ...workloads.map((each) => row(each.workload, each.before, each.after)),
    row(`all ${workloads.length}`, before, after),
  ];
  return formatTable(['WORKLOAD', 'SERVICES', 'LISTENERS', 'CLUSTERS', 'ROUTES', 'XDS'], rows, options);
}

function change(before: number, after: number): string {
  return before === after ? String(before) : `${before} → ${after}`;
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes} B`;
  return bytes < 10_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
}

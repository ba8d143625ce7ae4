import type { Severity } from '../../../diagnostics/entry.js';
import type { MeshIndex } from '../../../index/mesh-index.js';

/** The namespace that a host is in, by its name `<service>.<namespace>.svc…`; `own` for any other host. */
export function namespaceOfHost(host: string, own: string): string {
  return /^[^.]+\.([^.]+)\.svc(?:\.|$)/.exec(host)?.[1] ?? own;
}

/**
 * How bad it is that something is not among the inputs: a warning where they hold anything of its namespace, so that it
 * would be expected there, else information (cli.md section 9, last sentence).
 */
export function severityOutside(index: MeshIndex, namespace: string): Severity {
  return index.namespaces.has(namespace) ? 'warning' : 'info';
}

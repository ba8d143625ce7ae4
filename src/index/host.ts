/**
 * The host of a DestinationRule as a fully qualified name: a name without a dot is completed with the rule's namespace
 * and `svc.cluster.local`, whatever the cluster domain is (translation.md section 14).
 */
export function qualifiedHost(host: string, namespace: string): string {
  return host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`;
}

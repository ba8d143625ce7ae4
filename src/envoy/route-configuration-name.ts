/** The name of a service's route configuration, which the proxy asks RDS for, and by which its limits are known. */
export function routeConfigurationName(host: string, port: number): string {
  return `${host}_${port}`;
}

/** The service of a route configuration; undefined for another name, as that of the inline routes of an inbound filter. */
export function parseRouteConfigurationName(
  name: string,
): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = /^(.+)_(\d+)$/.exec(name) ?? [];
  return host === undefined || port === undefined ? undefined : { host, port: Number(port) };
}

/** Istio's name of a listener: `10.0.0.1_20880`. */
export function listenerName(address: string, port: number): string {
  return `${address}_${port}`;
}

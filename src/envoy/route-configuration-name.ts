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

/** The address and the port of a listener's name as Istio writes it; without `_` the whole is the address, and the port NaN. */
export function parseListenerName(name: string): { readonly address: string; readonly port: number } {
  const end = name.lastIndexOf('_');
  return end < 0
    ? { address: name, port: Number.NaN }
    : { address: name.slice(0, end), port: Number(name.slice(end + 1)) };
}

/** Istio's name of a listener: `10.0.0.1_20880`. */
export function listenerName(address: string, port: number): string {
  return `${address}_${port}`;
}

/**
 * Whose behaviour `aeraki proxy`, `route`, `decode` and `test` show: the MetaProtocol proxy of a line of releases, its head,
 * or `ideal`, the proxy as it should be.
 */
export const proxyVersions = ['1.3', '1.4', 'head', 'ideal'] as const;

export type ProxyVersion = (typeof proxyVersions)[number];

/** The line of the image that Aeraki's own installation uses. */
export const defaultProxyVersion: ProxyVersion = '1.4';

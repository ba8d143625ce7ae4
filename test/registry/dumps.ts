import type { Dump } from '../../src/registry/dump/dump.js';

const named = 'com.shop.api.OrderService';
type Provider = readonly [address: string, parameters: Readonly<Record<string, string>>];

/** A ZooKeeper with these providers of one interface; addresses with port. */
export function zookeeperDump(...providers: readonly Provider[]): Dump {
  return {
    registry: 'zookeeper',
    nodes: providers.map(([address, parameters]) => {
      const query = Object.entries({ aeraki_meta_app_namespace: 'shop', interface: named, ...parameters })
        .map(([key, value]) => `${key}=${value}`)
        .join('&');
      return { path: `/dubbo/${named}/providers/${encodeURIComponent(`dubbo://${address}/${named}?${query}`)}` };
    }),
  };
}

/** A Nacos with these instances of one service. */
export function nacosDump(...hosts: readonly Provider[]): Dump {
  return {
    registry: 'nacos',
    services: [
      {
        namespaceId: 'public',
        groupName: 'DEFAULT_GROUP',
        name: `providers:${named}::`,
        hosts: hosts.map(([ip, metadata]) => ({
          ip,
          port: 20880,
          metadata: { aeraki_meta_app_namespace: 'shop', interface: named, timestamp: '1', ...metadata },
        })),
      },
    ],
  };
}

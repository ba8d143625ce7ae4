import type { RegistryClient } from './client.js';
import type { Connection } from './connection.js';

/** The client of a registry; each is loaded only when it is asked for. Nothing is connected yet. */
export async function openRegistry(connection: Connection): Promise<RegistryClient> {
  switch (connection.kind) {
    case 'zookeeper': {
      const { ZookeeperRegistry } = await import('./zookeeper.js');
      return new ZookeeperRegistry(connection);
    }
    case 'etcd': {
      const { EtcdRegistry } = await import('./etcd.js');
      return new EtcdRegistry(connection);
    }
    case 'consul': {
      const { ConsulRegistry } = await import('./consul.js');
      return new ConsulRegistry(connection);
    }
    case 'nacos': {
      const { NacosRegistry } = await import('./nacos.js');
      return new NacosRegistry(connection);
    }
    case 'eureka': {
      const { EurekaRegistry } = await import('./eureka.js');
      return new EurekaRegistry(connection);
    }
  }
}

import type { Dump } from '../dump/dump.js';
import type { RegistryState } from '../model.js';
import { byOctets } from '../reference/go.js';
import { readConsul } from './consul.js';
import { readDubboTree } from './dubbo-tree.js';
import { readEureka } from './eureka.js';
import { readNacos } from './nacos.js';

export interface ReadOptions {
  /** In place of the dump's own name. */
  readonly registryName?: string | undefined;
  /** Root of Dubbo's registry in ZooKeeper and etcd. */
  readonly root: string;
  readonly level: 'interface' | 'application' | 'both';
}

/** The services in each state of a dump, in turn; one state for most. */
export function readStates(dump: Dump, options: ReadOptions): readonly RegistryState[] {
  const registryName = options.registryName ?? dump.name ?? 'default';
  const tree = { registryName, root: options.root, servicesRoot: '/services', level: options.level };
  switch (dump.registry) {
    case 'zookeeper':
      return (dump.steps ?? [{ nodes: dump.nodes ?? [] }]).map(({ nodes }) =>
        readDubboTree(
          nodes.map(({ path, data }) => ({ path, data: data ?? '' })),
          { ...tree, registry: 'zookeeper' },
        ),
      );
    case 'etcd':
      return (dump.steps ?? [{ kvs: dump.kvs ?? [] }]).map(({ kvs }) =>
        readDubboTree(
          [...kvs].sort((a, b) => byOctets(a.key, b.key)).map(({ key, value }) => ({ path: key, data: value ?? '' })),
          { ...tree, registry: 'etcd' },
        ),
      );
    case 'nacos':
      return (dump.steps ?? [{ services: dump.services ?? [] }]).map((state) => readNacos(state, registryName));
    case 'consul':
      return [readConsul(dump, registryName)];
    case 'eureka':
      return [readEureka(dump, registryName)];
  }
}

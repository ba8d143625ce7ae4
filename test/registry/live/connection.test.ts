import assert from 'node:assert/strict';
import { type Connection, type ConnectionSettings, parseConnection } from '../../../src/registry/live/connection.js';

const none: ConnectionSettings = { root: '/dubbo', timeout: 1_000, datacenters: [], namespaces: [], groups: [] };

function connection(url: string, settings: Partial<ConnectionSettings> = {}): Connection {
  const result = parseConnection(url, { ...none, ...settings });
  assert.ok('connection' in result, JSON.stringify(result));
  return result.connection;
}

function problem(url: string): string {
  const result = parseConnection(url, none);
  assert.ok('problem' in result, url);
  return result.problem;
}

/** Addresses as Dubbo's documentation and Spring's applications write them (dubbo.registry.address). */
describe('the URL of a registry', () => {
  it('has more servers behind backup, as Dubbo writes an ensemble', () => {
    const { servers, name } = connection('zookeeper://10.0.0.1:2181?backup=10.0.0.2:2181,10.0.0.3:2181&client=curator');
    assert.deepEqual(
      servers.map(({ host, port }) => `${host}:${port}`),
      ['10.0.0.1:2181', '10.0.0.2:2181', '10.0.0.3:2181'],
    );
    assert.equal(name, 'zookeeper://10.0.0.1:2181,10.0.0.2:2181,10.0.0.3:2181');
    assert.match(problem('zookeeper://h?backup=:x'), /names no host/);
  });

  it('names the root of Dubbo in ZooKeeper and etcd by group, where no flag does', () => {
    assert.equal(connection('zookeeper://h/chroot?group=mesh').root, '/mesh');
    assert.equal(connection('zookeeper://h/chroot?group=mesh').path, '/chroot');
    assert.equal(connection('etcd://h?group=/mesh').root, '/mesh');
    assert.equal(connection('etcd://h?group=mesh', { root: '/other' }).root, '/other');
  });

  it('names namespaces and groups of Nacos and datacentres of Consul, where no flag does', () => {
    const nacos = connection('nacos://h:8848?namespace=prod,test&group=G');
    assert.deepEqual([nacos.namespaces, nacos.groups, nacos.root], [['prod', 'test'], ['G'], '/dubbo']);
    assert.deepEqual(connection('nacos://h?namespace=prod', { namespaces: ['own'] }).namespaces, ['own']);
    assert.deepEqual(connection('consul://h?dc=east').datacenters, ['east']);
  });

  it('may say who asks, and no message has it', () => {
    const consul = connection('consul://h?token=hunter2');
    assert.equal(consul.token, 'hunter2');
    assert.equal(connection('consul://h?token=hunter2', { token: 'own' }).token, 'own');
    const nacos = connection('nacos://h?username=me&password=hunter%202');
    assert.deepEqual([nacos.username, nacos.password], ['me', 'hunter 2']);
    for (const { name } of [consul, nacos]) assert.doesNotMatch(name, /hunter|me/);
  });

  it('says what it does not know, without its value', () => {
    assert.equal(
      problem('nacos://h?namspace=hunter2'),
      'The registry URL has the parameter namspace; there are namespace, group, backup, username, password and token.',
    );
    assert.match(problem('eureka://h?dc=x'), /the parameter dc; there are backup, /);
    const odd = problem('consul://h?%1b]0;hunter2=x');
    assert.ok(!odd.includes('hunter') && !odd.includes('\u001b'), odd);
  });
});

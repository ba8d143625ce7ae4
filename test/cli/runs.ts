import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const registry = 'examples/registry/zookeeper.json';

/** A run of each command that prints on standard output and asks no server. */
export const printing: Readonly<Record<string, readonly string[]>> = {
  'bug-report': ['examples/dubbo.yaml', '--dump', 'examples/sidecar.dump', '--dry-run'],
  completion: ['bash'],
  'controller:manifests': [],
  decode: ['examples/dubbo.pcap'],
  describe: ['orders.shop.example.com', 'examples/dubbo.yaml'],
  diff: ['examples/dubbo.yaml', '--dump', 'examples/sidecar.dump', '-o', 'json'],
  explain: ['AER0001'],
  handbook: ['1'],
  'handbook:run': ['1'],
  init: ['dubbo', join(tmpdir(), 'aeraki-full-output')],
  lab: ['examples/dubbo.yaml', '--for', '200ms', '--admin', 'off', '-o', 'json'],
  'proxy-config:all': ['-f', 'examples/sidecar.dump'],
  'proxy-config:bootstrap': ['-f', 'examples/sidecar.dump', '-o', 'json'],
  'proxy-config:clusters': ['-f', 'examples/sidecar.dump'],
  'proxy-config:ecds': ['-f', 'examples/sidecar.dump'],
  'proxy-config:endpoints': ['-f', 'examples/sidecar.dump', '-o', 'json'],
  'proxy-config:listeners': ['-f', 'examples/sidecar.dump'],
  'proxy-config:routes': ['-f', 'examples/sidecar.dump'],
  'proxy-config:secrets': ['-f', 'examples/sidecar.dump'],
  'proxy-status': ['-f', 'examples/sidecar.dump'],
  'rds:bootstrap': ['--server', 'aeraki:15010', '--for', 'metaprotocol', '--namespace', 'shop'],
  'registry:check': [registry, '-f', 'examples/registry/rules.yaml'],
  'registry:diff': [registry, '--against-reference'],
  'registry:dump': [registry],
  'registry:export': [registry],
  'registry:list': [registry],
  'registry:show': ['com.shop.api.OrderService', registry],
  route: ['examples/dubbo.yaml', '--host', 'orders.shop.example.com', '--attribute', 'method=pay'],
  schema: [],
  sidecar: ['examples/dubbo.yaml', '--access-log', 'examples/traffic/web-1.shop.log'],
  test: ['examples/tests'],
  translate: ['examples/dubbo.yaml'],
  validate: ['examples/dubbo.yaml', '-o', 'junit'],
  version: [],
};

import type { Dump, RegistryKind } from './dump.js';
import { type Check, either, fields, isFields, list, number, record, text, truth } from './shape.js';

const labels = record(text);
const entry = fields({
  apiVersion: text,
  kind: text,
  metadata: fields({ name: text, 'namespace?': text, 'labels?': labels, 'annotations?': labels }),
  'spec?': fields({
    'hosts?': list(text),
    'addresses?': list(text),
    'ports?': list(fields({ 'name?': text, 'number?': number })),
    'endpoints?': list(fields({ 'address?': text, 'ports?': record(number), 'labels?': labels })),
  }),
});
const node = fields({ path: text, 'data?': text });
const pair = fields({ key: text, 'value?': text });
const nacosHost = fields({
  ip: text,
  port: number,
  metadata: labels,
  'weight?': number,
  'healthy?': truth,
  'enabled?': truth,
  'clusterName?': text,
});
const nacosService = fields({ namespaceId: text, groupName: text, name: text, hosts: list(nacosHost) });
const consulInstance = fields({
  'Node?': text,
  'Address?': text,
  'Datacenter?': text,
  'ServiceID?': text,
  'ServiceAddress?': text,
  'ServiceMeta?': labels,
  'ServicePort?': number,
  'ServiceTags?': list(text),
  'ServiceWeights?': fields({ 'Passing?': number, 'Warning?': number }),
});
const eurekaPort = fields({ '$?': either(number, text), '@enabled?': either(text, truth) });
const eurekaInstance = fields({
  'instanceId?': text,
  'hostName?': text,
  'ipAddr?': text,
  'status?': text,
  'port?': eurekaPort,
  'securePort?': eurekaPort,
  'metadata?': labels,
});

/** Go writes an empty list as null. */
const nothing: Check = (value) => (value === null ? undefined : { pointer: '', words: 'is not null' });

const common = { 'about?': text, 'name?': text, 'existing?': list(entry) };
/** Either one state or several in turn. */
const stateful = (name: string, item: Check): Check =>
  fields({ ...common, [`${name}?`]: list(item), 'steps?': list(fields({ [name]: list(item) })) });

const shapes: Readonly<Record<RegistryKind, Check>> = {
  zookeeper: stateful('nodes', node),
  etcd: stateful('kvs', pair),
  nacos: stateful('services', nacosService),
  consul: fields({
    ...common,
    'options?': fields({ 'fqdn?': text, 'enableDefaultPort?': truth, 'namespace?': text }),
    catalogServices: record(either(list(text), nothing)),
    catalogService: record(either(list(consulInstance), nothing)),
    'health?': record(either(text, labels)),
  }),
  eureka: fields({
    ...common,
    applications: list(fields({ name: text, instance: list(eurekaInstance) })),
  }),
};

/**
 * Reads the text of a dump file. Gives the dump, or what is wrong with it in words that name the place; values are not
 * shown, for they may hold secrets.
 */
export function readDump(source: string): { readonly dump: Dump } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(source.startsWith('\ufeff') ? source.slice(1) : source);
  } catch (error) {
    return { problem: `it is not JSON (${shortened(error)})` };
  }
  return checkDump(value);
}

/** The same for a value that was parsed already. */
export function checkDump(value: unknown): { readonly dump: Dump } | { readonly problem: string } {
  if (!isFields(value)) return { problem: 'it is not a JSON object' };
  const { registry } = value;
  if (typeof registry !== 'string' || !Object.hasOwn(shapes, registry)) {
    return { problem: `its field registry is none of ${Object.keys(shapes).join(', ')}` };
  }
  const problem = shapes[registry as RegistryKind](value);
  if (problem === undefined) return { dump: value as unknown as Dump };
  return { problem: `${problem.pointer || '/'} ${problem.words}` };
}

/** What V8 says, without the piece of the text that it quotes. */
function shortened(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON.*$/s, '');
}

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { validateFiles } from './validate-files.js';

/** Rules that people brought, with what is right about them (README there); found beside the checkout. */
const folder = '../shared/found/rules';

/**
 * `file: codes` in order of place, and words that the message of a finding must have: the cure that is right. A file
 * that is not here is right as it is and may have no error or warning at all.
 */
const expected: Readonly<Record<string, readonly (readonly [code: string, words: RegExp])[]>> = {
  '01': [['AER0416', /annotation workloadSelector: KEY:VALUE .* cannot stand beside endpoints/]],
  '04': [
    ['AER0340', /"dubbo_service_interface".*mean "interface"/],
    ['AER0340', /"dubbo_service_method".*mean "method"/],
    ['AER0326', /write outbound\|8081\|\|rate-limit\.istio-system\.svc\.cluster\.local/],
  ],
  '05': [['AER0015', /Write apiVersion: metaprotocol\.aeraki\.io\/v1alpha1/]],
  '05b': [
    ['AER0101', /"metadata".*Write `attributes`/],
    ['AER0102', /Write route: \[\{destination:/],
  ],
  '06': [['AER0341', /native Dubbo and Thrift ports only.*Write a MetaRouter/]],
  '07': [['AER0101', /"descriptors".*Write `conditions`/]],
  '09': [['AER0342', /readPolicy REPLICA does nothing.*CLUSTER/]],
  '10': [
    ['AER0334', /RedisService.*Name its port 6379, which is named tcp-client, tcp-redis/],
    ['AER0334', /RedisDestination.*Name its port 6379/],
  ],
  '11': [
    ['AER0330', /mean "tcp-thrift"/],
    ['AER0330', /mean "tcp-dubbo"/],
    ['AER0330', /mean "tcp-redis"/],
    ['AER0330', /"metaprotocol-thrift".*mean "tcp-metaprotocol-thrift"/],
    ['AER0330', /"tcp-meta-protocol-thrift".*mean "tcp-metaprotocol-thrift"/],
    ['AER0330', /"tcp-thrift-metaprotocol".*mean "tcp-metaprotocol-thrift"/],
    ['AER0343', /Istio reads the port as http.*tcp-kafka-rest/],
    ['AER0439', /tars/],
  ],
  '12': [['AER0326', /write outbound\|8081\|\|rate-limit\.istio-system\.svc\.cluster\.local/]],
  '16': [
    ['AER0460', /`uri`/],
    ['AER0447', /`timeout`/],
    ['AER0447', /`retries`/],
  ],
  '18': [['AER0344', /leaves out shop.*Add shop/]],
  '20': [
    ['AER0101', /"http".*Write `routes`/],
    ['AER0101', /"headers" .*match\. Write `attributes`/],
    ['AER0101', /"headers".*requestMutation/],
    ['AER0102', /Write method: \{exact: pay\}/],
    ['AER0102', /Write port: \{number: 20880\}/],
    ['AER0102', /Write requestMutation: \[\{key: foo, value: bar\}\]/],
    ['AER0101', /"destination".*directly under `mirror`/],
    ['AER0102', /Write mirrorPercentage: \{value: 100\}/],
    ['AER0102', /Write fillInterval: "60s"/],
    ['AER0102', /Write maxTokens: 10, without quotes/],
  ],
  '20b': [['AER0102', /Write method: \{exact: pay\}/]],
  '21': [
    ['AER0102', /Write host: \[a\.redis\.svc\.cluster\.local\]/],
    ['AER0101', /"hosts".*Write `host`/],
    ['AER0102', /Write key: \{prefix: user\}/],
    ['AER0101', /"destination".*directly under `route`/],
    ['AER0101', /"password".*plain/],
  ],
  '23': [
    ['AER0340', /"interface".*mean "callee"/],
    ['AER0340', /"method".*mean "func"/],
  ],
  '24': [
    ['AER0345', /mean "aeraki\.meta_protocol\.codec\.trpc"/],
    ['AER0345', /mean "aeraki\.meta_protocol\.codec\.brpc"/],
    ['AER0346', /"tRPC".*Call it trpc/],
    ['AER0439', /write protocol: trpc/],
  ],
  '28': [['AER0328', /no destination of a route names a port/]],
  '30': [
    ['AER0101', /"selector".*all native Dubbo services of its namespace/],
    ['AER0101', /"hosts".*Write `interfaces`/],
    ['AER0101', /"paths".*Write `methods`/],
    ['AER0101', /"ipBlocks".*principals/],
  ],
};

const severe = new Set(['error', 'warning']);
/** Right before and to be kept: what was said of them then. */
const kept: Readonly<Record<string, readonly string[]>> = {
  '14': [],
  '15': ['AER0318'],
  '19': ['AER0301', 'AER0304'],
  '22': ['AER0412', 'AER0422'],
  '27': [],
  '31': ['AER0411', 'AER0422'],
};

describe('rules that people brought', () => {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const byNumber = new Map(files.map((file) => [/^\d+b?/.exec(file)?.[0] ?? '', file]));

  it('are there', function () {
    if (files.length === 0 && !process.env.CI) this.skip();
    assert.ok(files.length > 20);
  });

  for (const [number, findings] of Object.entries(expected)) {
    it(`${number} has the right findings and cures`, async function () {
      const file = byNumber.get(number);
      if (file === undefined) return this.skip();
      const found = await validateFiles([`${folder}/${file}`]);
      for (const [code, words] of findings) {
        const messages = found.filter((each) => each.code === code).map(({ message }) => message);
        assert.ok(
          messages.some((message) => words.test(message)),
          `${code} ${words}\n${messages.join('\n')}`,
        );
      }
    });
  }

  for (const [number, codes] of Object.entries(kept)) {
    it(`${number} is right as it is`, async function () {
      const file = byNumber.get(number);
      if (file === undefined) return this.skip();
      const found = (await validateFiles([`${folder}/${file}`])).filter(({ severity }) => severe.has(severity));
      assert.deepStrictEqual([...new Set(found.map(({ code }) => code))].sort(), codes);
    });
  }

  it('20b has one finding', async function () {
    const file = byNumber.get('20b');
    if (file === undefined) return this.skip();
    const found = await validateFiles([`${folder}/${file}`]);
    assert.deepStrictEqual(
      found.map(({ code }) => code),
      ['AER0102'],
    );
  });

  it('says nothing of a service outside the mesh that has no workloads', async function () {
    const file = byNumber.get('31');
    if (file === undefined) return this.skip();
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    assert.match(text, /ExternalName/);
    assert.ok(!(await validateFiles([`${folder}/${file}`])).some(({ code }) => code === 'AER0416'));
  });
});

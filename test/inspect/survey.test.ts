import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { built, run } from '../cli/program.js';

const folder = '../shared/found/rules';

/** What `validate` finds `describe` shows: by host, and in the list of all services. */
describe('aeraki describe of rules that people brought', function () {
  this.timeout(120_000);
  before(() => built());
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const broken: readonly (readonly [number: string, host: string, link: string, words: RegExp])[] = [
    ['01', 'com.acme.billing.api.invoiceservice', 'inbound', /localRateLimit reaches no pod/],
    ['06', 'com.acme.shop.orderservice', 'VirtualService', /does nothing/],
    ['12', 'greeter.meta-thrift.svc.cluster.local', 'rate limit', /Every request is refused/],
    ['18', 'com.acme.shop.orderservice', 'inbound', /leaves out shop/],
    ['19', 'greeter.meta-thrift.svc.cluster.local', 'MetaRouter', /No service has the host greeter/],
    ['28', 'greeter.meta-thrift.svc.cluster.local', 'gateway', /no destination of a route names a port/],
  ];
  for (const [number, host, link, words] of broken) {
    it(`${number}: ${link} is broken`, async function () {
      const file = files.find((each) => each.startsWith(`${number}-`));
      if (file === undefined) return this.skip();
      const path = `${folder}/${file}`;
      const one = await run(['describe', host, path, '-o', 'json']);
      assert.equal(one.code, 79, one.stderr);
      const { ports } = JSON.parse(one.stdout);
      const links = ports.flatMap(
        (each: { links: readonly { link: string; ok: boolean; reason: string }[] }) => each.links,
      );
      const found = links.find((each: { link: string; ok: boolean }) => each.link === link && !each.ok);
      assert.match(found?.reason ?? JSON.stringify(links), words);
      const all = await run(['describe', path]);
      assert.equal(all.code, 79);
      assert.match(all.stdout, new RegExp(`^✗ ${host.replaceAll('.', '\\.')} .*`, 'm'));
    });
  }

  it('lists the hosts that there are, and the one that was meant, for a host that is not there', async function () {
    const file = files.find((each) => each.startsWith('28-'));
    if (file === undefined) return this.skip();
    const { stdout, code } = await run(['describe', 'greter', `${folder}/${file}`]);
    assert.equal(code, 79);
    assert.match(stdout, /Did you mean greeter\.meta-thrift\.svc\.cluster\.local\? Known: greeter\.meta-thrift/);
  });

  it('lists all services of a tree with their state', async () => {
    const { stdout, code } = await run(['describe', 'examples/dubbo.yaml', '-o', 'json']);
    assert.equal(code, 0);
    const { services } = JSON.parse(stdout);
    assert.ok(services.length > 0);
  });
});

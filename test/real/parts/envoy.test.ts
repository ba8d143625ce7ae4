import { match, ok, rejects, strictEqual } from 'node:assert/strict';
import { request } from 'node:http';
import { type Envoy, startEnvoy, validateEnvoy } from './envoy.js';
import { requirePart } from './require-part.js';

const hello = {
  staticResources: {
    listeners: [
      {
        name: 'hello',
        address: { socketAddress: { address: '127.0.0.1', portValue: 0 } },
        filterChains: [
          {
            filters: [
              {
                name: 'envoy.filters.network.http_connection_manager',
                typedConfig: {
                  '@type':
                    'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
                  statPrefix: 'hello',
                  routeConfig: {
                    virtualHosts: [
                      {
                        name: 'all',
                        domains: ['*'],
                        routes: [
                          { match: { prefix: '/' }, directResponse: { status: 200, body: { inlineString: 'hello' } } },
                        ],
                      },
                    ],
                  },
                  httpFilters: [
                    {
                      name: 'envoy.filters.http.router',
                      typedConfig: { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router' },
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  },
};

const refused = { staticResources: { listeners: [{ name: 'no-address' }] } };

describe('the Envoy start helper', function () {
  this.timeout(120_000);
  let envoy: Envoy | undefined;
  before(function () {
    requirePart(this, 'envoy');
  });
  after(() => envoy?.stop());

  it('starts an Envoy, finds its ports and stops it', async () => {
    envoy = await startEnvoy(hello);
    const port = await envoy.listenerPort('hello');
    strictEqual(await get(port), 'hello');
    strictEqual((await envoy.stats()).get('http.hello.downstream_rq_2xx'), 1);
    ok(JSON.parse(await envoy.adminPage('/config_dump')).configs);
    await rejects(envoy.listenerPort('other'), /no listener other, only hello/);
    await envoy.stop();
    await rejects(get(port));
  });

  it('says in the words of Envoy why it does not start', async () => {
    await rejects(startEnvoy(refused), /Envoy ended before it was ready[\s\S]*no-address/);
  });

  it('validates', async () => {
    const good = await validateEnvoy(hello);
    strictEqual(good.ok, true, good.words);
    const bad = await validateEnvoy(refused);
    strictEqual(bad.ok, false);
    match(bad.words, /no-address/);
  });
});

function get(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.once('end', () => resolve(body));
    })
      .once('error', reject)
      .end();
  });
}

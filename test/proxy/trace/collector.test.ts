import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stats } from '../../../src/proxy/stats/registry.js';
import { ZipkinCollector } from '../../../src/proxy/trace/collector.js';

const span = (id: number, more = '') => JSON.stringify({ traceId: 'a'.repeat(32), id: String(id), name: more });

describe('proxy: reports of spans', () => {
  let server: Server;
  let bodies: unknown[][];
  let status: number;
  let answers: boolean;
  let troubles: string[];
  let stats: Stats;
  let collector: ZipkinCollector;
  beforeEach(async () => {
    [bodies, status, answers, troubles, stats] = [[], 202, true, [], new Stats(() => 0)];
    server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      request.on('end', () => {
        assert.deepStrictEqual([request.method, request.url], ['POST', '/api/v2/spans']);
        bodies.push(JSON.parse(text) as unknown[]);
        if (answers) response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const address = { host: '127.0.0.1', port };
    collector = new ZipkinCollector({ address, stats, trouble: (message) => troubles.push(message) });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const count = (name: string) => stats.counter(`tracing.zipkin.${name}`).value;

  it('go together, and the rest when the proxy ends', async () => {
    for (let id = 0; id < 100; id++) collector.add(span(id));
    await collector.close();
    assert.deepStrictEqual(
      bodies.map(({ length }) => length),
      [100],
    );
    assert.deepStrictEqual([count('spans_sent'), count('reports_sent'), troubles], [100, 1, []]);
  });

  it('never wait in any number for a collector that does not answer', async () => {
    answers = false;
    const big = 'x'.repeat(64 * 1024);
    for (let id = 0; id < 200; id++) collector.add(span(id, big));
    // 200 times 64 KiB came: a report is under way, 4 MiB wait, the rest is lost and said.
    assert.ok(count('spans_dropped') >= 120, String(count('spans_dropped')));
    assert.match(troubles[0] ?? '', /does not take spans as fast as they come\. Spans are lost; requests are not\.$/);
    server.closeAllConnections();
    server.close();
    await collector.close();
    assert.equal(count('spans_dropped'), 200);
  });

  it('that are refused are lost, and said', async () => {
    status = 400;
    collector.add(span(1));
    await collector.close();
    assert.match(troubles.join(), /^The collector of traces 127\.0\.0\.1:\d+: answers 400\. /);
    assert.deepStrictEqual([count('spans_sent'), count('spans_dropped')], [0, 1]);
  });
});

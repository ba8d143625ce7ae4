/**
 * Our server for the benchmark, in a process of its own: the same as `aeraki rds serve`, with rules made in memory. Each
 * line on standard input, `all V` or `one V`, changes all route configurations or the first; what begins then is timed.
 */
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { keepYoungSmall } from '../../src/command/rds/collect.js';
import { eventJsonWriter } from '../../src/xds/event-text.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { createRouteServer } from '../../src/xds/server.js';
import { createSnapshot } from '../../src/xds/snapshot.js';
import { configurations } from './routes.js';

keepYoungSmall();
const [cert, key] = process.argv.slice(2);
const registry = createEnvoyRegistry();
const marks = Array.from({ length: 50 }, () => 'first');
// The lines of `-o json`, written where they cost what they cost and disturb nobody.
const sink = createWriteStream('/dev/null');
const eventJson = eventJsonWriter();
let lines: string[] = [];
const server = createRouteServer({
  listen: (event) => {
    if (lines.length === 0) {
      setImmediate(() => {
        sink.write(lines.join(''));
        lines = [];
      });
    }
    lines.push(eventJson(event));
  },
  ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
});
const publish = () => server.publish(createSnapshot(configurations(marks), registry, server.hub.snapshot).snapshot);

publish();
process.stdout.write(`port ${await server.start('127.0.0.1:0')}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const [what, mark = ''] = line.split(' ');
  const begun = process.hrtime.bigint();
  const now = BigInt(Date.now()) * 1_000_000n;
  if (what === 'all') marks.fill(mark);
  else marks[0] = mark;
  publish();
  process.stdout.write(`begun ${now}\n`);
  if (process.env.BENCH_DEBUG)
    process.stderr.write(`published in ${Number(process.hrtime.bigint() - begun) / 1e6} ms\n`);
}
process.exit();

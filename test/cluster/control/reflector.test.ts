import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { ApiAnswer, ApiClient } from '../../../src/cluster/control/client.js';
import { Reflector } from '../../../src/cluster/control/reflector.js';
import type { Json, JsonObject } from '../../../src/model/envoy.js';

const item = (name: string, version: number, value = ''): JsonObject => ({
  metadata: { namespace: 'shop', name, resourceVersion: String(version) },
  spec: { value },
});
const list = (version: number, items: readonly JsonObject[], token = ''): Json => ({
  metadata: { resourceVersion: String(version), continue: token },
  items,
});

/** An API server that says what a test has it say. */
class Scripted implements ApiClient {
  readonly context = 'test';
  readonly server = '';
  readonly namespace = 'default';
  readonly asked: string[] = [];
  readonly streams: PassThrough[] = [];
  readonly lists: (Partial<ApiAnswer> | Error)[] = [];
  watchStatus = 200;

  async call(
    _method: string,
    _path: string,
    { query = {} }: { query?: Readonly<Record<string, string>> } = {},
  ): Promise<ApiAnswer> {
    this.asked.push(query.continue === undefined ? 'list' : `list after ${query.continue}`);
    const next = this.lists.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('nothing to list');
    return { status: 200, body: undefined, reason: 'as scripted', retryAfterMs: undefined, ...next };
  }

  async open(
    _path: string,
    query: Readonly<Record<string, string>>,
    _silence: number,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    this.asked.push(`watch from ${query.resourceVersion}`);
    const stream = new PassThrough();
    signal.addEventListener('abort', () => stream.destroy());
    this.streams.push(stream);
    const { watchStatus } = this;
    this.watchStatus = 200;
    return Object.assign(stream, { statusCode: watchStatus }) as unknown as IncomingMessage;
  }

  say(type: string, object: JsonObject): void {
    this.streams.at(-1)?.write(`${JSON.stringify({ type, object })}\n`);
  }

  close(): void {
    // There is nothing to close.
  }
}

describe('the reflector', () => {
  let api: Scripted;
  let reflector: Reflector<string>;
  let told: string[][];
  let failures: string[];

  beforeEach(() => {
    api = new Scripted();
    told = [];
    failures = [];
    reflector = new Reflector<string>({
      client: api,
      name: 'things',
      path: async () => '/things',
      keep: ({ spec }) => {
        const { value } = spec as { value: string };
        if (value === 'poison') throw new Error('cannot be taken');
        return value;
      },
      same: (a, b) => a === b,
      changed: (keys) => told.push([...keys].sort()),
      failed: (reason) => failures.push(reason),
      backOff: { least: 1, most: 2 },
    });
  });
  afterEach(() => reflector.stop());

  const when = async (holds: () => boolean): Promise<void> => {
    for (let left = 500; left > 0 && !holds(); left -= 1) await new Promise((resolve) => setTimeout(resolve, 2));
    assert.ok(holds(), JSON.stringify({ asked: api.asked, told, failures }));
  };
  const watches = (count: number) => when(() => api.streams.length === count);

  it('lists in pages and goes on from there, also where a watch ended', async () => {
    api.lists.push({ body: list(10, [item('a', 1)], 'more') }, { body: list(10, [item('b', 2)]) });
    reflector.start();
    await watches(1);
    assert.deepEqual(told, [['shop/a', 'shop/b']]);
    api.say('ADDED', item('c', 11));
    api.say('BOOKMARK', item('', 40));
    await when(() => told.length === 2);
    api.streams[0]?.end();
    await watches(2);
    assert.deepEqual(api.asked, ['list', 'list after more', 'watch from 10', 'watch from 40']);
    assert.deepEqual([...reflector.keys()].sort(), ['shop/a', 'shop/b', 'shop/c']);
  });

  it('never stops: errors of lists, of watches and of streams are tried again, and take nothing away', async () => {
    api.lists.push(new Error('away'), { status: 500 }, { body: list(5, [item('a', 1)]) });
    reflector.start();
    await watches(1);
    assert.equal(reflector.synced, true);
    api.streams[0]?.destroy(new Error('reset'));
    await watches(2);
    api.watchStatus = 500;
    api.streams[1]?.write('no JSON\n');
    await watches(4);
    assert.equal(reflector.get('shop/a'), '');
    assert.equal(api.asked.filter((each) => each === 'list').length, 3);
    assert.ok(failures.length >= 5, failures.join());
  });

  it('lists anew when it is too old, and tells what vanished meanwhile', async () => {
    api.lists.push(
      { body: list(5, [item('a', 1), item('b', 2)]) },
      { body: list(90, [item('b', 2), item('c', 80)]) },
      { body: list(95, [item('c', 80)]) },
    );
    reflector.start();
    await watches(1);
    api.say('ERROR', { code: 410, message: 'too old' });
    await watches(2);
    assert.deepEqual(told.at(-1), ['shop/a', 'shop/c']);
    // In the other place: the answer to the watch itself.
    api.watchStatus = 410;
    api.streams[1]?.end();
    await watches(4);
    assert.deepEqual(told.at(-1), ['shop/b']);
    assert.deepEqual([...reflector.keys()], ['shop/c']);
  });

  it('takes nothing away for a list that broke off in the middle', async () => {
    api.lists.push(
      { body: list(5, [item('a', 1), item('b', 2)]) },
      { body: list(90, [item('a', 1)], 'more') },
      { status: 503 },
      { body: list(91, [item('a', 1), item('b', 2)]) },
    );
    reflector.start();
    await watches(1);
    api.say('ERROR', { code: 410, message: 'too old' });
    await watches(2);
    assert.equal(told.length, 1);
    assert.equal(reflector.size, 2);
  });

  it('tells only what is another one, and lets one bad object keep no other away', async () => {
    api.lists.push({ body: list(5, [item('a', 1), item('bad', 2, 'poison'), item('c', 3)]) });
    reflector.start();
    await watches(1);
    assert.deepEqual(told, [['shop/a', 'shop/c']]);
    api.say('MODIFIED', item('a', 6));
    api.say('MODIFIED', item('c', 7, 'new'));
    await when(() => told.length === 2);
    assert.deepEqual(told[1], ['shop/c']);
    assert.equal(reflector.versionOf('shop/a'), '6');
    assert.equal(failures.length, 1);
  });

  it('knows what was written before its watch does, and is not led back by it', async () => {
    api.lists.push({ body: list(5, [item('a', 1)]) });
    reflector.start();
    await watches(1);
    reflector.note(item('a', 9, 'ours'));
    api.say('MODIFIED', item('a', 8, 'older'));
    api.say('ADDED', item('b', 10));
    await when(() => reflector.get('shop/b') !== undefined);
    assert.equal(reflector.get('shop/a'), 'ours');
  });

  it('is not in a hurry where a server closes each watch at once', async () => {
    await reflector.stop();
    let opened = 0;
    const closing: ApiClient = Object.assign(Object.create(api) as Scripted, {
      open: async () => {
        opened += 1;
        return Object.assign(new PassThrough().end(), { statusCode: 200 }) as unknown as IncomingMessage;
      },
    });
    api.lists.push({ body: list(5, []) });
    const { options } = reflector;
    reflector = new Reflector({ ...options, client: closing, backOff: { least: 20, most: 10_000, random: () => 1 } });
    reflector.start();
    await new Promise((resolve) => setTimeout(resolve, 400));
    // 20, 40, 80, 160 ms: without pauses it would be hundreds.
    assert.ok(opened >= 1 && opened <= 6, String(opened));
  });
});

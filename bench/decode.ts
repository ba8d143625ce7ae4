/**
 * How fast the codecs read, in MB/s of the stream, on this machine: `npx tsx bench/decode.ts [seconds]`.
 * The goal is 300 MB/s for Dubbo headers with bodies that are passed over (issue 9).
 */
import type { Codec, DecoderOptions } from '../src/codec/codec.js';
import { codecs } from '../src/codec/codecs.js';
import { dubboRequest } from '../test/codec/dubbo/message.js';
import { streams } from '../test/codec/streams.js';

const seconds = Number(process.argv[2] ?? 2);
/** What a socket gives at a time. */
const CHUNK = 64 * 1024;
const MEBI = 1024 * 1024;

function run(label: string, codec: Codec, messages: readonly Buffer[], options: DecoderOptions = {}): void {
  const one = Buffer.concat(messages);
  const stream = Buffer.concat(Array.from({ length: Math.max(1, Math.ceil((8 * MEBI) / one.length)) }, () => one));
  const round = () => {
    const decoder = codec.decoder(options);
    let count = 0;
    for (let at = 0; at < stream.length; at += CHUNK) count += decoder.push(stream.subarray(at, at + CHUNK)).length;
    if (decoder.failure !== undefined) throw new Error(decoder.failure.message);
    return count;
  };
  round();
  let octets = 0;
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    count += round();
    octets += stream.length;
  }
  const took = (performance.now() - start) / 1000;
  const average = Math.round(octets / count);
  console.log(
    `${label.padEnd(52)} ${(octets / took / 1e6).toFixed(0).padStart(7)} MB/s ${Math.round(count / took)
      .toLocaleString('en')
      .padStart(11)} messages/s of ${average} octets`,
  );
}

function call(size: number): Buffer {
  const attachments = {
    path: 'org.apache.dubbo.samples.basic.api.DemoService',
    interface: 'org.apache.dubbo.samples.basic.api.DemoService',
    version: '0.0.0',
    timeout: '3000',
    group: 'g',
  };
  return dubboRequest({ types: 'Ljava/lang/String;', values: ['x'.repeat(size)], attachments });
}

const { dubbo, thrift, trpc, brpc } = codecs;
for (const size of [16, 1024, 16 * 1024]) {
  run(`dubbo, headers, bodies passed over, argument ${size}`, await dubbo(), [call(size)], { read: 'headers' });
  run(`dubbo, attachments, arguments passed over, argument ${size}`, await dubbo(), [call(size)]);
}
for (const [label, codec] of Object.entries({ thrift, trpc, brpc })) {
  run(`${label}, all kinds of messages`, await codec(), streams[label as 'thrift' | 'trpc' | 'brpc']());
}

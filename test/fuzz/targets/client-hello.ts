import assert from 'node:assert/strict';
import { sniff } from '../../../src/proxy/gate/client-hello.js';
import { mutatedBytes } from '../mutate.js';
import type { Target } from '../target.js';

/** A ClientHello with a server name and ALPN, put together by RFC 8446 4.1.2. */
function hello(serverName: string, protocol: string): Buffer {
  const sized = (octets: Buffer, size: number) => {
    const length = Buffer.alloc(size);
    length.writeUIntBE(octets.length, 0, size);
    return Buffer.concat([length, octets]);
  };
  const extension = (type: number, content: Buffer) => Buffer.concat([Buffer.from([0, type]), sized(content, 2)]);
  const name = sized(Buffer.concat([Buffer.from([0]), sized(Buffer.from(serverName), 2)]), 2);
  const extensions = Buffer.concat([extension(0, name), extension(16, sized(sized(Buffer.from(protocol), 1), 2))]);
  const body = [
    Buffer.from([3, 3]),
    Buffer.alloc(32, 7),
    sized(Buffer.alloc(32, 9), 1),
    sized(Buffer.from([19, 1]), 2),
  ];
  const whole = Buffer.concat([...body, sized(Buffer.from([0]), 1), sized(extensions, 2)]);
  return Buffer.concat([Buffer.from([22, 3, 1]), sized(Buffer.concat([Buffer.from([1]), sized(whole, 3)]), 2)]);
}

const good = hello('outbound_.20880_.v1_.orders.shop', 'istio');

export default {
  about: 'the first octets of a connection: no throw, and what is decided stays decided when more comes',
  kind: 'parser',
  make: (random) => mutatedBytes(good, random),
  check(input) {
    const octets = Buffer.from(input);
    const whole = sniff(octets);
    const half = sniff(octets.subarray(0, octets.length >> 1));
    if (half !== 'more') assert.deepEqual(whole, half);
  },
} satisfies Target;

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dubboRequest, dubboResponse } from '../dubbo/message.js';
import { brief, decodeAll } from './decode.js';

const request = dubboRequest({ id: 1n, attachments: { user: 'x'.repeat(151) } });
const response = dubboResponse(1n, 1, ['y'.repeat(40)]);
const bytes = Buffer.concat([request, response]);
const expected = brief(decodeAll(bytes));
const hexOf = (part: Uint8Array) => [...part].map((octet) => octet.toString(16).padStart(2, '0'));
const rowsOf = (part: Buffer, width = 16) =>
  Array.from({ length: Math.ceil(part.length / width) }, (_, index) =>
    part.subarray(index * width, (index + 1) * width),
  );
const ascii = (part: Buffer) => part.toString('latin1').replace(/[^\x20-\x7e]/g, '.');

/** As Netty's ByteBufUtil draws it. */
function netty(part: Buffer): string {
  const rows = rowsOf(part).map((row, index) => {
    const offset = (index * 16).toString(16).padStart(8, '0');
    return `|${offset}| ${hexOf(row).join(' ').padEnd(47)} |${ascii(row).padEnd(16)}|\n`;
  });
  const border = `+--------+${'-'.repeat(49)}+${'-'.repeat(16)}+\n`;
  return `         +${'-'.repeat(49)}+\n         |  0  1  2  3  4  5  6  7  8  9  a  b  c  d  e  f |\n${border}${rows.join('')}${border}`;
}

const signed = [...bytes].map((octet) => (octet > 127 ? octet - 256 : octet));
const escaped = (part: Buffer) =>
  hexOf(part)
    .map((pair) => `\\x${pair}`)
    .join('');
/** As Python's repr has it: what can be printed is. */
const python = [...bytes].map((octet) => {
  const letter = String.fromCharCode(octet);
  if (letter === '\\' || letter === "'") return `\\${letter}`;
  return octet >= 0x20 && octet < 0x7f ? letter : `\\x${octet.toString(16).padStart(2, '0')}`;
});

const texts: Readonly<Record<string, string>> = {
  'Netty, behind the time of a log': netty(bytes).replace(/^/gm, '2026-11-26 10:00:00 DEBUG handler - '),
  "Wireshark's C array": `/* Frame (${bytes.length} bytes) */\nstatic const unsigned char pkt1[${bytes.length}] = {\n${rowsOf(
    bytes,
    8,
  )
    .map(
      (row) =>
        `${hexOf(row)
          .map((pair) => `0x${pair}`)
          .join(', ')}, /* ${ascii(row).replace(/[*/]/g, '.')} */`,
    )
    .join('\n')}\n};\n`,
  "Wireshark's escaped string": rowsOf(bytes)
    .map((row) => `"${escaped(row)}"`)
    .join(' \\\n'),
  'bytes of Python': `b'${python.join('')}'`,
  'escapes without quotes': escaped(bytes),
  'Arrays.toString of Java': `[${signed.join(', ')}]`,
  'an array of Java source': `byte[] message = new byte[] { ${signed.map((value) => `(byte) ${value}`).join(', ')} };`,
  'a slice that Go printed': `[${[...bytes].join(' ')}]`,
  'a slice of Go source': `m := []byte{${hexOf(bytes)
    .map((pair) => `0x${pair}`)
    .join(', ')}}`,
  'a Buffer that Node printed': `<Buffer ${hexOf(bytes).join(' ')}>`,
  'a Buffer as JSON': JSON.stringify({ message: bytes }, null, 2),
  'a Uint8Array that Node printed': `Uint8Array(${bytes.length}) [\n  ${[...bytes].join(', ')}\n]`,
  'a bytearray of Python': `bytearray([${[...bytes].join(', ')}])`,
  'BitConverter of .NET': hexOf(bytes).join('-').toUpperCase(),
};

describe('bytes in a text', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`are read from ${name}`, () => {
      for (const [input, size] of [
        [text, text.length],
        [text.replace(/\n/g, '\r\n'), 64],
      ] as const) {
        const all = decodeAll(Buffer.from(input), size);
        assert.deepStrictEqual(brief(all), expected);
        assert.equal(all.reader.failure, undefined);
        assert.deepStrictEqual(all.events, []);
      }
    });
  }

  it('are told apart by direction where Wireshark names the peers', () => {
    const array = (name: string, part: Buffer) =>
      `char ${name}[] = { /* Packet 4 */\n${rowsOf(part, 8)
        .map((row) =>
          hexOf(row)
            .map((pair) => `0x${pair}`)
            .join(', '),
        )
        .join(',\n')} };\n`;
    const text = array('peer0_0', request) + array('peer1_0', response);
    const found = decodeAll(Buffer.from(text)).decoded.map(({ message }) => [message.kind, message.sender]);
    assert.deepStrictEqual(found, [
      ['request', 'client'],
      ['response', 'server'],
    ]);
  });

  it('are of the connection that the log of Netty names', () => {
    const channel = '[id: 0x1f2e3d4c, L:/10.0.0.2:20880 - R:/10.0.0.1:40000]';
    const text = `${channel} READ: ${request.length}B\n${netty(request)}${channel} WRITE: ${response.length}B\n${netty(response)}`;
    const found = decodeAll(Buffer.from(text)).decoded.map(({ message, connection }) => [message.kind, connection]);
    const connection = { number: 1, client: '10.0.0.1:40000', server: '10.0.0.2:20880' };
    assert.deepStrictEqual(found, [
      ['request', connection],
      ['response', connection],
    ]);
  });

  it('that are left out are missed', () => {
    const { decoded, events } = decodeAll(
      Buffer.from(`<Buffer ${hexOf(request.subarray(0, 50)).join(' ')} ... 200 more bytes>`),
    );
    assert.deepStrictEqual([decoded.length, events[0]?.failure?.reason], [0, 'truncated']);
  });

  // What the tools themselves print.
  for (const [tool, ...args] of [
    ['od', '-Ax', '-tx1', '-v'],
    ['od', '-tx1'],
    ['od', '-Ad', '-tx1', '-v'],
    ['od', '-An', '-tx1', '-v'],
    ['od', '-Ax', '-tx1z'],
    ['od', '-x'],
    ['hexdump'],
    ['hexdump', '-C'],
    ['xxd'],
    ['xxd', '-i'],
    ['xxd', '-p'],
  ] as const) {
    it(`are read from ${[tool, ...args].join(' ')}, of an even and an odd number`, function () {
      const path: string | undefined = ['/usr/bin', '/bin']
        .map((directory) => join(directory, tool))
        .find((file) => existsSync(file));
      if (path === undefined) this.skip();
      const directory = mkdtempSync(join(tmpdir(), 'aeraki-dump-'));
      try {
        // Zeros, so that lines are left out.
        const long = dubboRequest({ id: 5n, types: 'Ljava/lang/String;', values: ['0'.repeat(300)] });
        for (const part of [request, bytes, long, dubboRequest({ id: 2n, attachments: { user: 'xx' } })]) {
          const file = join(directory, 'bytes');
          writeFileSync(file, part);
          const text: Buffer = execFileSync(path, [...args, file]);
          const all = decodeAll(text);
          assert.deepStrictEqual(brief(all), brief(decodeAll(part)), text.toString());
          assert.equal(all.reader.failure, undefined);
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dubboRequest, dubboResponse } from '../dubbo/message.js';
import { brief, decodeAll } from './decode.js';
import { conversation, ipPacket } from './packets.js';

const questions = [1n, 2n, 3n].map((id) => dubboRequest({ id, attachments: { user: 'x'.repeat(150) } }));
const answers = [1n, 2n, 3n].map((id) => dubboResponse(id, 1, ['y'.repeat(150)]));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const dubbo = conversation(
  ['10.0.0.1', 40000],
  ['10.0.0.2', 20880],
  [
    ['client', Buffer.concat(questions)],
    ['server', Buffer.concat(answers)],
  ],
);
const fromDubbo = [
  ...questions.map((bytes) => `10.0.0.1:40000>10.0.0.2:20880 dubbo request ${hex(bytes)}`),
  ...answers.map((bytes) => `10.0.0.2:20880>10.0.0.1:40000 dubbo response ${hex(bytes)}`),
];

describe('a single stream', () => {
  const bytes = Buffer.concat([questions[0] ?? assert.fail(), answers[0] ?? assert.fail()]);
  const expected = brief(decodeAll(bytes));
  const lines = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, index) => ({
    at: index * 16,
    part: bytes.subarray(index * 16, index * 16 + 16),
  }));
  const ascii = (part: Buffer) => part.toString('latin1').replace(/[^\x20-\x7e]/g, '.');
  const pairs = (part: Buffer) => [...part].map((octet) => octet.toString(16).padStart(2, '0'));
  const offset = (at: number, width = 8) => at.toString(16).padStart(width, '0');
  const words = (part: Buffer) => (part.toString('hex').match(/.{1,4}/g) ?? []).join(' ').padEnd(39);

  const texts: Readonly<Record<string, string>> = {
    xxd: lines.map(({ at, part }) => `${offset(at)}: ${words(part)}  ${ascii(part)}\n`).join(''),
    'xxd -p': `${(bytes.toString('hex').match(/.{1,60}/g) ?? []).join('\n')}\n`,
    'hexdump -C': [
      ...lines.map(({ at, part }) => {
        const [left, right] = [pairs(part).slice(0, 8), pairs(part).slice(8)].map((half) => half.join(' '));
        return `${offset(at)}  ${(left ?? '').padEnd(23)}  ${(right ?? '').padEnd(23)}  |${ascii(part)}|\n`;
      }),
      `${offset(bytes.length)}\n`,
    ].join(''),
    Wireshark: lines
      .map(({ at, part }) => `${offset(at, 4)}   ${pairs(part).join(' ').padEnd(47)}   ${ascii(part)}\n`)
      .join(''),
    base64: `${(bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\n')}\n`,
    base64url: bytes.toString('base64url'),
    'C source': pairs(bytes)
      .map((pair) => `0x${pair}`)
      .join(', '),
  };

  for (const [name, text] of Object.entries(texts)) {
    it(`is read from ${name}, however the text comes`, () => {
      for (const [input, size] of [
        [text, text.length],
        [text, 5],
        [text.replace(/\n/g, '\r\n'), 64],
      ] as const) {
        const all = decodeAll(Buffer.from(input), size);
        assert.deepStrictEqual(brief(all), expected);
        assert.equal(all.reader.failure, undefined);
      }
    });
  }

  it('is read with the lines that hexdump leaves out', () => {
    const zeros = dubboRequest({ types: 'Ljava/lang/String;', values: ['0'.repeat(200)] });
    const rows = Array.from({ length: Math.ceil(zeros.length / 16) }, (_, index) =>
      zeros.subarray(index * 16, index * 16 + 16),
    );
    let starred = false;
    const text = rows.map((row, index) => {
      const same = index > 0 && row.length === 16 && row.equals(rows[index - 1] ?? Buffer.alloc(0));
      const line = same ? (starred ? '' : '*\n') : `${offset(index * 16)}  ${pairs(row).join(' ')}\n`;
      starred = same;
      return line;
    });
    assert.ok(text.includes('*\n'));
    assert.equal(hex(decodeAll(Buffer.from(text.join(''))).decoded[0]?.message.bytes ?? Buffer.alloc(0)), hex(zeros));
  });

  it('of which a line is missing is refused with the number of the line', () => {
    const text = lines
      .filter((_, index) => index !== 3)
      .map(({ at, part }) => `${offset(at)}: ${words(part)}  ${ascii(part)}\n`);
    const { failure } = decodeAll(Buffer.from(text.join(''))).reader;
    assert.equal(failure?.line, 4);
  });

  it('is told apart by direction in what Wireshark shows of a stream', () => {
    const dump = (part: Buffer, indent: string) => {
      const rows = Array.from({ length: Math.ceil(part.length / 16) }, (_, index) =>
        part.subarray(index * 16, index * 16 + 16),
      );
      return rows
        .map((row, index) => `${indent}${offset(index * 16)}  ${pairs(row).join(' ')}   ${ascii(row)}\n`)
        .join('');
    };
    const text = dump(questions[0] ?? assert.fail(), '') + dump(answers[0] ?? assert.fail(), '    ');
    assert.deepStrictEqual(
      decodeAll(Buffer.from(text)).decoded.map(({ message }) => [message.kind, message.sender]),
      [
        ['request', 'client'],
        ['response', 'server'],
      ],
    );
  });

  it('is put together from packets that tcpdump -X printed', () => {
    const text = dubbo.map((part) => {
      const packet = ipPacket(part);
      const rows = Array.from({ length: Math.ceil(packet.length / 16) }, (_, index) =>
        packet.subarray(index * 16, index * 16 + 16),
      );
      return [
        '09:15:27.115512 IP 10.0.0.1.40000 > 10.0.0.2.20880: Flags [P.], seq 1:101, length 100\n',
        ...rows.map((row, index) => `\t0x${offset(index * 16, 4)}:  ${words(row)}  ${ascii(row)}\n`),
      ].join('');
    });
    assert.deepStrictEqual(brief(decodeAll(Buffer.from(text.join('')))), fromDubbo);
  });

  it('that is base64 with a foreign character, or nothing at all, is no reason to throw', () => {
    assert.match(decodeAll(Buffer.from(`${'Zm9v'.repeat(1500)}!`)).reader.failure?.message ?? '', /"!"/);
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => void decodeAll(Buffer.from(text))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (part) => void decodeAll(part)),
      { numRuns: 500 },
    );
  });
});

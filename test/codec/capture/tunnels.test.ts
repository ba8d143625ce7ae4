import assert from 'node:assert/strict';
import { dubboRequest } from '../dubbo/message.js';
import { brief, decodeAll } from './decode.js';
import { conversation, ipPacket, links, pcap } from './packets.js';

const request = dubboRequest({ id: 1n, attachments: { user: 'x'.repeat(150) } });
const expected = [`10.0.0.1:40000>10.0.0.2:20880 dubbo request ${request.toString('hex')}`];
const packets = conversation(['10.0.0.1', 40000], ['10.0.0.2', 20880], [['client', request]]).map(ipPacket);

const u16 = (...values: readonly number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
const ethernet = (type: number, rest: Buffer) => Buffer.concat([Buffer.alloc(12), u16(type), rest]);

/** An IPv4 packet of another protocol than TCP. */
function ip4(protocol: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(20);
  head[0] = 0x45;
  head.writeUInt16BE(20 + rest.length, 2);
  head[9] = protocol;
  return Buffer.concat([head, rest]);
}

function ip6(protocol: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(40);
  head[0] = 0x60;
  head.writeUInt16BE(rest.length, 4);
  head[6] = protocol;
  return Buffer.concat([head, rest]);
}

const udp = (port: number, rest: Buffer) => Buffer.concat([u16(45000, port, 8 + rest.length, 0), rest]);
const inner = (ip: Buffer) => links[1](ip);
const vxlan = Buffer.from('0800000000000100', 'hex');
const label = (bottom: boolean) => Buffer.from([0, 1, bottom ? 1 : 0, 64]);

/** Each as its document draws it. */
const tunnels: Readonly<Record<string, (ip: Buffer) => Buffer>> = {
  'VXLAN (RFC 7348)': (ip) => links[1](ip4(17, udp(4789, Buffer.concat([vxlan, inner(ip)])))),
  'VXLAN as flannel has it': (ip) => links[1](ip4(17, udp(8472, Buffer.concat([vxlan, inner(ip)])))),
  'VXLAN over IPv6': (ip) => links[1](ip6(17, udp(4789, Buffer.concat([vxlan, inner(ip)])))),
  'VXLAN-GPE with IP': (ip) =>
    links[1](ip4(17, udp(4790, Buffer.concat([Buffer.from('0c00000100000100', 'hex'), ip])))),
  'Geneve with an option (RFC 8926)': (ip) =>
    links[1](ip4(17, udp(6081, Buffer.concat([Buffer.from('02006558000001000102030155667788', 'hex'), inner(ip)])))),
  'GRE (RFC 2784)': (ip) => links[1](ip4(47, Buffer.concat([u16(0, 0x0800), ip]))),
  'GRE with key and sequence number (RFC 2890)': (ip) =>
    links[1](ip4(47, Buffer.concat([u16(0x3000, 0x6558), Buffer.alloc(8), inner(ip)]))),
  'ERSPAN II': (ip) => links[1](ip4(47, Buffer.concat([u16(0x1000, 0x88be), Buffer.alloc(12), inner(ip)]))),
  'IP in IP (RFC 2003)': (ip) => links[1](ip4(4, ip)),
  '6in4, and IP in that': (ip) => links[1](ip4(41, ip6(4, ip))),
  'MPLS of two labels': (ip) => ethernet(0x8847, Buffer.concat([label(false), label(true), ip])),
  'an MPLS pseudowire': (ip) => ethernet(0x8847, Buffer.concat([label(true), Buffer.alloc(4), inner(ip)])),
  'MPLS over UDP (RFC 7510)': (ip) => links[1](ip4(17, udp(6635, Buffer.concat([label(true), ip])))),
  'PPPoE (RFC 2516)': (ip) => ethernet(0x8864, Buffer.concat([u16(0x1100, 1, ip.length + 2, 0x21), ip])),
  'VLANs, one in the other, in VXLAN': (ip) =>
    links[1](
      ip4(17, udp(4789, Buffer.concat([vxlan, ethernet(0x88a8, Buffer.concat([u16(5, 0x8100, 6, 0x0800), ip]))]))),
    ),
};

describe('a capture of an overlay network', () => {
  for (const [name, wrap] of Object.entries(tunnels)) {
    it(`has the connection inside of ${name}`, () => {
      const all = decodeAll(pcap(1, packets.map(wrap)));
      assert.deepStrictEqual(brief(all), expected);
      assert.deepStrictEqual([...all.reader.skipped], []);
    });
  }

  it('has a packet once that is seen both outside and inside of the tunnel', () => {
    const wrap = tunnels['VXLAN (RFC 7348)'] ?? assert.fail();
    assert.deepStrictEqual(
      brief(
        decodeAll(
          pcap(
            1,
            packets.flatMap((ip) => [wrap(ip), links[1](ip)]),
          ),
        ),
      ),
      expected,
    );
  });

  it('is left where the layers do not end, and where they are cut off', () => {
    let deep = packets.at(3) ?? assert.fail();
    for (let depth = 0; depth < 100; depth += 1) deep = ip4(4, deep);
    assert.deepStrictEqual([...decodeAll(pcap(1, [links[1](deep)])).reader.skipped.values()], [1]);
    for (const wrap of Object.values(tunnels)) {
      const whole = wrap(packets.at(3) ?? assert.fail());
      for (let length = 0; length < whole.length; length += 1) decodeAll(pcap(1, [whole.subarray(0, length)]));
    }
  });

  it('that is encrypted is said to be', () => {
    const all = decodeAll(
      pcap(1, [links[1](ip4(50, Buffer.alloc(40))), links[1](ip4(17, udp(51820, Buffer.alloc(40))))]),
    );
    assert.match([...all.reader.skipped.keys()].join(), /IPsec or WireGuard/);
  });
});

describe('a capture file', () => {
  for (const little of [true, false]) {
    it(`of the libpcap of old Linux distributions is read, ${little ? 'little' : 'big'}-endian`, () => {
      const file = pcap(1, packets.map(links[1]), little);
      // The same with another magic number, and eight octets more before each packet.
      const parts: Buffer[] = [Buffer.from(little ? '34cdb2a1' : 'a1b2cd34', 'hex'), file.subarray(4, 24)];
      for (let at = 24; at < file.length; ) {
        const length = little ? file.readUInt32LE(at + 8) : file.readUInt32BE(at + 8);
        parts.push(file.subarray(at, at + 16), Buffer.alloc(8), file.subarray(at + 16, at + 16 + length));
        at += 16 + length;
      }
      assert.deepStrictEqual(brief(decodeAll(Buffer.concat(parts))), expected);
    });
  }
});

import assert from 'node:assert/strict';
import { discoveryEndpoints, portNumber, splitHostPort } from '../../../src/translate/redis/endpoints.js';
import { millionth } from '../../../src/translate/redis/percent.js';

describe('discovery endpoints', () => {
  /** What Go's net.SplitHostPort and strconv.Atoi give, seen by running them (Go 1.26). */
  const addresses: [string, ReturnType<typeof splitHostPort>][] = [
    ['r1.example.com:7001', { host: 'r1.example.com', port: '7001' }],
    ['r1.example.com', 'missing port'],
    ['', 'missing port'],
    [':6379', { host: '', port: '6379' }],
    ['host:', { host: 'host', port: '' }],
    ['host:http', { host: 'host', port: 'http' }],
    ['[::1]:6379', { host: '::1', port: '6379' }],
    ['[::1%lo0]:6379', { host: '::1%lo0', port: '6379' }],
    ['[::1]', 'missing port'],
    ['[::1]6379:', 'missing port'],
    ['::1', 'malformed'],
    ['fd00::1:6379', 'malformed'],
    ['[::1', 'malformed'],
    ['[::1]:6379:1', 'malformed'],
    ['[[::1]]:6379', 'missing port'],
    ['[a[b]:1', 'malformed'],
    ['a[b]:6379', 'malformed'],
    ['host]:6379', 'malformed'],
    ['[::1]:63]79', 'malformed'],
  ];
  for (const [address, expected] of addresses) {
    it(`splits "${address}"`, () => assert.deepStrictEqual(splitHostPort(address), expected));
  }

  const ports: [string, number][] = [
    ['6379', 6379],
    ['+7', 7],
    ['', 0],
    ['http', 0],
    ['63 79', 0],
    ['1_000', 0],
    ['-1', 4_294_967_295],
    ['4294967297', 1],
    ['99999999999999999999', 4_294_967_295],
    ['-99999999999999999999', 0],
  ];
  for (const [text, number] of ports) {
    it(`reads the port "${text}"`, () => assert.equal(portNumber(text), number));
  }

  it('take the port of the service when they have none', () => {
    assert.deepStrictEqual(discoveryEndpoints(['a:1', 'b', '[::1]'], 6379), [
      { host: 'a', port: 1 },
      { host: 'b', port: 6379 },
      { host: '[::1]', port: 6379 },
    ]);
  });

  it('give the index of the first malformed one', () => {
    assert.equal(discoveryEndpoints(['a', '::1', '::2'], 6379), 1);
  });
});

describe('a percentage in millionths', () => {
  const percentages: [number, number][] = [
    [100, 1_000_000],
    [0.57, 5699],
    [0, 0],
    [-1, 4_294_957_296],
    [429_496.7297, 1],
    [1e300, 0],
  ];
  for (const [percentage, numerator] of percentages) {
    it(`${percentage} %`, () => assert.equal(millionth(percentage), numerator));
  }
});

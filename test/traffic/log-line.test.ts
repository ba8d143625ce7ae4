import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLogCounter } from '../../src/traffic/access-log.js';
import { readDefaultLine, readerOfFormat } from '../../src/traffic/log-line.js';

const fields = { cluster: 'outbound|8080|v1|pay.pay.svc.cluster.local', remote: '10.0.0.1:5000', serverName: 'name' };

describe('traffic: lines of access logs', () => {
  it('the default JSON formats', () => {
    const istio = {
      upstream_cluster: fields.cluster,
      downstream_remote_address: fields.remote,
      requested_server_name: fields.serverName,
      response_code: 200,
    };
    assert.deepStrictEqual(readDefaultLine(JSON.stringify(istio)), fields);
    const { requested_server_name: _, ...metaProtocol } = istio;
    assert.deepStrictEqual(readDefaultLine(JSON.stringify(metaProtocol)), { ...fields, serverName: '' });
  });

  it('a path that holds a cluster name does not mislead', () => {
    const line =
      '[t] "GET /a?c=outbound|1||x HTTP/1.1" 200 - v - "-" 0 5 3 2 "-" "c" "i" "h" "u:1" outbound|8080||pay 10.0.0.9:1 10.1.1.1:8080 10.0.0.1:5000 - default';
    assert.equal(readDefaultLine(line)?.cluster, 'outbound|8080||pay');
  });

  it('formats of one’s own, TEXT and JSON', () => {
    const text = readerOfFormat(
      '%DOWNSTREAM_REMOTE_ADDRESS% "%REQ(:PATH)%" [%UPSTREAM_CLUSTER%] %REQUESTED_SERVER_NAME%\n',
    );
    assert.deepStrictEqual(text?.(`${fields.remote} "/a b" [${fields.cluster}] name`), fields);
    assert.equal(text?.('something else'), undefined);
    const json = readerOfFormat(
      '{"to": "%UPSTREAM_CLUSTER%", "from": "%DOWNSTREAM_REMOTE_ADDRESS%", "x": "%DURATION%"}',
    );
    assert.deepStrictEqual(json?.(JSON.stringify({ to: fields.cluster, from: fields.remote, x: 3 })), {
      ...fields,
      serverName: '',
    });
    assert.equal(readerOfFormat('%START_TIME%'), undefined);
  });

  it('however a log is cut into pieces, the count is the same', () => {
    const line = (at: number) =>
      `[2026-01-01T00:00:0${at % 10}.000Z] dubbo 0  - "-" 1 2 3  "-" "i" outbound|20880||h${at % 3} - 1.2.3.4:1 10.0.0.1:${at} r`;
    const log = Array.from({ length: 50 }, (_, at) => (at % 7 === 0 ? 'noise' : line(at))).join('\n');
    const whole = createLogCounter('f', readDefaultLine);
    whole.add(log);
    const expected = whole.end();
    assert.equal(
      expected.accesses.reduce((sum, { count }) => sum + count, 0),
      42,
    );
    assert.equal(expected.passedOver, 8);
    fc.assert(
      fc.property(fc.array(fc.nat(log.length)), (cuts) => {
        const counter = createLogCounter('f', readDefaultLine);
        const places = [0, ...cuts.sort((a, b) => a - b), log.length];
        for (const [at, place] of places.entries()) counter.add(log.slice(place, places[at + 1] ?? log.length));
        assert.deepStrictEqual(counter.end(), expected);
      }),
    );
  });

  it('hostile lines never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const counter = createLogCounter('f', readDefaultLine);
        counter.add(`${text}\noutbound|${text} ${text} outbound|1||${text}\n{"upstream_cluster":${text}`);
        counter.end();
        readerOfFormat(text);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import type { LogEntry } from '../../src/controller/log.js';
import { Publishing } from '../../src/controller/publishing.js';
import { type Certificates, makeCertificates } from '../xds/certificates.js';

describe('the route server of a controller', () => {
  let files: Certificates;
  before(() => {
    files = makeCertificates();
  });
  after(() => files.remove());

  const said = async (address: string, tls?: { cert: string; key: string; clientCa?: string }) => {
    const entries: LogEntry[] = [];
    const publishing = new Publishing({
      tls,
      scoped: false,
      log: (entry) => entries.push(entry),
      listen: () => undefined,
    });
    assert.ok((await publishing.start(address)) > 0);
    const { server } = publishing;
    await server.stop(0);
    assert.ok(server.stopping);
    return entries.map(({ level, event, tls: encrypted }) => [level, event, encrypted]);
  };

  it('says where anybody may read its routes', async () => {
    const pair = { cert: files.serverCert, key: files.serverKey };
    assert.deepEqual(await said('0.0.0.0:0'), [['warning', 'open', false]]);
    assert.deepEqual(await said('0.0.0.0:0', pair), [['warning', 'open', true]]);
    assert.deepEqual(await said('0.0.0.0:0', { ...pair, clientCa: files.ca }), []);
    assert.deepEqual(await said('127.0.0.1:0'), []);
  });
});

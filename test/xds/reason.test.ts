import assert from 'node:assert/strict';
import { reasonOf } from '../../src/xds/reason.js';

/** Messages as grpc-js 1.14 and Node 20 to 26 gave them. */
const told: Readonly<Record<string, string>> = {
  '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1. Resolution note: ':
    'connect ECONNREFUSED 127.0.0.1:1',
  'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1 (2026-11-27T08:00:00.000Z)':
    'connect ECONNREFUSED 127.0.0.1:1',
  'Last error: Error: C0FC:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../ssl/rec.c:1:':
    'the server wants a certificate (--tls-cert, --tls-key)',
  'C0FC:error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed:../ssl/x.c:1:':
    'TLS failed: certificate verify failed',
  'Name resolution failed for target dns:nowhere:1': 'Name resolution failed for target dns:nowhere:1',
  'the stream ended.': 'the stream ended',
};

describe('xds: why a server could not be asked', () => {
  for (const [message, reason] of Object.entries(told)) {
    it(reason, () => {
      assert.equal(reasonOf(new Error(message)), reason);
      assert.equal(reasonOf(message), reason);
    });
  }
});

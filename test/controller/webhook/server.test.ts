import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { makeAuthority, makeServing } from '../../../src/controller/webhook/certificate.js';
import { webhookPath } from '../../../src/controller/webhook/registration.js';
import { createWebhookServer } from '../../../src/controller/webhook/server.js';

/** How long the API server keeps a connection to a webhook that has nothing to do, in seconds. */
const kept = 90;

describe('the server of the webhook', () => {
  it('keeps a connection for longer than the API server does', async () => {
    const authority = await makeAuthority(Date.now());
    const judges = { own: async () => [], around: async () => [] };
    const pair = await makeServing(authority, ['127.0.0.1'], Date.now());
    const server = createWebhookServer(pair, judges, () => undefined);
    const port = await server.start('127.0.0.1', 0);
    const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
    const url = `https://127.0.0.1:${port}${webhookPath}`;
    const sent = request(url, { method: 'POST', agent });
    sent.end(
      JSON.stringify({
        apiVersion: 'admission.k8s.io/v1',
        kind: 'AdmissionReview',
        request: { uid: 'a', operation: 'CREATE' },
      }),
    );
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response) text += String(part);
    assert.deepEqual(JSON.parse(text).response, { uid: 'a', allowed: true });
    const said = String(response.headers['keep-alive']);
    assert.ok(Number(/timeout=(\d+)/.exec(said)?.[1]) > kept, said);
    await server.stop();
    agent.destroy();
  });
});

import assert from 'node:assert/strict';
import { isStructural, loadSchemaCheck } from '../../src/schema/check.js';
import { resourcesOf } from './input.js';
import { dubboPolicy, host, redisDestination, redisService, virtualService } from './native.js';

/**
 * Defects that hang on what the CRDs let through: the schema layer must not take such a resource away before translate
 * can say what the reference does with it.
 */
const documents: readonly (readonly [defect: string, text: string])[] = [
  ['D9', redisDestination('{tcp: {tcpKeepalive: {probes: 3, time: 90s}}}')],
  ['D17', redisService(`{host: [${host}], redis: [{route: {host: r}, mirror: [{route: {host: m}}]}]}`)],
  ['D20', dubboPolicy('a', 'DENY', '[{}, {}]')],
  ['D24', virtualService('[{redirect: {uri: /x}}]')],
  ['D24', virtualService('[{route: [{weight: 1}]}]')],
  ['D25', redisService(`{host: [${host}], faults: [{type: ERROR}], redis: [{}]}`)],
  ['D25', redisService(`{host: [${host}], redis: [{route: {host: r}, mirror: [{}]}]}`)],
  ['D26', redisService(`{host: [${host}], settings: {opTimeout: "5 s"}}`)],
  ['D26', redisService(`{host: [${host}], settings: {maxBufferSizeBeforeFlush: 4294967296}}`)],
  ['D26', redisService(`{host: [${host}], redis: [{route: {host: r, port: -1}}]}`)],
  ['D26', redisDestination('{tcp: {connectTimeout: "1", maxConnections: -1}}')],
];

describe('what the CRDs let through reaches translate', () => {
  for (const [defect, text] of documents) {
    it(`${defect}: ${text.split('\n').find((line) => line.startsWith('spec:'))}`, async () => {
      const resources = resourcesOf(text);
      const check = await loadSchemaCheck(resources.map(({ kind }) => kind));
      const structural = resources.flatMap((resource) => check(resource)).filter(isStructural);
      assert.deepEqual(structural, []);
      assert.equal(resources.length, 1);
    });
  }
});

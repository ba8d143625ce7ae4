import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openDump } from '../../src/inspect/dump.js';
import { extensionsView } from '../../src/inspect/extensions-view.js';
import { levelRequests, parseLevels, readLoggers } from '../../src/inspect/loggers.js';
import { secretsView } from '../../src/inspect/secrets-view.js';
import { readStatistics, statisticsPath } from '../../src/inspect/statistics.js';
import { makeCertificates } from '../xds/certificates.js';

const envoy = 'type.googleapis.com/envoy.admin.v3';
const dumpOf = (...configs: readonly object[]) => openDump('dump', Buffer.from(JSON.stringify({ configs })));

describe('pc log', () => {
  it('reads what Envoy lists, and what is asked for in any of the ways of istioctl', () => {
    assert.deepEqual(readLoggers('active loggers:\n  admin: warning\n  meta_protocol: debug\n'), [
      { name: 'admin', level: 'warning' },
      { name: 'meta_protocol', level: 'debug' },
    ]);
    const requests = (text: string) => {
      const parsed = parseLevels(text);
      return parsed.ok ? levelRequests(parsed.change) : parsed.wrong;
    };
    assert.deepEqual(requests('debug'), ['/logging?level=debug']);
    assert.deepEqual(requests('none'), ['/logging?level=off']);
    assert.deepEqual(requests('http:debug, shop::redis=warn,level:info'), [
      '/logging?level=info',
      '/logging?http=debug',
      '/logging?redis=warning',
    ]);
    assert.equal(requests('http:debug,,x'), '');
    assert.equal(requests('a&b:debug,http:5'), 'http:5');
    assert.deepEqual(requests('a&level=trace:debug'), 'a&level=trace:debug');
  });
});

describe('pc stats', () => {
  it('reads numbers, texts and histograms, with colons in names', () => {
    const text = [
      'cluster.outbound|80||a.b: c.upstream_cx_total: 12',
      'server.version_text: "1.2: x"',
      'http.x.time: P0(nan,0) P25(nan,1)',
      'http.y.time: No recorded values',
      'big: 18446744073709551615',
      'no statistic',
    ].join('\n');
    assert.deepEqual(readStatistics(text), [
      { name: 'cluster.outbound|80||a.b: c.upstream_cx_total', value: 12 },
      { name: 'server.version_text', value: '1.2: x' },
      { name: 'http.x.time', value: 'P0(nan,0) P25(nan,1)' },
      { name: 'http.y.time', value: 'No recorded values' },
      { name: 'big', value: '18446744073709551615' },
    ]);
  });

  it('asks the proxy for what is wanted', () => {
    assert.equal(statisticsPath({ prometheus: false, usedOnly: false }), '/stats');
    assert.equal(
      statisticsPath({ prometheus: true, usedOnly: true, filter: 'a&b', type: 'counters' }),
      '/stats/prometheus?usedonly&filter=a%26b&type=Counters',
    );
  });
});

describe('pc secret and pc ecds', () => {
  it('show states, several trust domains and what cannot be read', () => {
    const certificates = makeCertificates();
    try {
      const pem = readFileSync(certificates.ca).toString('base64');
      const dump = dumpOf({
        '@type': `${envoy}.SecretsConfigDump`,
        dynamic_active_secrets: [
          { name: 'pending', version_info: 'uninitialized', secret: { name: 'pending' } },
          {
            name: 'ROOTCA',
            secret: {
              validation_context: {
                custom_validator_config: {
                  typed_config: {
                    trust_domains: ['east', 'west'].map((name) => ({ name, trust_bundle: { inline_bytes: pem } })),
                  },
                },
              },
            },
          },
        ],
        dynamic_warming_secrets: [
          { name: 'broken', secret: { tls_certificate: { certificate_chain: { inline_string: 'no PEM' } } } },
        ],
      });
      const { headings, rows } = secretsView(dump, { now: Date.now() });
      assert.equal(headings.at(-1), 'TRUST DOMAIN');
      assert.deepEqual(
        rows.map((row) => [row[0], row[1], row[2], row[3], row[7]]),
        [
          ['broken', '', 'WARMING', 'false', ''],
          ['pending', '', 'UNINITIALIZED', 'false', ''],
          ['ROOTCA', 'CA', 'ACTIVE', 'true', 'east'],
          ['ROOTCA', 'CA', 'ACTIVE', 'true', 'west'],
        ],
      );
      const later = secretsView(dump, { now: Date.now() + 10 * 86_400_000, name: 'ROOTCA' });
      assert.deepEqual(
        later.rows.map((row) => row[3]),
        ['false', 'false'],
      );
    } finally {
      certificates.remove();
    }
  });

  it('show extensions by type and name, and refused ones as findings', () => {
    const filter = (name: string, type: string) => ({
      version_info: '1',
      ecds_filter: { '@type': 'x', name, typed_config: { '@type': `type.googleapis.com/${type}` } },
    });
    const dump = dumpOf({
      '@type': `${envoy}.EcdsConfigDump`,
      ecds_filters: [
        filter('b', 'z.Wasm'),
        filter('a', 'z.Wasm'),
        { ...filter('c', 'a.Rbac'), error_state: { details: 'no' } },
      ],
    });
    const view = extensionsView(dump, {});
    assert.deepEqual(view.rows, [
      ['c', 'a.Rbac', '1'],
      ['a', 'z.Wasm', '1'],
      ['b', 'z.Wasm', '1'],
    ]);
    assert.deepEqual(
      view.findings.map(({ code }) => code),
      ['AER0608'],
    );
  });
});

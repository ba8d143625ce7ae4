import assert from 'node:assert/strict';
import { redact, redacted, redactText } from '../../src/envoy/redact.js';

describe('redaction', () => {
  it('hides Redis passwords in both spellings and keeps the rest', () => {
    const filter = {
      settings: { opTimeout: '5s' },
      downstreamAuthPassword: { inlineString: 's3cret' },
      downstream_auth_passwords: [{ inline_string: 's3cret' }, { filename: '/etc/pass' }],
      downstreamAuthUsername: { inlineString: 'app' },
    };
    assert.deepEqual(redact(filter), {
      settings: { opTimeout: '5s' },
      downstreamAuthPassword: { inlineString: '<redacted>' },
      downstream_auth_passwords: [{ inline_string: '<redacted>' }, { filename: '/etc/pass' }],
      downstreamAuthUsername: { inlineString: 'app' },
    });
  });

  it('hides the credentials of clusters, secrets and headers, not the names of Secrets or buckets of tokens', () => {
    const value = {
      typed_extension_protocol_options: {
        'envoy.filters.network.redis_proxy': { auth_password: { inline_string: 'x' } },
      },
      private_key: { inline_bytes: 'eA==' },
      certificate_chain: { inline_bytes: 'Y2VydA==' },
      generic_secret: { secret: { inline_string: 'x' } },
      request_headers_to_add: [
        { header: { key: 'Authorization', value: 'Bearer x' } },
        { header: { key: 'a', value: 'b' } },
      ],
      tls_certificate_sds_secret_configs: [{ name: 'default' }],
      token_bucket: { max_tokens: 5, fill_interval: '1s' },
      users: { inline_string: 'user:{SHA}x' },
    };
    assert.deepEqual(redact(value), {
      typed_extension_protocol_options: {
        'envoy.filters.network.redis_proxy': { auth_password: { inline_string: '<redacted>' } },
      },
      private_key: { inline_bytes: '<redacted>' },
      certificate_chain: { inline_bytes: 'Y2VydA==' },
      generic_secret: { secret: { inline_string: '<redacted>' } },
      request_headers_to_add: [
        { header: { key: 'Authorization', value: '<redacted>' } },
        { header: { key: 'a', value: 'b' } },
      ],
      tls_certificate_sds_secret_configs: [{ name: 'default' }],
      token_bucket: { max_tokens: 5, fill_interval: '1s' },
      users: { inline_string: '<redacted>' },
    });
  });

  it('hides what a node has from its environment, and what is packed where nobody sees into it', () => {
    const type = 'type.googleapis.com/envoy.extensions.filters.network.redis_proxy.v3.RedisProtocolOptions';
    const packed = { '@type': 'type.googleapis.com/google.protobuf.Any', type_url: type, value: 'CgkSB3MzY3JldDQ=' };
    const duration = { '@type': 'type.googleapis.com/google.protobuf.Duration', value: '1s' };
    assert.deepEqual(redact({ REDIS_PASSWORD: 'a', API_TOKEN: 'b', TOKEN_PATH: '/c', packed, duration }), {
      REDIS_PASSWORD: redacted,
      API_TOKEN: redacted,
      TOKEN_PATH: '/c',
      packed: { ...packed, value: redacted },
      duration,
    });
  });

  it('hides passwords in what a proxy says', () => {
    for (const text of [
      'bad config: downstream_auth_password { inline_string: "s3cret" }',
      '{"authPassword":{"inlineString":"s3cret"}}',
      'password: s3cret',
      'cannot reach redis://user:s3cret@host:6379',
    ]) {
      assert.ok(!redactText(text).includes('s3cret'), text);
      assert.ok(redactText(text).includes('<redacted>'), text);
    }
    const harmless = "Didn't find a registered implementation for name: 'envoy.filters.network.meta_protocol_proxy'";
    assert.equal(redactText(harmless), harmless);
  });

  it('hides what an authorization is compared with, and the password of a URL', () => {
    assert.deepEqual(
      redact({
        headers: [
          { name: 'authorization', stringMatch: { exact: 'Bearer x' } },
          { name: 'authorization', exact_match: 'Bearer x', invert_match: true },
          { name: 'x-user', exact_match: 'me' },
        ],
        uri: 'redis://user:pw@host:6379',
      }),
      {
        headers: [
          { name: 'authorization', stringMatch: { exact: redacted } },
          { name: 'authorization', exact_match: redacted, invert_match: true },
          { name: 'x-user', exact_match: 'me' },
        ],
        uri: 'redis://<redacted>@host:6379',
      },
    );
    assert.equal(redactText('refused: Authorization Bearer abcdef.ghi'), 'refused: Authorization Bearer <redacted>');
  });

  it('looks into what is only called a secret, and takes text and numbers under such a name', () => {
    const value = { secretConfig: { name: 'a', token: 'x' }, tokenSecret: { name: 'a' }, password: 12, maxTokens: 5 };
    assert.deepEqual(redact(value), {
      secretConfig: { name: 'a', token: redacted },
      tokenSecret: { name: 'a' },
      password: redacted,
      maxTokens: 5,
    });
  });

  it('hides all that a Secret holds, what kubectl wrote of it, and passwords in the texts of a ConfigMap', () => {
    const annotation = 'kubectl.kubernetes.io/last-applied-configuration';
    const secret = {
      kind: 'Secret',
      metadata: { name: 'redis', annotations: { [annotation]: '{"kind":"Secret","data":{"name":"aGk="}}' } },
      data: { name: 'aGk=', nested: { more: 'x' } },
      stringData: { 'tls.crt': 'x' },
    };
    assert.deepEqual(redact(secret), {
      kind: 'Secret',
      metadata: { name: 'redis', annotations: { [annotation]: '{"kind":"Secret","data":{"name":"<redacted>"}}' } },
      data: { name: '<redacted>', nested: { more: '<redacted>' } },
      stringData: { 'tls.crt': '<redacted>' },
    });
    assert.deepEqual(redact({ annotations: { [annotation]: 'no JSON, password: x' } }), {
      annotations: { [annotation]: '<redacted>' },
    });
    assert.deepEqual(redact({ kind: 'ConfigMap', data: { mesh: 'a: b\npassword: x' } }), {
      kind: 'ConfigMap',
      data: { mesh: 'a: b\npassword: <redacted>' },
    });
  });

  it('takes hostile names and long texts in linear time', () => {
    const hostile = JSON.parse('{"__proto__": {"password": "x"}, "constructor": {"token": "y"}}');
    assert.equal(
      JSON.stringify(redact(hostile)),
      '{"__proto__":{"password":"<redacted>"},"constructor":{"token":"<redacted>"}}',
    );
    for (const text of [
      '://'.repeat(200_000),
      'password '.repeat(100_000),
      `x://${':'.repeat(500_000)}@`,
      ' '.repeat(1_000_000),
    ]) {
      const begun = performance.now();
      redactText(text);
      redact({ text });
      assert.ok(performance.now() - begun < 5_000, text.slice(0, 10));
    }
  }).timeout(120_000);
});

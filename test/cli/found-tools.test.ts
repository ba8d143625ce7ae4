import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { built, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

/** The inputs of `shared/found/tools`, each with what its table says of it. */
const found = join(root, '../shared/found/tools');
const rules = ['--rules', join(root, 'examples/dubbo.yaml'), '--host', 'orders.shop.example.com'];

interface Decoded {
  readonly messages: readonly {
    readonly kind: string;
    readonly attributes: object;
    readonly fate?: { readonly end: string; readonly cause: string; readonly why: string };
    readonly decision?: object;
    readonly details: Readonly<Record<string, string>>;
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

async function decoded(file: string, ...more: readonly string[]): Promise<Decoded & { readonly code: number | null }> {
  const { code, stdout } = await run(['decode', file, '-o', 'json', ...more]);
  return { ...(resultOf('decode', stdout) as Decoded), code };
}

const codes = ({ diagnostics }: Decoded) => diagnostics.map(({ code }) => code);

describe('bytes and captures that people have', () => {
  before(async function () {
    this.timeout(300_000);
    await built();
  });

  for (const [file, messages, diagnostics] of [
    ['01-mid-connection-short-first-segment.pcap', 2, []],
    ['01c-dubbo-and-redis.pcap', 1, ['AER0909']],
    ['02-vxlan-8472.pcap', 1, []],
    ['03-netty-hexdump.txt', 1, []],
    ['04-od-Ax-tx1.txt', 1, []],
    ['05-wireshark-c-array.txt', 1, []],
    ['17-kuznetzov.pcap', 1, []],
  ] as const) {
    it(`${file} has ${messages} of Dubbo, also gzipped`, async () => {
      const directory = mkdtempSync(join(tmpdir(), 'aeraki-found-'));
      try {
        const packed = join(directory, `${file}.gz`);
        writeFileSync(packed, gzipSync(readFileSync(join(found, file))));
        for (const path of [join(found, file), packed]) {
          const result = await decoded(path);
          assert.deepStrictEqual([result.code, codes(result)], [0, diagnostics]);
          assert.equal(result.messages.length, messages);
          for (const { attributes } of result.messages) {
            assert.equal(new Map(Object.entries(attributes)).get('interface'), 'my.demo.service.UserService');
          }
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  }

  it('12-dubbo-kryo.bin gets no route, and a warning that names the serialization', async () => {
    const result = await decoded(join(found, '12-dubbo-kryo.bin'), ...rules);
    assert.deepStrictEqual([result.code, codes(result)], [0, ['AER0972']]);
    const { matched } = (result.messages[0]?.decision ?? {}) as { matched?: boolean };
    assert.equal(matched, false);
    assert.deepStrictEqual(result.messages[0]?.fate, { end: 'closes', cause: 'serialization', why: 'kryo' });
    assert.match(result.diagnostics[0]?.message ?? '', /kryo.*hessian2/);
  });

  it('13-dubbo-status.bin has the names of the statuses, and says which the proxy refuses', async () => {
    const { messages } = await decoded(join(found, '13-dubbo-status.bin'));
    const shown = messages.map(({ details, fate }) => [details.status, fate?.cause === 'status']);
    assert.deepStrictEqual(shown, [
      [undefined, false],
      ['server error', true],
      ['channel inactive', true],
      ['serialization error', true],
      ['99', true],
    ]);
  });

  it('16-tls.pcap is called TLS, and HTTP/2 what it is', async () => {
    const tls = await decoded(join(found, '16-tls.pcap'));
    assert.deepStrictEqual([tls.code, codes(tls)], [65, ['AER0970']]);
    assert.match(tls.diagnostics[0]?.message ?? '', /There is TLS in the connection 10\.0\.0\.1:40000/);
    const triple = await run(['decode', '-'], { stdin: Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n') });
    assert.equal(triple.code, 65);
    assert.match(triple.stderr, /AER0971.*HTTP\/2.*Triple/);
  });

  it('what cannot be read is named with what turns it into something that can', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'aeraki-found-'));
    try {
      for (const [start, expected] of [
        ['736e6f6f700000000000000200000004', /snoop.*editcap/],
        ['28b52ffd00000000', /zstd -d/],
        ['1f8b0800ffffffffffffffffff', /gzip/],
      ] as const) {
        const file = join(directory, 'file');
        writeFileSync(file, Buffer.from(start, 'hex'));
        const { code, stderr } = await run(['decode', file]);
        assert.equal(code, 65);
        assert.match(stderr, expected);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('parts of dumps that people have', () => {
  before(async function () {
    this.timeout(300_000);
    await built();
  });

  for (const [file, listener] of [
    ['07-config-dump-resource.json', /240\.240\.1\.4 +20911 .*MetaProtocol dubbo → RDS org\.acme\.s3-meta\.api_20911/],
    ['15-v2alpha-active-listeners.json', /10\.0\.0\.10 +443 .*outbound\|443\|\|orders\.shop/],
  ] as const) {
    it(`${file} is shown, also gzipped and in UTF-16`, async () => {
      const directory = mkdtempSync(join(tmpdir(), 'aeraki-found-'));
      try {
        const bytes = readFileSync(join(found, file));
        const forms = {
          'dump.json': bytes,
          'dump.json.gz': gzipSync(bytes),
          'powershell.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')]),
        };
        for (const [name, content] of Object.entries(forms)) {
          const path = join(directory, name);
          writeFileSync(path, content);
          const { code, stdout } = await run(['proxy-config', 'listeners', '--file', path]);
          assert.equal(code, 0);
          assert.match(stdout, listener);
        }
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
  }
});

describe('trees that people have', () => {
  before(async function () {
    this.timeout(300_000);
    await built();
  });

  it('08-bom-of-second-document.yaml has both documents', async () => {
    const { stdout } = await run(['validate', join(found, '08-bom-of-second-document.yaml'), '-o', 'json']);
    const { summary } = resultOf('validate', stdout) as { summary: { resources: number; skipped: number } };
    assert.deepStrictEqual([summary.resources, summary.skipped], [2, 0]);
  });

  for (const file of ['10-sops-secret.yaml', '11-kustomize-patch.yaml']) {
    it(`${file} is passed over, with a note`, async () => {
      const { code, stdout, stderr } = await run(['validate', join(found, file)]);
      assert.deepStrictEqual([code, /^Info \[AER0053\]/.test(stdout)], [0, true]);
      assert.match(stderr, /0 valid, 0 invalid, 1 skipped; 0 errors, 0 warnings/);
    });
  }

  it('every file of the table has a test', () => {
    const tested = readFileSync(new URL(import.meta.url), 'utf8');
    for (const file of readdirSync(found)) assert.ok(tested.includes(file.split('.')[0] ?? ''), file);
  });
});

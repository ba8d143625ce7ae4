import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFormat } from '../../src/proxy/access-log/format.js';
import { timeFormat } from '../../src/proxy/access-log/time.js';
import { AccessLogWriter } from '../../src/proxy/access-log/writer.js';
import { requestLog } from './request-log.js';

const context = { hostname: 'laptop', environment: (name: string) => (name === 'POD' ? 'orders-1' : undefined) };
const text = (format: string, request = requestLog()) => compileFormat({ text: format }, context)(request);
const json = (format: Parameters<typeof compileFormat>[0] & object, request = requestLog()) =>
  compileFormat(format, context)(request);

/** Aeraki's default format (translation.md section 6). */
const defaultText =
  '[%START_TIME%] %REQ(X-META-PROTOCOL-APPLICATION-PROTOCOL)% %RESPONSE_CODE% %RESPONSE_CODE_DETAILS% %CONNECTION_TERMINATION_DETAILS% "%UPSTREAM_TRANSPORT_FAILURE_REASON%" %BYTES_RECEIVED% %BYTES_SENT% %DURATION%  "%REQ(X-FORWARDED-FOR)%" "%REQ(X-REQUEST-ID)%" %UPSTREAM_CLUSTER% %UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS% %ROUTE_NAME%\n';

describe('the access log', () => {
  it("prints the mesh's default text format", () => {
    strictEqual(
      text(defaultText),
      '[2026-11-23T09:05:07.045Z] dubbo 0 via_upstream - "-" 120 64 12  "-" "6f1c" outbound|20880|v2|orders.shop.svc.cluster.local 127.0.0.1:50001 [::1]:20880 [::1]:50000 vip\n',
    );
  });

  it('prints - for what is not there, and for what nobody knows', () => {
    const failed = requestLog({
      ...{ route: undefined, cluster: undefined, upstream: undefined, upstreamLocal: undefined },
      ...{ responseCode: 1, responseCodeDetails: undefined, responseFlags: 'NR' },
    });
    strictEqual(
      text('%ROUTE_NAME% %UPSTREAM_HOST% %UPSTREAM_CLUSTER% %UPSTREAM_LOCAL_PORT% %RESPONSE_CODE_DETAILS%', failed),
      '- - - - -',
    );
    strictEqual(text('%RESPONSE_FLAGS% %RESPONSE_FLAGS_LONG%', failed), 'NR NoRouteFound');
    strictEqual(text('%RESPONSE_FLAGS%|%PROTOCOL%|%NEVER_HEARD_OF%|%FILTER_STATE(x)%|%RESP(a)%'), '-|-|-|-|-');
  });

  it('knows the operators of Envoy that a MetaProtocol request has something for', () => {
    strictEqual(
      text('%UPSTREAM_HOST% %UPSTREAM_REMOTE_ADDRESS_WITHOUT_PORT% %UPSTREAM_REMOTE_PORT%'),
      '127.0.0.1:20881 127.0.0.1 20881',
    );
    strictEqual(text('%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT% %DOWNSTREAM_DIRECT_REMOTE_PORT%'), '::1 50000');
    strictEqual(text('%REQ(Interface)%#%REQ(nothing?METHOD)%#%REQ(method):2%'), 'com.shop.Orders#pay#pa');
    strictEqual(text('100%% %HOSTNAME% %ENVIRONMENT(POD)% %ENVIRONMENT(HOME)%'), '100% laptop orders-1 -');
    const broken = requestLog({ upstreamFailure: 'connect ECONNREFUSED', responseFlags: 'UF,UH' });
    strictEqual(
      text('%UPSTREAM_TRANSPORT_FAILURE_REASON% %RESPONSE_FLAGS_LONG%', broken),
      'connect ECONNREFUSED UpstreamConnectionFailure,NoHealthyUpstream',
    );
    const details = requestLog({ responseCodeDetails: 'no route matched' });
    strictEqual(text('%RESPONSE_CODE_DETAILS%', details), 'no_route_matched');
    strictEqual(text('%RESPONSE_CODE_DETAILS(ALLOW_WHITESPACES)%', details), 'no route matched');
  });

  it('prints times in every form', () => {
    strictEqual(text('%START_TIME(%Y/%m/%dT%H:%M:%S%z)% %DURATION%'), '2026/11/23T09:05:07+0000 12');
    strictEqual(text('%START_TIME(%s.%3f)%'), '1795424707.045');
    strictEqual(text('%START_TIME(%H:%M:%E3S)% %EMIT_TIME(%S.%6f)%'), '09:05:07.045 07.058578');
    const at = Date.UTC(2024, 1, 29, 0, 4, 5) + 0.5;
    const expected: Readonly<Record<string, string>> = {
      ...{ '%a %A %b %B': 'Thu Thursday Feb February', '%c': 'Thu Feb 29 00:04:05 2024', '%C%y': '2024' },
      ...{ '%D|%e|%F|%h': '02/29/24|29|2024-02-29|Feb', '%I %p %r': '12 AM 12:04:05 AM', '%j': '060' },
      ...{ '%R|%T|%X|%x': '00:04|00:04:05|00:04:05|02/29/24', '%u%w%n%t%%': '44\n\t%', '%Z %Ez': 'UTC +00:00' },
      ...{ '%f %1f': '000500000 0', '%E*S': '05.0005', '%E0S': '05', '%Q %10f': '%Q %10f' },
    };
    for (const [format, result] of Object.entries(expected)) strictEqual(timeFormat(format)(at), result, format);
  });

  it('lets no value of a request begin a line or reach the terminal', () => {
    const attributes = new Map([['method', 'a\n[2026] "ok"\u001b[31m']]);
    strictEqual(text('%REQ(method)%\n', requestLog({ attributes })), 'a\\u000a[2026] "ok"\\u001b[31m\n');
    const value = '\u009b31m\u202e\n';
    const line = json({ json: { m: '%REQ(method)%' } }, requestLog({ attributes: new Map([['method', value]]) }));
    strictEqual(line, '{"m":"\\u009b31m\\u202e\\n"}\n');
    deepStrictEqual(JSON.parse(line), { m: value });
  });

  it('prints JSON with types, null for what is not there (for no flags a -), and text as it is', () => {
    const format = {
      json: {
        status: '%RESPONSE_CODE%',
        flags: '%RESPONSE_FLAGS%',
        took: '%DURATION% ms',
        cut: '%REQ(method):1%',
        nested: { list: ['%ROUTE_NAME%', '-%REQ(none)%-', 7, true], fixed: null },
      },
    };
    const line = json(format);
    match(line, /\}\n$/);
    deepStrictEqual(JSON.parse(line), {
      status: 0,
      flags: '-',
      took: '12 ms',
      cut: 'p',
      nested: { list: ['vip', '---', 7, true], fixed: null },
    });
    deepStrictEqual(Object.keys(JSON.parse(line)), Object.keys(format.json));
  });

  describe('written', () => {
    let folder: string;
    const told: string[] = [];
    let out = '';
    const writer = () =>
      new AccessLogWriter({
        ...context,
        stdout: (part) => {
          out += part;
        },
        stderr: () => {},
        trouble: (message) => told.push(message),
      });
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'aeraki-log-'));
      told.length = 0;
      out = '';
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('goes to the streams and is appended to files, in the order of the requests', async () => {
      const path = join(folder, 'access.log');
      for (const round of [1, 2]) {
        const logs = writer();
        const log = logs.logger([
          { path, format: { text: '%REQ(n)%\n' } },
          { path: '/dev/stdout', format: { json: { n: '%REQ(n)%' } } },
        ]);
        const other = logs.logger([{ path, format: { text: 'other %REQ(n)%\n' } }]);
        log(requestLog({ attributes: new Map([['n', `${round}`]]) }));
        other(requestLog({ attributes: new Map([['n', `${round}`]]) }));
        await logs.close();
      }
      strictEqual(await readFile(path, 'utf8'), '1\nother 1\n2\nother 2\n');
      strictEqual(out, '{"n":"1"}\n{"n":"2"}\n');
      deepStrictEqual(told, []);
    });

    it('tells once when a file cannot be written, and goes on', async () => {
      const logs = writer();
      const log = logs.logger([
        { path: join(folder, 'none', 'access.log'), format: { text: 'x\n' } },
        { path: '/dev/stdout', format: { text: 'y\n' } },
      ]);
      for (let count = 0; count < 3; count++) {
        log(requestLog());
        await new Promise((resolve) => setImmediate(resolve));
      }
      await logs.close();
      strictEqual(out, 'y\ny\ny\n');
      strictEqual(told.length, 1);
      match(told[0] ?? '', /cannot be written: ENOENT.*accessLogFile/);
    });
  });
});

import { type IstioContext, type IstioRule, items, type Report } from '../rule.js';
import type { HttpRoute, VirtualServiceSpec } from '../spec.js';
import { isPort } from '../values/address.js';
import { checkDuration } from '../values/duration.js';
import { checkRegex } from './match.js';
import { isStatus } from './percentage.js';

/** AER1149, AER1151, AER1150: redirections, direct responses and rewriting. */
export const answers: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    const { report } = context;
    for (const [route, pointer] of items(spec.http, '/spec/http')) {
      const why = whyNoRedirect(route);
      if (why !== undefined) report('AER1149', `${pointer}/redirect`, { why: why[0], cure: why[1] });
      if (route.directResponse !== undefined) {
        checkDirectResponse(route.directResponse, `${pointer}/directResponse`, report);
      }
      if (route.rewrite !== undefined) checkRewrite(route.rewrite, `${pointer}/rewrite`, context);
    }
  },
};

/** Why a redirection is refused, and the cure; the first reason only, as istiod has it. */
function whyNoRedirect({ redirect, match = [] }: HttpRoute): readonly [string, string] | undefined {
  if (redirect === undefined) return undefined;
  const {
    uri = '',
    prefixRewrite = '',
    authority = '',
    scheme = '',
    port,
    derivePort,
    redirectCode: code = 0,
  } = redirect;
  if (uri !== '' && prefixRewrite !== '') return ['uri and prefixRewrite exclude each other', 'Keep one'];
  if (prefixRewrite !== '' && match.some((each) => each.uri !== undefined && each.uri.prefix === undefined)) {
    return ['prefixRewrite is for matches of a prefix', 'Write uri.prefix in each match, or uri in place of it'];
  }
  if (`${uri}${prefixRewrite}${authority}${scheme}` === '' && port === undefined && derivePort === undefined) {
    return ['it says nothing', 'Write uri, authority, scheme or port'];
  }
  if (code !== 0 && (code < 300 || code > 399)) return [`the status ${code} is no redirection`, 'Write 300–399'];
  if (scheme !== '' && scheme !== 'http' && scheme !== 'https') {
    return [`"${scheme}" is no scheme`, 'Write http or https'];
  }
  if (port !== undefined && port > 0 && !isPort(port)) return [`the port ${port} is none`, 'Write 1–65535'];
  return undefined;
}

const kilobyte = 1024;

function checkDirectResponse(
  { status = 0, body }: NonNullable<HttpRoute['directResponse']>,
  pointer: string,
  report: Report,
): void {
  const size =
    body?.string !== undefined ? Buffer.byteLength(body.string) : Buffer.from(body?.bytes ?? '', 'base64').length;
  if (size > 100 * kilobyte) {
    const severity = size > kilobyte * kilobyte ? 'error' : 'warning';
    const why = `the body has ${size} bytes, which every proxy holds`;
    report('AER1151', `${pointer}/body`, { why, cure: 'Serve it from a workload' }, { severity });
  }
  if (!isStatus(status)) {
    const cure = 'Write status between 200 and 599';
    report('AER1151', `${pointer}/status`, { why: `the status ${status} is none`, cure });
  }
}

function checkRewrite(rewrite: NonNullable<HttpRoute['rewrite']>, pointer: string, context: IstioContext): void {
  const { report } = context;
  const { uri = '', authority = '', uriRegexRewrite: regex } = rewrite;
  if (uri !== '' && regex !== undefined) {
    report('AER1150', pointer, { why: 'uri and uriRegexRewrite exclude each other', cure: 'Keep one' });
  } else if (uri === '' && authority === '' && regex === undefined) {
    report('AER1150', pointer, { why: 'the rewrite says nothing', cure: 'Write uri, uriRegexRewrite or authority' });
  } else if (regex !== undefined) {
    const at = `${pointer}/uriRegexRewrite`;
    if ((regex.match ?? '') === '' || (regex.rewrite ?? '') === '') {
      report('AER1150', at, { why: 'uriRegexRewrite is not whole', cure: 'Write match and rewrite' });
    } else checkRegex(regex.match ?? '', `${at}/match`, context);
  }
}

const policies: ReadonlySet<string> = new Set([
  ...['5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream'],
  ...['retriable-status-codes', 'retriable-headers', 'envoy-ratelimited', 'http3-post-connect-failure', 'cancelled'],
  ...['deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable'],
]);

/** The status codes that have a name in HTTP, which `retryOn` takes as well. */
const statuses: ReadonlySet<number> = new Set([
  ...[100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423],
  ...[424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
]);

/** AER1152, AER1111: retries. */
export const retries: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    for (const [{ retries: retry }, route] of items(spec.http, '/spec/http')) {
      if (retry === undefined) continue;
      const pointer = `${route}/retries`;
      const { attempts = 0, perTryTimeout, retryOn = '', retryRemoteLocalities } = retry;
      if (attempts < 0)
        report('AER1152', `${pointer}/attempts`, { why: 'attempts is negative', cure: 'Write 0 or more' });
      if (attempts === 0 && (perTryTimeout !== undefined || retryOn !== '' || retryRemoteLocalities !== undefined)) {
        const why = 'with 0 attempts nothing is tried again';
        report('AER1152', pointer, { why, cure: 'Write attempts, or remove the other fields' });
      }
      checkDuration(perTryTimeout, `${pointer}/perTryTimeout`, report);
      checkDuration(retry.backoff, `${pointer}/backoff`, report);
      for (const policy of retryOn === '' ? [] : retryOn.split(',')) {
        if (policies.has(policy) || (/^[+-]?\d+$/.test(policy) && statuses.has(Number(policy)))) continue;
        const cure = 'Write names of Envoy and status codes, by comma and without spaces, like 5xx,connect-failure';
        report('AER1152', `${pointer}/retryOn`, { why: `"${policy}" is no reason to try again`, cure });
      }
    }
  },
};

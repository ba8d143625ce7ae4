import { checkPort } from '../destination.js';
import { checkGatewayNames } from '../gateway-names.js';
import { entries, type IstioContext, type IstioRule, items } from '../rule.js';
import type { HttpMatch, StringMatch, VirtualServiceSpec } from '../spec.js';
import { isLabel } from '../values/domain.js';
import { checkLabels } from '../values/labels.js';
import { checkMatchedHeader } from './headers.js';

/** AER1139, AER1141, AER1107, AER1105, AER1132, AER1101: what a match of an HTTP route says. */
export const httpMatches: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    for (const [{ match }, route] of items(spec.http, '/spec/http')) {
      for (const [each, pointer] of items(match, `${route}/match`)) checkMatch(each, pointer, context);
    }
  },
};

function checkMatch(match: HttpMatch, pointer: string, context: IstioContext): void {
  const { report } = context;
  for (const [name, value, at] of entries(match.headers, `${pointer}/headers`)) {
    checkMatchedHeader(name, at, report);
    checkText(value, at, context);
  }
  for (const [name, value, at] of entries(match.withoutHeaders, `${pointer}/withoutHeaders`)) {
    checkMatchedHeader(name, at, report);
    // `*` is no regular expression there: it stands for any value.
    if (value.regex !== '*') checkText(value, at, context);
  }
  // An empty prefix of a URI is every path.
  if (match.uri?.regex !== undefined) checkText(match.uri, `${pointer}/uri`, context);
  for (const field of ['scheme', 'method', 'authority'] as const) {
    if (match[field] !== undefined) checkText(match[field], `${pointer}/${field}`, context);
  }
  for (const [, value, at] of entries(match.queryParams, `${pointer}/queryParams`)) checkText(value, at, context);
  if ((match.port ?? 0) !== 0) checkPort(match.port, `${pointer}/port`, report);
  checkLabels(match.sourceLabels, `${pointer}/sourceLabels`, report);
  checkGatewayNames(match.gateways, `${pointer}/gateways`, report);
  const { sourceNamespace = '' } = match;
  if (sourceNamespace !== '' && !isLabel(sourceNamespace)) {
    report('AER1101', `${pointer}/sourceNamespace`, { host: sourceNamespace, why: 'it is no name of a namespace' });
  }
}

function checkText(match: StringMatch, pointer: string, context: IstioContext): void {
  if (match.prefix === '') {
    context.report('AER1141', `${pointer}/prefix`, {
      why: 'the prefix is empty',
      cure: 'Write one, or remove this condition',
    });
  }
  if (match.regex !== undefined) checkRegex(match.regex, `${pointer}/regex`, context);
}

/** AER1141: a regular expression in RE2's language, of at most 1024 bytes. */
export function checkRegex(regex: string, pointer: string, { report, whyNoRegex }: IstioContext): void {
  if (regex === '') report('AER1141', pointer, { why: 'the regular expression is empty', cure: 'Write one' });
  else if (Buffer.byteLength(regex) > 1024) {
    report('AER1141', pointer, { why: 'the regular expression has more than 1024 bytes', cure: 'Shorten it' });
  } else {
    const reason = whyNoRegex(regex);
    if (reason === undefined) return;
    report('AER1141', pointer, { why: `RE2 cannot read it: ${reason}`, cure: 'Write it in RE2 syntax' });
  }
}

import { type IstioContext, type IstioRule, items, type Report } from '../rule.js';
import type { HttpRoute, VirtualServiceSpec } from '../spec.js';
import { checkDuration, milliseconds } from '../values/duration.js';
import { checkCorsHeader } from './headers.js';
import { checkRegex } from './match.js';
import { checkMirrorPercentage, checkPercentage, isStatus } from './percentage.js';

/** AER1147: cross-origin rules. */
export const cors: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, context) {
    for (const [{ corsPolicy }, pointer] of items(spec.http, '/spec/http')) {
      if (corsPolicy !== undefined) checkCors(corsPolicy, `${pointer}/corsPolicy`, context);
    }
  },
};

const methods: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'],
]);

function checkCors(policy: NonNullable<HttpRoute['corsPolicy']>, pointer: string, context: IstioContext): void {
  const { report } = context;
  for (const [origin, at] of items(policy.allowOrigins, `${pointer}/allowOrigins`)) {
    if ((origin.exact ?? origin.prefix ?? origin.regex ?? '') === '') {
      report('AER1147', at, { why: 'an origin is empty', cure: 'Write exact, prefix or regex' });
    } else if (origin.regex !== undefined) checkRegex(origin.regex, `${at}/regex`, context);
  }
  for (const [method, at] of items(policy.allowMethods, `${pointer}/allowMethods`)) {
    if (methods.has(method)) continue;
    report('AER1147', at, { why: `"${method}" is no HTTP method`, cure: 'Write it in capitals, like GET, or "*"' });
  }
  for (const field of ['allowHeaders', 'exposeHeaders'] as const) {
    for (const [name, at] of items(policy[field], `${pointer}/${field}`)) checkCorsHeader(name, at, report);
  }
  checkDuration(policy.maxAge, `${pointer}/maxAge`, report);
  if (milliseconds(policy.maxAge ?? '') % 1000n > 0n) {
    report('AER1147', `${pointer}/maxAge`, { why: 'maxAge is not a whole number of seconds', cure: 'Round it' });
  }
}

/** AER1148, AER1146, AER1111: faults. */
export const faults: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    for (const [{ fault }, route] of items(spec.http, '/spec/http')) {
      if (fault === undefined) continue;
      const pointer = `${route}/fault`;
      if (fault.abort === undefined && fault.delay === undefined) {
        report('AER1148', pointer, { why: 'the fault has neither abort nor delay', cure: 'Add one, or remove fault' });
      }
      if (fault.abort !== undefined) checkAbort(fault.abort, `${pointer}/abort`, report);
      if (fault.delay !== undefined) checkDelay(fault.delay, `${pointer}/delay`, report);
    }
  },
};

type Fault = NonNullable<HttpRoute['fault']>;

const grpcStatus: ReadonlySet<string> = new Set([
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED'],
  ...['INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
]);

function checkAbort(abort: NonNullable<Fault['abort']>, pointer: string, report: Report): void {
  checkPercentage(abort.percentage, `${pointer}/percentage`, report);
  const { httpStatus, grpcStatus: grpc, http2Error } = abort;
  if (httpStatus !== undefined && !isStatus(httpStatus)) {
    report('AER1148', `${pointer}/httpStatus`, { why: `the status ${httpStatus} is none`, cure: 'Write 200–599' });
  }
  if (grpc !== undefined && !grpcStatus.has(grpc)) {
    report('AER1148', `${pointer}/grpcStatus`, {
      why: `"${grpc}" is no gRPC status`,
      cure: 'Write its name in capitals, like UNAVAILABLE',
    });
  }
  if (http2Error !== undefined) {
    report(
      'AER1148',
      `${pointer}/http2Error`,
      { why: 'Istio cannot do it yet', cure: 'Write httpStatus' },
      { at: 'key' },
    );
  }
}

function checkDelay(delay: NonNullable<Fault['delay']>, pointer: string, report: Report): void {
  checkPercentage(delay.percentage, `${pointer}/percentage`, report);
  checkDuration(delay.fixedDelay, `${pointer}/fixedDelay`, report);
  if (delay.exponentialDelay === undefined) return;
  const at = `${pointer}/exponentialDelay`;
  report('AER1148', at, { why: 'Istio cannot do it yet', cure: 'Write fixedDelay' }, { at: 'key' });
}

/** AER1146, AER1156: the shares of requests that are mirrored. */
export const mirrorShares: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    for (const [route, pointer] of items(spec.http, '/spec/http')) {
      for (const field of ['mirrorPercent', 'mirror_percent'] as const) {
        const value = route[field];
        if (value === undefined) continue;
        checkMirrorPercentage(value, `${pointer}/${field}`, report);
        report('AER1156', `${pointer}/${field}`, { field, better: 'mirrorPercentage.value' }, { at: 'key' });
      }
      checkMirrorPercentage(route.mirrorPercentage?.value, `${pointer}/mirrorPercentage/value`, report);
      for (const [{ percentage }, at] of items(route.mirrors, `${pointer}/mirrors`)) {
        checkMirrorPercentage(percentage?.value, `${at}/percentage/value`, report);
      }
    }
  },
};

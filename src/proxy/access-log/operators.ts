import { type Address, hostPort } from '../../envoy/address.js';
import { attributeName } from '../../match/attributes.js';
import type { RequestLog } from '../config.js';
import { timeFormat } from './time.js';

/** What an operator makes of a request; undefined: there is nothing to print. Numbers stay numbers in JSON. */
export type Operator = (request: RequestLog) => string | number | undefined;

/** What operators need to know of the process. */
export interface OperatorContext {
  readonly hostname: string;
  readonly environment: (name: string) => string | undefined;
}

/**
 * The operator of a name with its parameter. One that a MetaProtocol request has nothing for (of HTTP, of TLS, of tracing),
 * and one that nobody knows, prints as absent.
 */
export function operatorOf(name: string, parameter: string | undefined, context: OperatorContext): Operator {
  return withParameter[name]?.(parameter ?? '', context) ?? plain[name] ?? absent;
}

const absent: Operator = () => undefined;

const withParameter: Readonly<Record<string, (parameter: string, context: OperatorContext) => Operator>> = {
  REQ: (parameter) => attributeOperator(parameter, 'attribute'),
  REQUEST_HEADER: (parameter) => attributeOperator(parameter, 'attribute'),
  RESP: (parameter) => attributeOperator(parameter, 'responseAttribute'),
  RESPONSE_HEADER: (parameter) => attributeOperator(parameter, 'responseAttribute'),
  START_TIME(parameter) {
    const print = timeFormat(parameter);
    return ({ startTime }) => print(startTime);
  },
  EMIT_TIME(parameter) {
    const print = timeFormat(parameter);
    return ({ startTime, duration }) => print(startTime + duration);
  },
  RESPONSE_CODE_DETAILS: (parameter) =>
    parameter === 'ALLOW_WHITESPACES'
      ? ({ responseCodeDetails }) => responseCodeDetails
      : ({ responseCodeDetails }) => responseCodeDetails?.replaceAll(/\s/g, '_'),
  HOSTNAME:
    (_parameter, { hostname }) =>
    () =>
      hostname,
  ENVIRONMENT: (parameter, { environment }) => {
    const value = environment(parameter);
    return () => value;
  },
};

/** `REQ(X?Y)`, `RESP(X?Y)`: the attribute X, else Y. */
function attributeOperator(parameter: string, of: 'attribute' | 'responseAttribute'): Operator {
  const names = parameter.split('?').map(attributeName);
  return (request) => {
    for (const name of names) {
      const value = request[of](name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

const plain: Readonly<Record<string, Operator>> = {
  ACCESS_LOG_TYPE: () => 'NotSet',
  BYTES_RECEIVED: ({ bytesReceived }) => bytesReceived,
  BYTES_SENT: ({ bytesSent }) => bytesSent,
  CONNECTION_TERMINATION_DETAILS: ({ connectionTermination }) => connectionTermination?.replaceAll(/\s/g, '_'),
  DURATION: ({ duration }) => Math.floor(duration),
  RESPONSE_CODE: ({ responseCode }) => responseCode,
  // Envoy's own text for none, also in JSON.
  RESPONSE_FLAGS: ({ responseFlags }) => responseFlags || '-',
  RESPONSE_FLAGS_LONG: ({ responseFlags }) => longFlags(responseFlags),
  ROUTE_NAME: ({ routeName }) => routeName || undefined,
  UPSTREAM_CLUSTER: ({ cluster }) => cluster,
  UPSTREAM_CLUSTER_RAW: ({ cluster }) => cluster,
  UPSTREAM_TRANSPORT_FAILURE_REASON: ({ upstreamFailure }) => upstreamFailure,
  ...addressOperators('UPSTREAM_REMOTE', ({ upstream }) => upstream),
  ...addressOperators('UPSTREAM_LOCAL', ({ upstreamLocal }) => upstreamLocal),
  ...addressOperators('DOWNSTREAM_LOCAL', ({ downstreamLocal }) => downstreamLocal),
  ...addressOperators('DOWNSTREAM_REMOTE', ({ downstreamRemote }) => downstreamRemote),
  ...addressOperators('DOWNSTREAM_DIRECT_LOCAL', ({ downstreamLocal }) => downstreamLocal),
  ...addressOperators('DOWNSTREAM_DIRECT_REMOTE', ({ downstreamRemote }) => downstreamRemote),
  UPSTREAM_HOST: ({ upstream }) => upstream && hostPort(upstream),
};

function addressOperators(
  prefix: string,
  addressOf: (request: RequestLog) => Address | undefined,
): Readonly<Record<string, Operator>> {
  return {
    [`${prefix}_ADDRESS`]: (request) => {
      const address = addressOf(request);
      return address && hostPort(address);
    },
    [`${prefix}_ADDRESS_WITHOUT_PORT`]: (request) => addressOf(request)?.host,
    [`${prefix}_PORT`]: (request) => addressOf(request)?.port,
  };
}

/** Envoy's long names of the flags that a MetaProtocol request can have. */
const flagNames: Readonly<Record<string, string>> = {
  DC: 'DownstreamConnectionTermination',
  DI: 'DelayInjected',
  DPE: 'DownstreamProtocolError',
  FI: 'FaultInjected',
  NC: 'NoClusterFound',
  NR: 'NoRouteFound',
  RL: 'RateLimited',
  RLSE: 'RateLimitServiceError',
  UC: 'UpstreamConnectionTermination',
  UF: 'UpstreamConnectionFailure',
  UH: 'NoHealthyUpstream',
  UO: 'UpstreamOverflow',
  UPE: 'UpstreamProtocolError',
  UR: 'UpstreamRemoteReset',
  UT: 'UpstreamRequestTimeout',
};

function longFlags(flags: string): string {
  if (flags === '') return '-';
  return flags
    .split(',')
    .map((flag) => flagNames[flag] ?? flag)
    .join(',');
}

import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { parseAddress } from '../../envoy/address.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { Listen } from '../../proxy/build/config.js';
import { type RdsCount, RdsRoutes } from '../../proxy/routes/rds.js';
import { type RuleEdition, RuleRoutes } from '../../proxy/routes/rules.js';
import { toHttpRouteConfiguration } from '../../translate/http-form.js';
import type { Listening } from '../input/proxy/listens.js';
import type { ProxyInputs } from '../input/proxy/reader.js';
import { channelCredentials } from '../input/rds/credentials.js';
import { UsageError } from '../shell/errors.js';
import type { ProxyFlags } from './flags.js';

export interface RouteOptions {
  readonly flags: ProxyFlags;
  readonly first: ProxyInputs;
  readonly listening: Listening;
  readonly nodeId: string;
  readonly count: (name: string, what: RdsCount) => void;
  /** Gets what comes into force after the first, before its routes do. */
  readonly accepted: (inputs: InForce) => void;
}

/** What is in force of the inputs: what they say, and what is listened for. */
export interface InForce {
  readonly inputs: ProxyInputs;
  readonly listening: Listening;
}

/** Where the routes of the listeners come from. */
export type Routes =
  | { readonly from: 'server'; readonly source: RdsRoutes }
  | { readonly from: 'inputs'; readonly source: RuleRoutes<RuleEdition & InForce> };

/** An xDS server with `--rds`, else the inputs. */
export function routesOf({ flags, first, listening, nodeId, count, accepted }: RouteOptions): Routes {
  const { rds: server } = flags;
  if (server === undefined) {
    const edition = ruleEdition({ inputs: first, listening });
    return { from: 'inputs', source: new RuleRoutes({ first: edition, accepted }) };
  }
  if (parseAddress(server) === undefined) {
    throw new UsageError(`--rds ${server} is not HOST:PORT. Write for example --rds 127.0.0.1:15010.`);
  }
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);
  const credentials = channelCredentials(flags);
  const serverName = flags['tls-server-name'];
  const names = namesOf(listening.listens);
  return { from: 'server', source: new RdsRoutes({ server, credentials, serverName, names, nodeId, count }) };
}

/** The route configurations that the listeners ask for. */
export function namesOf(listens: readonly Listen[]): readonly string[] {
  return [...new Set(listens.map(({ service }) => routeConfigurationName(service.host, service.port)))];
}

/** What the inputs say for the listeners. */
export function ruleEdition({ inputs, listening }: InForce): RuleEdition & InForce {
  const wanted = new Set(namesOf(listening.listens));
  const own = inputs.rules.routes.filter(({ name }) => wanted.has(name));
  const routeConfigurations = own.map(toHttpRouteConfiguration);
  return { inputs, listening, diagnostics: inputs.diagnostics, routeConfigurations };
}

import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { finding } from '../../diagnostics/diagnostic.js';
import type { Listen } from '../../proxy/build/config.js';
import type { RouteSource } from '../../proxy/config.js';
import { type RdsCount, RdsRoutes } from '../../proxy/routes/rds.js';
import { RuleRoutes } from '../../proxy/routes/rules.js';
import { toHttpRouteConfiguration } from '../../translate/metaprotocol/http-routes.js';
import { parseAddress } from '../../xds/bootstrap.js';
import { UsageError } from '../errors.js';
import { channelCredentials } from '../rds/credentials.js';
import type { Terminal } from '../terminal.js';
import { printDiagnostics } from '../terminal.js';
import type { ProxyFlags } from './flags.js';
import { type ProxyInputs, readProxyInputs } from './rules.js';

export interface RouteOptions {
  readonly paths: readonly string[];
  readonly flags: ProxyFlags;
  readonly first: ProxyInputs;
  readonly listens: readonly Listen[];
  readonly nodeId: string;
  readonly terminal: Terminal;
  /** Gets the inputs that come into force after the first ones. */
  readonly accepted: (inputs: ProxyInputs) => void;
  readonly count: (name: string, what: RdsCount) => void;
}

const quiet = 40;
const pollInterval = 500;

/** Where the routes of the listeners come from: an xDS server with `--rds`, else the inputs. */
export function routeSource(options: RouteOptions): RouteSource {
  const names = [...new Set(options.listens.map(({ service }) => `${service.host}_${service.port}`))];
  return options.flags.rds === undefined ? ruleRoutes(options, names) : rdsRoutes(options, options.flags.rds, names);
}

function rdsRoutes({ flags, nodeId, count }: RouteOptions, server: string, names: readonly string[]): RouteSource {
  if (parseAddress(server) === undefined) {
    throw new UsageError(`--rds ${server} is not HOST:PORT. Write for example --rds 127.0.0.1:15010.`);
  }
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);
  const credentials = channelCredentials(flags);
  return new RdsRoutes({ server, credentials, serverName: flags['tls-server-name'], names, nodeId, count });
}

function ruleRoutes({ paths, flags, first, terminal, accepted }: RouteOptions, names: readonly string[]): RouteSource {
  const wanted = new Set(names);
  const edition = (inputs: ProxyInputs) => ({
    inputs,
    diagnostics: inputs.diagnostics,
    routeConfigurations: inputs.rules.routes.filter(({ name }) => wanted.has(name)).map(toHttpRouteConfiguration),
  });
  if (!flags.watch) return new RuleRoutes({ first: edition(first) });
  return new RuleRoutes({
    first: edition(first),
    read: async () => edition(await readProxyInputs(paths, flags)),
    watch: (changed) => watchFiles(paths, flags, terminal, changed),
    accepted: ({ inputs }) => accepted(inputs),
  });
}

async function watchFiles(
  paths: readonly string[],
  flags: ProxyFlags,
  { stderr }: Terminal,
  changed: () => void,
): Promise<{ close(): void }> {
  const { watchPaths } = await import('../../load/watcher.js');
  const onRefused = (reason: string) => {
    const refused = finding('AER0504', { reason, interval: pollInterval }, {});
    void printDiagnostics(stderr, diagnose([refused]));
  };
  const files = flags['mesh-config'] === undefined ? paths : [...paths, flags['mesh-config']];
  const { poll, exclude = [] } = flags;
  return watchPaths(files, changed, { exclude, poll, interval: pollInterval, quiet, onRefused });
}

import { ChannelCredentials, logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { traitsOf } from '../../../behaviour/traits.js';
import { codecs as builtIn, codecNames } from '../../../codec/codecs.js';
import { parseAddress } from '../../../envoy/address.js';
import type { JsonObject } from '../../../model/envoy.js';
import { printable } from '../../../output/printable.js';
import type { AdminServer } from '../../../proxy/admin/server.js';
import type { ServerState } from '../../../proxy/admin/view.js';
import { createHash64 } from '../../../proxy/balance/xxhash.js';
import { Faults } from '../../../proxy/fault/faults.js';
import { Identity } from '../../../proxy/mesh/identity/identity.js';
import { MeshProxy } from '../../../proxy/mesh/mesh-proxy.js';
import { nodeHeaders } from '../../../proxy/node-headers.js';
import { SecureContexts } from '../../../proxy/tls/secrets.js';
import { Turn } from '../../../proxy/turn.js';
import type { World } from '../../../proxy/world.js';
import { loadCodecs } from '../../input/codec/private-codecs.js';
import { wantsOther } from '../../input/inputs.js';
import { parseUpstreams } from '../../input/proxy/addresses.js';
import { parseFaults } from '../../input/proxy/faults.js';
import { channelCredentials } from '../../input/rds/credentials.js';
import { UsageError } from '../../shell/errors.js';
import { type ExitCode, exit } from '../../shell/exit.js';
import { signalled } from '../../shell/signal.js';
import type { Terminal } from '../../shell/terminal.js';
import { adminAddress, startAdmin } from '../admin.js';
import { type ProxyFlags, settingsOf } from '../flags.js';
import { Observers } from '../observers.js';
import { tracingOf } from '../tracing.js';
import { Troubles } from '../troubles.js';
import { controlPlane, identityOptions, tokenOf } from './identity.js';
import { collectorOf, meshNode, traceName } from './node.js';
import { parsePlaces } from './places.js';
import { gateLines, leftLine } from './say.js';

/** Runs as the data plane of a control plane until the process gets SIGTERM or SIGINT. Gives the exit code. */
export async function runMeshProxy(
  paths: readonly string[],
  flags: ProxyFlags,
  terminal: Terminal,
  version: string,
): Promise<ExitCode> {
  checkFlags(paths, flags);
  const { stderr } = terminal;
  const node = meshNode(flags['node-id'], flags['node-metadata']);
  controlPlane(flags);
  const credentials = () => channelCredentials(flags);
  credentials();
  const places = parsePlaces(flags['original-dst']);
  const upstreams = parseUpstreams(flags.upstream);
  const settings = settingsOf(flags);
  const faults = new Faults(parseFaults(flags.fault));
  const given = routeServer(flags);
  const own = await loadCodecs(flags.codec);
  const known = await Promise.all(codecNames.map((name) => builtIn[name]()));
  const codecs = new Map([...known, ...own].map((codec) => [codec.codec, codec]));
  const tracing = tracingOf(flags, collectorOf(node), { service: traceName(node), id: node.id });
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);

  const now = () => performance.now();
  const troubles = new Troubles(stderr, now);
  const observers = await Observers.make(flags, terminal, now, troubles.tell, tracing);
  const identity = new Identity(identityOptions(flags, node, credentials), troubles.tell);
  const world: World = {
    settings,
    traits: traitsOf(flags['proxy-version']),
    node: nodeHeaders(node.id),
    surroundings: { turn: new Turn(), now, random: () => Math.random(), hash64: await createHash64() },
    observe: observers.observe,
    trouble: troubles.tell,
    counts: observers.stats,
    faults,
    secrets: new SecureContexts(identity),
  };
  const tokenFile = flags['token-file'];
  const proxy = new MeshProxy({
    ads: {
      server: flags.xds ?? '',
      credentials,
      serverName: flags['tls-server-name'],
      token: tokenFile === undefined ? undefined : () => tokenOf(tokenFile),
      node,
    },
    mesh: { places, upstreams, ip: node.ip, traffic: flags.traffic, node: { id: node.id, version } },
    // The route server of Aeraki speaks in clear in a cluster; the flags of TLS are those of the control plane.
    routes: {
      given,
      credentials: ChannelCredentials.createInsecure(),
      count: (name, what) => observers.stats.rds(name, what),
    },
    codecs,
    world,
    events: {
      filter: (listener) => observers.stats.register(listener),
      gates: (change) => void stderr.write(gateLines(change).map((line) => `${printable(line)}\n`)),
      left: (left) => void stderr.write(`${printable(leftLine(left))}\n`),
    },
  });
  observers.stats.follow({ listeners: () => proxy.plane.listeners, clusters: () => proxy.plane.clusters });
  const stopped = signalled();
  let admin: AdminServer | undefined;
  let state: ServerState = 'INITIALIZING';
  const startedAt = Date.now();
  try {
    await stderr.write(`${printable(intro(flags))}\n`);
    admin = await startAdmin(
      {
        node: { id: node.id, version },
        startedAt,
        state: () => state,
        listeners: () => proxy.plane.listeners,
        clusters: () => proxy.plane.clusters,
        routes: () => ({ byName: new Map(proxy.routes.map((each) => [each.name, each])) }),
        edition: () => ({ version: proxy.state.listeners.version, lastUpdated: startedAt }),
        rdsServer: given,
        mesh: {
          server: flags.xds ?? '',
          metadata: node.metadata as JsonObject,
          state: proxy.state,
          gates: () => proxy.plane.gates,
          inlineRoutes: () => proxy.built.ownRoutes,
          certificates: () => identity.shown,
        },
        stats: observers.stats.stats,
        hits: observers.hits,
        faults,
      },
      flags.admin,
      stderr,
    );
    await Promise.race([identity.start(), stopped.promise]);
    await Promise.race([proxy.start(), stopped.promise]);
    state = 'LIVE';
    await stderr.write('Ready: the first listeners are in force.\n');
    await stopped.promise;
    state = 'DRAINING';
    await stderr.write('Stopping: no more requests are taken, those under way are finished.\n');
    const { cut } = await proxy.drain();
    if (cut > 0) await stderr.write(`${cut} not finished after ${flags['drain-timeout']}.\n`);
  } finally {
    stopped.forget();
    await proxy.stop();
    await identity.stop();
    await admin?.stop();
    await observers.close();
  }
  return exit.fine;
}

function intro(flags: ProxyFlags): string {
  return `aeraki proxy is for debugging: it does with MetaProtocol and plain TCP what the sidecar ${flags['node-id']} would do. Do not put it in front of production. Asking ${flags.xds}.`;
}

function checkFlags(paths: readonly string[], flags: ProxyFlags): void {
  if (paths.length > 0 || wantsOther(flags) || flags.watch) {
    throw new UsageError(
      'With --xds everything comes from the control plane. Leave the files, and the flags of other inputs, out.',
    );
  }
  if (flags.listen.length > 0) {
    throw new UsageError(
      'With --xds the control plane says where is listened. --original-dst IP:PORT=ADDRESS:PORT moves a place.',
    );
  }
  if (flags.protocol !== undefined) {
    throw new UsageError('With --xds the filters say which codec reads what. Leave --protocol out.');
  }
  adminAddress(flags.admin);
}

/** `--rds`. Raises `UsageError`. */
function routeServer({ rds }: ProxyFlags) {
  const address = rds === undefined ? undefined : parseAddress(rds);
  if (rds === undefined || address !== undefined) return address;
  throw new UsageError(`--rds ${rds} is not HOST:PORT. Write for example --rds 127.0.0.1:15010.`);
}

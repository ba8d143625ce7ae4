import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { finding } from '../../diagnostics/diagnostic.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { type Edition, Editions } from '../../edition/editions.js';
import { Following } from '../../edition/follow.js';
import { bracketed, parseAddress } from '../../envoy/address.js';
import { palette } from '../../output/colour.js';
import { diagnosticText } from '../../output/log.js';
import { printable } from '../../output/printable.js';
import type { Source } from '../../source/source.js';
import { isLoopbackName } from '../../xds/admin/host.js';
import { Metrics } from '../../xds/admin/metrics.js';
import { type Admin, createAdmin } from '../../xds/admin/server.js';
import type { TlsFiles, TlsTold } from '../../xds/certificates.js';
import { brokenBy, freshOf, HeldParts, type Said } from '../../xds/edit.js';
import type { XdsEvent } from '../../xds/event.js';
import { eventJsonWriter, eventText } from '../../xds/event-text.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import { createRouteServer, type RouteServer } from '../../xds/server.js';
import { changedNames, createSnapshot } from '../../xds/snapshot.js';
import { Unserved } from '../../xds/unserved.js';
import { checkPaths, wantsOther } from '../input/inputs.js';
import { namedPathFails } from '../input/named-path.js';
import { onHangUp, removalLimits } from '../input/removals.js';
import { inputSource, quietForClients, watchOptions } from '../input/sources.js';
import { translateOptions } from '../input/translate-options.js';
import { InputError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { sayOnce } from '../shell/say-once.js';
import { signalled } from '../shell/signal.js';
import { startFailure } from '../shell/start-failure.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { Collector, keepYoungSmall } from './collect.js';
import type { serveFlags } from './serve-flags.js';

export interface ServeFlags extends FilledFlagValues<typeof serveFlags> {}

const defaultAdmin = '127.0.0.1:15014';
/** How long streams have to end when the server is told to stop, in milliseconds. */
const grace = 5_000;

/** Serves the routes of some files until the process gets SIGTERM or SIGINT. Gives the exit code. */
export async function serve(paths: readonly string[], flags: ServeFlags, terminal: Terminal): Promise<ExitCode> {
  checkFlags(paths, flags);
  keepYoungSmall();
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);
  const source = await inputSource(paths, flags, terminal, watchOptions(terminal, quietForClients, flags.poll));
  const session = new Session(flags, terminal);
  let first: Edition | undefined = await session.read(source);
  if (namedPathFails(first.loaded, paths)) {
    await printDiagnostics(terminal.stderr, first.diagnostics);
    await session.stop();
    return exit.input;
  }
  const { diagnostics } = first;
  const code = diagnostics.some(({ layer }) => layer === 'input') ? exitCodeOf(diagnostics) : exit.fine;
  const stopped = signalled();
  let following: Following | undefined;
  try {
    const started = session.start(first);
    // This function runs as long as the program: the texts of the first edition need not stay with it.
    first = undefined;
    await started;
    following = flags.watch ? session.follow(source) : undefined;
    await Promise.race([stopped.promise, following?.ended ?? stopped.promise]);
    await terminal.stderr.write('Stopping: streams are being ended.\n');
  } finally {
    stopped.forget();
    await following?.close();
    await session.stop();
  }
  return code;
}

class Session {
  readonly #registry = createEnvoyRegistry();
  readonly #server: RouteServer;
  readonly #metrics: Metrics;
  readonly #admin: Admin;
  readonly #line: (event: XdsEvent) => string;
  readonly #editions: Editions;
  #said: Said = { diagnostics: [] };
  readonly #heldParts = new HeldParts();
  readonly #collector = new Collector();
  #held: readonly string[] = [];
  /** What the last edit has, also where it is not served. */
  #found: readonly Diagnostic[] = [];
  #lines: string[] = [];
  readonly #unserved = new Unserved();

  constructor(
    readonly flags: ServeFlags,
    readonly terminal: Terminal,
  ) {
    this.#editions = new Editions({
      translate: translateOptions(flags),
      removals: removalLimits(flags),
      pid: process.pid,
    });
    this.#line = flags.output === 'json' ? eventJsonWriter() : eventText;
    this.#server = routeServer(
      flags,
      (event) => this.#event(event),
      ({ ok, message }) => void terminal.stderr.write(`${printable(ok ? message : `Warning: ${message}`)}\n`),
    );
    const { hub } = this.#server;
    this.#metrics = new Metrics(hub);
    const stopping = () => this.#server.stopping;
    this.#admin = createAdmin({
      ...{ title: 'aeraki rds', hub, metrics: this.#metrics, stopping },
      held: () => this.#held,
      findings: () => this.#found,
    });
  }

  async read(source: Source): Promise<Edition> {
    return this.#editions.next(await source.read());
  }

  async start(first: Edition): Promise<void> {
    const { flags, terminal } = this;
    await this.#publish(first);
    const port = await this.#server.start(flags.listen).catch((error: unknown) => {
      throw startFailure(`listen on ${flags.listen}`, '--listen', error);
    });
    const { host } = parseAddress(flags.listen) ?? { host: flags.listen };
    const count = this.#server.hub.snapshot.resources.size;
    await terminal.stderr.write(`Serving ${count} route configuration${count === 1 ? '' : 's'} on ${host}:${port}\n`);
    if (!isLoopbackName(host) && flags['tls-client-ca'] === undefined) {
      await terminal.stderr.write(
        'Everyone who reaches this address can read the routes; --tls-client-ca asks for certificates.\n',
      );
    }
    await this.#startAdmin();
  }

  /** Takes every change of the source, what changed since it was read too. */
  follow(source: Source): Following {
    const following = new Following([source], {
      round: async (_, isStale) => {
        const loaded = await source.read();
        if (!isStale()) await this.#edit(await this.#editions.next(loaded));
      },
      failed: sayOnce('aeraki rds serve'),
    });
    onHangUp(this.#editions, following, this.terminal);
    return following;
  }

  async stop(): Promise<void> {
    await this.#server.stop(grace);
    this.#collector.stop();
    await this.#admin.stop();
    await this.#flush();
  }

  async #edit(next: Edition): Promise<void> {
    this.#collector.edited();
    const { hub } = this.#server;
    const broken = brokenBy(this.#said, next, hub.snapshot, next.translation.routeConfigurations);
    if (broken.length === 0) await this.#publish(next);
    else {
      this.#found = [...next.diagnostics, ...broken];
      this.#admin.changed();
      await printDiagnostics(this.terminal.stderr, broken);
    }
    await this.#hold([...this.#heldParts.of(next), ...broken]);
  }

  /** Says once that something is as it was last, and that it is in order again. */
  async #hold(broken: readonly Diagnostic[]): Promise<void> {
    const plain = { palette: palette(false) };
    const lines = broken.map((diagnostic) => diagnosticText(diagnostic, plain));
    if (lines.join('\n') === this.#held.join('\n')) return;
    this.#held = lines;
    this.#admin.changed();
    if (lines.length === 0) {
      await this.terminal.stderr.write('The files are in order again.\n');
      return;
    }
    const errors = broken.filter(({ severity }) => severity === 'error').length;
    if (errors === 0) return;
    const count = `${errors} error${errors === 1 ? '' : 's'}`;
    await printDiagnostics(this.terminal.stderr, diagnose([finding('AER0503', { count }, {})]));
  }

  async #publish(next: Edition): Promise<void> {
    this.#editions.take(next);
    const { hub } = this.#server;
    const before = hub.snapshot;
    const made = createSnapshot(next.translation.routeConfigurations, this.#registry, before);
    const sent = hub.publish(made.snapshot);
    const diagnostics = [...next.diagnostics, ...diagnose(made.findings)];
    const fresh = freshOf(this.#said, { diagnostics });
    this.#said = { diagnostics };
    this.#found = diagnostics;
    this.#admin.changed();
    await printDiagnostics(this.terminal.stderr, fresh);
    if (!sent || before.version === '') return;
    const changed = changedNames(before, made.snapshot);
    await this.terminal.stderr.write(
      `${printable(`Changed: ${changed.join(', ')} (version ${made.snapshot.version})`)}\n`,
    );
  }

  #event(event: XdsEvent): void {
    this.#metrics.count(event);
    this.#admin.changed();
    this.#sayUnserved(event);
    // Lines are written together once a turn, so that a thousand clients are not a thousand writes.
    if (this.#lines.length === 0) setImmediate(() => void this.#flush());
    this.#lines.push(this.#line(event));
  }

  /** A proxy that waits for a name that nobody serves says nothing of it itself. */
  #sayUnserved(event: XdsEvent): void {
    const findings = this.#unserved.findings(event, this.#server.hub.snapshot);
    if (findings.length > 0) void printDiagnostics(this.terminal.stderr, diagnose(findings));
  }

  async #flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    await this.terminal.stdout.write(text);
  }

  async #startAdmin(): Promise<void> {
    const { flags, terminal } = this;
    if (flags.admin === 'off') return;
    const address = flags.admin ?? defaultAdmin;
    const { host, port } = parseAddress(address) ?? { host: '127.0.0.1', port: 0 };
    try {
      const taken = await this.#admin.start(host, port);
      await terminal.stderr.write(`Admin page on http://${bracketed(host)}:${taken}/\n`);
      if (!isLoopbackName(host)) {
        await terminal.stderr.write('Everyone who reaches the admin page can read the routes and who asks for them.\n');
      }
    } catch (error) {
      if (flags.admin !== undefined) throw startFailure(`listen on ${address}`, '--admin', error);
      await terminal.stderr.write(`No admin page: ${address} is in use. --admin HOST:PORT chooses another address.\n`);
    }
  }
}

function checkFlags(paths: readonly string[], flags: ServeFlags): void {
  if (paths.length > 0 || !wantsOther(flags)) checkPaths(paths, flags);
  if (flags.watch && paths.length === 0) throw new UsageError('--watch watches files. Name a file or a directory.');
  if (flags.watch && paths.includes('-')) {
    throw new UsageError('--watch cannot watch standard input. Name files or directories.');
  }
  if (parseAddress(flags.listen) === undefined) {
    throw new UsageError(`--listen ${flags.listen} is not HOST:PORT. Write for example --listen 127.0.0.1:15010.`);
  }
  if (flags.admin !== undefined && flags.admin !== 'off' && parseAddress(flags.admin) === undefined) {
    throw new UsageError(
      `--admin ${flags.admin} is not HOST:PORT, nor off. Write for example --admin 127.0.0.1:15014.`,
    );
  }
  const { 'tls-cert': cert, 'tls-key': key, 'tls-client-ca': clientCa } = flags;
  if ((cert === undefined) !== (key === undefined) || (clientCa !== undefined && cert === undefined)) {
    throw new UsageError('TLS needs both --tls-cert and --tls-key. Name the missing file.');
  }
}

function routeServer(
  flags: ServeFlags,
  listen: (event: XdsEvent) => void,
  tlsTold: (told: TlsTold) => void,
): RouteServer {
  const { 'tls-cert': cert, 'tls-key': key, 'tls-client-ca': clientCa } = flags;
  if (cert === undefined || key === undefined) return createRouteServer({ listen });
  const tls: TlsFiles = { cert, key, ...(clientCa !== undefined && { clientCa }) };
  try {
    return createRouteServer({ listen, tls, tlsTold });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot use the TLS files: ${message}. They must be readable PEM files that fit together.`);
  }
}

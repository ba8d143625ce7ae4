import { type ChannelCredentials, logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { parseAddress } from '../../envoy/address.js';
import { jsonLine, json as jsonText } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { toYaml } from '../../output/yaml.js';
import {
  DiscoveryError,
  type DiscoveryOptions,
  type DiscoveryUpdate,
  discover,
  type Position,
} from '../../xds/client.js';
import { type DecodeOptions, decodeAny } from '../../xds/decode.js';
import { reasonOf } from '../../xds/reason.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import { resourceTypes } from '../../xds/types.js';
import { channelCredentials, type TlsFlags } from '../input/rds/credentials.js';
import type { askFlags } from '../input/rds/flags.js';
import { FailureError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { Terminal } from '../shell/terminal.js';

/** The flags of `rds get` and `rds watch`. */
export interface AskFlags
  extends TlsFlags,
    Pick<FilledFlagValues<typeof askFlags>, 'server' | 'type' | 'delta' | 'node-id' | 'output'>,
    Pick<FilledFlagValues<typeof globalFlags>, 'show-secrets'> {
  readonly timeout?: number | undefined;
}

type Json = ReturnType<typeof decodeAny>['json'];

/** Gets resources once and prints them. Names that the server does not have within the timeout make it fail. */
export async function get(names: readonly string[], flags: AskFlags, terminal: Terminal): Promise<ExitCode> {
  const asking = new Asking(names, flags, terminal);
  const wanted = new Set(names);
  const open = new Set(names);
  const found = new Map<string, Json>();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), flags.timeout);
  let answered = false;
  try {
    for await (const update of asking.updates(stop.signal)) {
      answered = true;
      for (const { name, json } of await asking.decode(update)) {
        found.set(name, json);
        wanted.delete(name);
        open.delete(name);
      }
      // Only the incremental form says that there is nothing of a name; for the other one the timeout decides.
      for (const name of update.removed) open.delete(name);
      if (open.size === 0) break;
    }
  } catch (error) {
    throw asking.failure(error);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  const all = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, json]) => json);
  const yaml = () => all.map((json, index) => `${index > 0 ? '---\n' : ''}${toYaml(json)}`).join('');
  await terminal.stdout.write(flags.output === 'json' ? jsonText(all) : yaml());
  if (names.length === 0 && !answered) {
    throw new FailureError(
      `${flags.server} did not answer within ${flags.timeout} ms. Raise --timeout, or name resources.`,
    );
  }
  if (wanted.size > 0) {
    const missing = printable([...wanted].sort().join(', '));
    if (!answered) {
      throw new FailureError(
        `${flags.server} sent nothing within ${flags.timeout} ms, so whether it has ${missing} is not known. Raise --timeout; with --delta a server says what it does not have.`,
      );
    }
    throw new FailureError(
      `${flags.server} has no ${flags.type} resource ${missing}. Check the names; without any, all that the server offers is printed.`,
    );
  }
  return exit.fine;
}

/** Prints what a server has, and every change of it, until the process is told to stop or the timeout ends. */
export async function watch(names: readonly string[], flags: AskFlags, terminal: Terminal): Promise<ExitCode> {
  const asking = new Asking(names, flags, terminal);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const timer = flags.timeout === undefined ? undefined : setTimeout(onSignal, flags.timeout);
  const versions: Record<string, string> = {};
  let position: Position | undefined;
  let pause = firstPause;
  try {
    while (!stop.signal.aborted) {
      try {
        for await (const update of asking.updates(stop.signal, position)) {
          pause = firstPause;
          await asking.printUpdate(update, versions);
          position = { version: update.version, versions };
        }
      } catch (error) {
        // The first attempt says what is wrong; later ones are a server that was restarted.
        if (position === undefined) throw asking.failure(error);
        await terminal.stderr.write(`Lost ${flags.server} (${printable(reasonOf(error))}); trying again.\n`);
        await asking.pause(pause, stop.signal);
        pause = Math.min(pause * 2, longestPause);
      }
    }
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  return exit.fine;
}

const firstPause = 200;
const longestPause = 5_000;

class Asking {
  readonly #credentials: ChannelCredentials;
  readonly #decode: DecodeOptions;
  readonly #told = new Set<string>();

  constructor(
    readonly names: readonly string[],
    readonly flags: AskFlags,
    readonly terminal: Terminal,
  ) {
    const address = parseAddress(flags.server);
    if (address === undefined) {
      throw new UsageError(`--server ${flags.server} is not HOST:PORT. Write for example --server 127.0.0.1:15010.`);
    }
    // What fails is said by us, once; the library would say it again in its own way.
    setLogVerbosity(logVerbosity.NONE);
    this.#credentials = channelCredentials(flags);
    this.#decode = { registry: createEnvoyRegistry(), showSecrets: flags['show-secrets'] };
  }

  updates(signal: AbortSignal, position?: Position): AsyncGenerator<DiscoveryUpdate> {
    const { server, type, delta, 'node-id': nodeId, 'tls-server-name': serverName } = this.flags;
    const options: DiscoveryOptions = {
      ...{ server, type, delta, nodeId, serverName, signal },
      ...{ names: this.names, credentials: this.#credentials },
    };
    return discover(options, position);
  }

  /** The resources of an update as JSON; types that are not known are noted once each. */
  async decode(
    update: DiscoveryUpdate,
  ): Promise<{ readonly name: string; readonly version: string; readonly json: Json }[]> {
    const result = [];
    for (const { name, version, content } of update.resources) {
      const { json, unknown } = decodeAny(content, this.#decode);
      for (const type of unknown) {
        if (this.#told.has(type)) continue;
        this.#told.add(type);
        await this.terminal.stderr.write(
          `${printable(type)} is not in Envoy's API; its content is printed as base64.\n`,
        );
      }
      const own = json[resourceTypes[this.flags.type].nameField];
      result.push({ name: name ?? String(own ?? ''), version, json });
    }
    return result;
  }

  /** Prints one update: a line of JSON, or YAML documents under a comment. */
  async printUpdate(update: DiscoveryUpdate, versions: Record<string, string>): Promise<void> {
    const resources = await this.decode(update);
    for (const { name, version } of resources) versions[name] = version;
    for (const name of update.removed) delete versions[name];
    const { version, removed } = update;
    if (this.flags.output === 'json') {
      const line = { version, resources: resources.map(({ json }) => json), removed };
      await this.terminal.stdout.write(`${jsonLine(line)}\n`);
      return;
    }
    const heads = removed.map((name) => `# removed: ${printable(name)}\n`).join('');
    const documents = resources.map(({ version: own, json }) => `---\n# version ${printable(own)}\n${toYaml(json)}`);
    await this.terminal.stdout.write(heads + documents.join(''));
  }

  failure(error: unknown): Error {
    if (!(error instanceof DiscoveryError)) return error as Error;
    return new FailureError(
      `${this.flags.server}: ${printable(reasonOf(error))}. Check the address, and the TLS flags if the server wants TLS.`,
    );
  }

  pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

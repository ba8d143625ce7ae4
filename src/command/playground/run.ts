import { reasonOf } from '../../diagnostics/reason.js';
import { parseAddress } from '../../envoy/address.js';
import { readBytes } from '../../load/read.js';
import { printable } from '../../output/printable.js';
import { InputError, UsageError } from '../shell/errors.js';
import { signalled } from '../shell/signal.js';
import { fragmentOf, servePlayground } from './serve.js';

export interface PlaygroundPlace {
  readonly packageRoot: string;
  readonly version: string;
  /** Told where the page is. */
  readonly say: (text: string) => Promise<void>;
}

/** Serves the playground until a signal comes. Raises `UsageError`, `InputError` or `FailureError`. */
export async function runPlayground(
  listen: string,
  file: string | undefined,
  { packageRoot, version, say }: PlaygroundPlace,
): Promise<void> {
  const address = parseAddress(listen);
  if (address === undefined)
    throw new UsageError(`--listen ${printable(listen)} is not HOST:PORT. Write for example --listen 127.0.0.1:15021.`);
  const rules = file === undefined ? undefined : await read(file);
  const serving = await servePlayground(packageRoot, address);
  const { host, port } = serving.address;
  const fragment = rules === undefined ? '' : `#${fragmentOf(rules, version)}`;
  const end = signalled();
  try {
    await say(`http://${host.includes(':') ? `[${host}]` : host}:${port}/${fragment}\n`);
    await end.promise;
  } finally {
    end.forget();
    await serving.stop();
  }
}

async function read(file: string): Promise<string> {
  try {
    return Buffer.from(await readBytes(file)).toString('utf8');
  } catch (error) {
    throw new InputError(`Cannot read ${printable(file)}: ${reasonOf(error)}. Check the path.`);
  }
}

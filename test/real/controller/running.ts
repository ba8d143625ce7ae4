import type { Context } from 'mocha';
import { built } from '../../cli/program.js';
import { Watching } from '../../cli/watching.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import type { KubeClient, KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';

/** One line of `-o json`. */
export interface Line {
  readonly level: string;
  readonly event: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

/** The program built, and an API server that knows the kinds of Istio and Aeraki; for a `before` with time. */
export async function startCluster(
  test: Context,
  options: Parameters<typeof startApiServer>[0] = {},
): Promise<ApiServer> {
  for (const part of ['apiserver', 'etcd', 'openssl'] as const) requirePart(test, part);
  await built();
  return startApiServer({ crds: true, ...options });
}

/** A running `aeraki controller run -o json`. */
export class Running {
  readonly #watching: Watching;

  /** @param more flags, and what the environment has besides */
  constructor(kubeconfig: string, ...more: readonly (string | { readonly env: Readonly<Record<string, string>> })[]) {
    const args = more.filter((each) => typeof each === 'string');
    const env = Object.assign({}, ...more.map((each) => (typeof each === 'string' ? {} : each.env)));
    const fixed = ['controller', 'run', '-c', kubeconfig, '-o', 'json', '--listen', '127.0.0.1:0'];
    const admin = args.includes('--admin') ? [] : ['--admin', '127.0.0.1:0'];
    this.#watching = new Watching([...fixed, ...admin, ...args], 600_000, env);
  }

  get pid(): number {
    return this.#watching.child.pid ?? 0;
  }

  /** All lines so far. */
  get lines(): readonly Line[] {
    const whole = this.#watching.text.slice(0, this.#watching.text.lastIndexOf('\n') + 1);
    return whole.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
  }

  get text(): string {
    return this.#watching.text;
  }

  /** The first line for which `fits`, waiting for it. */
  async line(fits: (line: Line) => boolean, seconds = 60): Promise<Line> {
    return until(
      () => this.lines.find(fits),
      seconds,
      () => this.text,
    );
  }

  kill(signal: NodeJS.Signals): void {
    this.#watching.child.kill(signal);
  }

  /** Ends it and gives its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this.#watching;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }
}

/** Waits until `look` gives something; raises with `state` after so many seconds. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  seconds: number,
  state: () => string,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} s:\n${state().slice(-4000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const paths = ['/apis/networking.istio.io/v1alpha3/envoyfilters', '/apis/networking.istio.io/v1alpha3/virtualservices'];

/** All objects with the label, sorted by namespace and name, as expected.json has them. */
export async function made(client: KubeClient): Promise<Record<'envoyFilters' | 'virtualServices', KubeObject[]>> {
  const [envoyFilters = [], virtualServices = []] = await Promise.all(
    paths.map(async (path) => {
      const { body } = await client.call('GET', `${path}?labelSelector=manager%3DAeraki`);
      const items = (body as { items: KubeObject[] }).items;
      return items.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    }),
  );
  return { envoyFilters, virtualServices };
}

export const placeOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''} ${metadata.name}`;

import { type Caller, startCaller } from '../peers/peer.js';
import { type AerakiProxy, startAerakiProxy } from '../proxy/aeraki-proxy.js';
import { eventually } from './dubbo-names.js';

/** Apache Dubbo's consumer, whose calls go through `aeraki proxy`, which knows its servers from a registry alone. */
export class Consumer {
  private constructor(
    private readonly caller: Caller,
    private readonly proxy: AerakiProxy,
  ) {}

  /** The registry must have the service already. */
  static async start(url: string, service: string): Promise<Consumer> {
    const proxy = await startAerakiProxy({
      rules: '# no rules: everything comes from the registry\n',
      upstreams: {},
      service,
      flags: ['--registry', url, '--watch'],
    });
    return new Consumer(await startCaller('dubbo-java'), proxy);
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.caller.stop();
  }

  /** That calls come to these servers, and in the end to no other. */
  async reaches(...wanted: readonly string[]): Promise<void> {
    let last: readonly unknown[] = [];
    await eventually(
      async () => {
        const seen = new Set<unknown>();
        for (let times = 0; times < 3 * wanted.length; times++) seen.add(await this.#pay());
        last = [...seen].sort();
        return last.join() === wanted.join() ? true : undefined;
      },
      30_000,
      `answers of ${wanted.join(' and ')} alone`,
    ).catch((error: Error) => {
      throw new Error(`${error.message}; the last were ${last.join(', ')}`);
    });
  }

  async #pay(): Promise<unknown> {
    const { stderr } = this.proxy;
    // The port of the service is that of one of its providers, and each of these has another: it may go with its provider.
    const [, port] = [...stderr().matchAll(/^Listening on 127\.0\.0\.1:(\d+) for /gm)].at(-1) ?? [];
    const answer = await this.caller.call({ port: Number(port), method: 'pay', args: ['u'], timeout: 10_000 });
    return answer.value ?? JSON.stringify([answer, stderr().slice(-1500)]);
  }
}

import util from 'node:util';
import type { Dubbo } from 'apache-dubbo-js';

/**
 * `ZOOKEEPER SERVICE METHOD ARGUMENT`: a consumer of apache-dubbo-js, which registers and calls a provider that it found there.
 * Prints the answer as JSON and stays until it is ended.
 */
const [register = '', dubboInterface = '', method = '', argument = ''] = process.argv.slice(2);
// Functions of Node that the library asks with, and that Node 24 has no more.
Object.assign(util, {
  isArray: Array.isArray,
  isFunction: (value: unknown) => typeof value === 'function',
  isString: (value: unknown) => typeof value === 'string',
});
const library = await import('apache-dubbo-js');
const { java, setting } = library;

type Reply = { res: unknown; err: { message?: string } | null };
type Service = Record<string, (text: string) => Promise<Reply>>;

const service = (dubbo: Dubbo): Service =>
  dubbo.proxyService<Service>({
    dubboInterface,
    methods: { [method]: (text: string) => [java.String(text)] },
  } as never);
const dubbo = new library.Dubbo<{ own: typeof service }>({
  application: { name: 'js-shop' },
  register,
  dubboSetting: setting.match(dubboInterface, { version: '0.0.0' }),
  service: { own: service },
});
await dubbo.ready();
const { res, err } = (await dubbo.service.own[method]?.(argument)) ?? { res: null, err: { message: 'no such method' } };
process.stdout.write(`${JSON.stringify(err ? { error: String(err.message ?? err) } : { answer: res })}\n`);
setInterval(() => undefined, 60_000);

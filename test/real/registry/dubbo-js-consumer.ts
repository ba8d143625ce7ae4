import { Dubbo, java, setting } from 'apache-dubbo-js';

/**
 * `ZOOKEEPER SERVICE METHOD ARGUMENT`: a consumer of apache-dubbo-js, which registers and calls a provider that it found there.
 * Prints the answer as JSON and stays until it is ended.
 */
const [register = '', dubboInterface = '', method = '', argument = ''] = process.argv.slice(2);
type Reply = { res: unknown; err: { message?: string } | null };
type Service = Record<string, (text: string) => Promise<Reply>>;

const service = (dubbo: Dubbo): Service =>
  dubbo.proxyService<Service>({
    dubboInterface,
    methods: { [method]: (text: string) => [java.String(text)] },
  } as never);
const dubbo = new Dubbo<{ own: typeof service }>({
  application: { name: 'js-shop' },
  register,
  dubboSetting: setting.match(dubboInterface, { version: '0.0.0' }),
  service: { own: service },
});
await dubbo.ready();
const { res, err } = (await dubbo.service.own[method]?.(argument)) ?? { res: null, err: { message: 'no such method' } };
process.stdout.write(`${JSON.stringify(err ? { error: String(err.message ?? err) } : { answer: res })}\n`);
setInterval(() => undefined, 60_000);

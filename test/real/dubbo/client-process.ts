import { DirectlyDubbo } from 'apache-dubbo-js';
import type { Answer, Plan } from './client.js';

/**
 * A process of its own: the library has no way to close a connection. Reads what to call from its argument, calls one
 * after the other, prints the answers as JSON.
 */
const plan = JSON.parse(process.argv[2] ?? '') as Plan;
const dubbo = DirectlyDubbo.from({
  dubboAddress: `${plan.host ?? '127.0.0.1'}:${plan.port}`,
  dubboVersion: '2.7.1',
  dubboInvokeTimeout: 5,
});
type Reply = { res: unknown; err: { message?: string } | null };

const answers: Answer[] = [];
for (const { method, group, times = 1 } of plan.calls) {
  const service = dubbo.proxyService<Record<string, () => Promise<Reply>>>({
    dubboInterface: plan.service,
    version: '0.0.0',
    methods: { [method]: () => [] },
    ...(group === undefined ? {} : { group }),
  });
  for (let i = 0; i < times; i++) {
    const { res, err } = (await service[method]?.()) ?? { res: null, err: { message: 'no such method' } };
    answers.push(err ? { error: String(err.message ?? err) } : { answer: String(res) });
  }
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));

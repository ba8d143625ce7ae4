import { readInputs } from '../src/command/input/inputs.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { deliver } from '../src/command/translate/deliver.js';
import { translateFlags } from '../src/command/translate/flags.js';
import { runTranslate, type TranslateReport } from '../src/command/translate/run.js';

export default class Translate extends AerakiCommand {
  static override summary = 'Print the EnvoyFilters, VirtualServices and routes that Aeraki would make.';
  static override description =
    'Reads Kubernetes, Istio and Aeraki resources and prints what the in-cluster Aeraki would make of them, its defects ' +
    'included; --fixed prints the corrected result. No cluster is needed.';
  static override examples = [
    { description: 'What Aeraki makes of a folder', command: '<%= config.bin %> translate examples/dubbo.yaml' },
    {
      description: 'The routes too',
      command: '<%= config.bin %> translate examples/dubbo.yaml --to envoyfilter,virtualservice,rds',
    },
    { description: 'Only the names', command: '<%= config.bin %> translate examples/dubbo.yaml -o name' },
    {
      description: 'Without Aeraki in the cluster',
      command: '<%= config.bin %> translate examples/dubbo.yaml --fixed --static-routes',
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = translateFlags;

  async run(): Promise<TranslateReport | undefined> {
    const { flags, argv } = await this.parse(Translate);
    const paths = [...argv.map(String), ...flags.filename];
    if (flags.watch) {
      const { watchTranslate } = await import('../src/command/translate/watch.js');
      await watchTranslate(paths, flags, flags['watch-full'], this.terminal);
      return undefined;
    }
    const display = progress(this.terminal.stderr, 3);
    try {
      const whole = await runTranslate(() => readInputs(paths, flags), flags, display);
      const report = flags.for === undefined ? whole : await onlyReaching(flags.for, whole, paths, flags);
      display.step('writing');
      this.end(await deliver(report, flags, this.terminal, () => display.stop()));
      return report;
    } finally {
      display.stop();
    }
  }
}

/** Loaded only when it is asked for. */
async function onlyReaching(
  ...of: Parameters<typeof import('../src/command/translate/for-workload.js').reaching>
): Promise<TranslateReport> {
  const { reaching } = await import('../src/command/translate/for-workload.js');
  return reaching(...of);
}

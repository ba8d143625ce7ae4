import { AerakiCommand } from '../src/command/shell/command.js';
import { exit } from '../src/command/shell/exit.js';
import { pathArgs } from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { validateFlags } from '../src/command/validate/flags.js';
import {
  formatValidation,
  runValidate,
  type ValidateReport,
  type ValidateSources,
} from '../src/command/validate/run.js';
import { validateSources } from '../src/command/validate/sources.js';

export default class Validate extends AerakiCommand {
  static override summary = 'Find what is wrong with resources, and the rules that do nothing.';
  static override description =
    'Checks resources by schema, by the rules of the admission webhook, and across resources. No cluster is needed; ' +
    'with --context the files are judged against what the cluster has, or the cluster itself.';
  static override examples = [
    { description: 'Everything in a folder', command: '<%= config.bin %> validate examples' },
    {
      description: 'As a pre-commit hook does',
      command: '<%= config.bin %> validate examples/dubbo.yaml --context-path examples',
    },
    { description: 'For code scanning', command: '<%= config.bin %> validate examples -o sarif' },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = validateFlags;

  async run(): Promise<ValidateReport | undefined> {
    const { flags, argv } = await this.parse(Validate);
    const paths = [...argv.map(String), ...flags.filename];
    const once = async (sources: ValidateSources): Promise<ValidateReport> => {
      const display = progress(this.terminal.stderr, 1);
      display.step('validating');
      try {
        return await runValidate(sources, flags);
      } finally {
        display.stop();
      }
    };
    const write = async (report: ValidateReport): Promise<void> => {
      const style = await this.terminal.stdout.style();
      await this.print(await formatValidation(report, flags.output, style, this.config.version));
      for (const note of report.notes) await this.note(note);
    };
    if (flags.watch) {
      const { watchValidate } = await import('../src/command/validate/watch.js');
      await watchValidate(paths, flags, flags['watch-full'], once, write, this.terminal);
      return undefined;
    }
    const again = () => once(validateSources(paths, flags));
    let report = await again();
    if (flags.fix) {
      const { fixAll } = await import('../src/command/validate/fix.js');
      const fixed = await fixAll(report, again);
      report = fixed.report;
      if (flags.output === 'log') await this.print(fixed.diff);
      else for (const file of fixed.changed) await this.note(`Rewrote ${file}.`);
      for (const failure of fixed.failures) await this.note(`Error: ${failure}`);
      if (fixed.failures.length > 0) this.end(exit.failure);
    }
    await write(report);
    this.end(report.exitCode);
    return report;
  }
}

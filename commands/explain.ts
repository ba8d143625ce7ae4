import { Args, Flags } from '@oclif/core';
import { AerakiCommand } from '../src/command/shell/command.js';
import { UsageError } from '../src/command/shell/errors.js';
import { outputFlag } from '../src/command/shell/flags.js';
import { catalogue } from '../src/diagnostics/catalogue.js';
import { json } from '../src/output/json.js';
import { schemaOf } from '../src/schema/kinds.js';

export default class Explain extends AerakiCommand {
  static override summary = 'Explain a diagnostic code, or a field of a resource.';
  static override description =
    'Prints the page of a code (AER0001): what it means and what to do. With a kind, and fields after dots, prints what ' +
    'the field is for, its type and the fields below it.';
  static override examples = [
    { description: 'A code', command: '<%= config.bin %> explain AER0001' },
    { description: 'All codes', command: '<%= config.bin %> explain --list' },
    { description: 'A field', command: '<%= config.bin %> explain MetaRouter.spec.routes.match' },
  ];
  static override args = {
    subject: Args.string({ description: 'CODE, KIND or KIND.field.field.', ignoreStdin: true }),
  };
  static readonly suggestions = [...Object.keys(catalogue), ...Object.keys(schemaOf)];
  static override flags = {
    list: Flags.boolean({ summary: 'List all codes.' }),
    output: outputFlag(['text', 'json'], 'text'),
  };

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Explain);
    const { explain, listCodes } = await import('../src/command/explain/run.js');
    if (!flags.list && args.subject === undefined) {
      throw new UsageError(
        'Nothing to explain. Name a code (AER0001) or a kind (MetaRouter.spec.routes), or use --list.',
      );
    }
    const { width } = await this.terminal.stdout.style();
    const { text, value } = flags.list ? await listCodes(width) : await explain(args.subject ?? '', this.config.root);
    const { folded } = await import('../src/output/wrap.js');
    await this.print(flags.output === 'json' ? json(value) : flags.list ? text : folded(text, width));
    return value;
  }
}

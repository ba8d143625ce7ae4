import { Flags } from '@oclif/core';
import { checkPaths } from '../src/command/input/inputs.js';
import { clusterDomainFlag } from '../src/command/input/mesh-flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { UsageError } from '../src/command/shell/errors.js';
import {
  clusterFlags,
  inputFlags,
  istioFlags,
  outputFlag,
  pathArgs,
  proxyVersionFlag,
} from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { treeMay } from '../src/command/shell/trust.js';
import { type FinishedTest, runTests, type TestFlags } from '../src/command/test/run.js';
import { type TestFormatName, testFormatNames, testFormats } from '../src/output/test/formats.js';

export default class Test extends AerakiCommand {
  static override summary = 'Hold the rules to what tests say about them.';
  static override description =
    'Runs the cases of RouteTest documents: requests, and the route, clusters, mirrors, mutations and limits that they ' +
    'are to get. The rules are those that a test names and those on the command line. --generate writes a first test.';
  static override examples = [
    { description: 'A first test that covers every route', command: '<%= config.bin %> test --generate examples' },
    {
      description: 'The same into a file, which names the rules from where it lies',
      command: '<%= config.bin %> test --generate examples --output-file examples/tests/all.yaml',
    },
    { description: 'Run the tests of a folder', command: '<%= config.bin %> test examples/tests' },
    {
      description: 'In CI, where every route has to be covered',
      command: '<%= config.bin %> test examples/tests --min-coverage 100 -o junit',
    },
  ];
  static override usage = ['test PATH... [FLAGS]', 'test --generate PATH... [--output-file FILE] [FLAGS]'];
  static override strict = false;
  static override args = pathArgs;
  static override flags = {
    ...inputFlags,
    ...clusterFlags,
    ...istioFlags,
    ...proxyVersionFlag,
    output: outputFlag(testFormatNames, 'log'),
    'min-coverage': treeMay(
      Flags.string({
        summary: 'Fail when the cases take less than this share of the routes.',
        helpValue: '<percent>',
        exclusive: ['generate'],
      }),
    ),
    generate: Flags.boolean({ summary: 'Print a first test for the given rules instead of running tests.' }),
    'output-file': Flags.string({
      summary: 'Write the generated test there; it names the rules relative to this file.',
      helpValue: '<file>',
      dependsOn: ['generate'],
    }),
    watch: Flags.boolean({
      char: 'w',
      summary: 'Run again whenever a test or a rule changes.',
      exclusive: ['generate'],
    }),
    ...clusterDomainFlag,
  };

  async run(): Promise<unknown> {
    const { flags: parsed, argv } = await this.parse(Test);
    const flags = { ...parsed, 'min-coverage': percent(parsed['min-coverage']) };
    const given = [...argv.map(String), ...flags.filename];
    if (flags.generate) return this.#generate(given, flags);
    const paths = checkPaths(given);
    if (!flags.watch) {
      const display = progress(this.terminal.stderr, 3);
      try {
        const report = await runTests(paths, flags, display);
        display.stop();
        await this.#print(report, flags.output);
        this.end(report.exitCode);
        return report;
      } finally {
        display.stop();
      }
    }
    if (paths.includes('-')) {
      throw new UsageError('--watch cannot watch standard input. Name files or directories.');
    }
    const { watchTests } = await import('../src/command/test/watch.js');
    await watchTests(paths, flags, this.terminal, (report) => this.#print(report, flags.output));
    return undefined;
  }

  async #print(report: FinishedTest, format: TestFormatName): Promise<void> {
    const print = await testFormats[format]();
    await this.print(print(report, await this.terminal.stdout.style()));
    // JSON has no place for them.
    if (format === 'json') await this.report(report.diagnostics);
  }

  async #generate(
    paths: readonly string[],
    flags: TestFlags & { readonly output: TestFormatName; readonly 'output-file'?: string | undefined },
  ): Promise<unknown> {
    const { generateFromRules, writeGenerated } = await import('../src/command/test/generate.js');
    const { test, diagnostics, exitCode } = await generateFromRules(paths, flags);
    const text =
      flags.output === 'json'
        ? (await import('../src/output/json.js')).json(test)
        : (await import('../src/output/yaml.js')).toYaml(test);
    const { 'output-file': file } = flags;
    if (file === undefined) await this.print(text);
    else await writeGenerated(file, text);
    await this.report(diagnostics);
    this.end(exitCode);
    return test;
  }
}

function percent(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) {
    throw new UsageError(`--min-coverage ${text} is no percentage. Give a number from 0 to 100.`);
  }
  return value;
}

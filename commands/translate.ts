import { Flags } from '@oclif/core';
import { readInputs } from '../src/command/input/inputs.js';
import {
  clusterDomainFlag,
  meshConfigFlag,
  namespaceScopedFlag,
  serviceFlag,
} from '../src/command/input/mesh-flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import {
  clusterFlags,
  inputFlags,
  istioFlags,
  outputFlag,
  pathArgs,
  registryInputFlags,
} from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { treeMay } from '../src/command/shell/trust.js';
import { watchFlags } from '../src/command/shell/watch-flags.js';
import { deliver } from '../src/command/translate/deliver.js';
import { runTranslate, type TranslateReport } from '../src/command/translate/run.js';
import { translationFormatNames } from '../src/output/translation/formats.js';
import { translationKinds } from '../src/output/translation/view.js';

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
  static override flags = {
    ...inputFlags,
    ...clusterFlags,
    ...istioFlags,
    ...registryInputFlags,
    output: outputFlag(translationFormatNames, 'yaml'),
    to: treeMay(
      Flags.option({
        summary: 'Only these kinds of objects, by comma.',
        options: translationKinds,
        multiple: true,
        multipleNonGreedy: true,
        delimiter: ',',
      })(),
    ),
    'output-dir': Flags.string({
      summary: 'Write one file per object below this directory.',
      helpValue: '<dir>',
      exclusive: ['check'],
    }),
    check: Flags.string({
      summary: 'List the files of this directory that --output-dir would change; exit 79 if any.',
      helpValue: '<dir>',
    }),
    ...namespaceScopedFlag,
    ...clusterDomainFlag,
    ...meshConfigFlag,
    address: treeMay(
      Flags.string({
        summary: 'Address of a service, HOST=IP.',
        helpValue: '<host=ip>',
        multiple: true,
        multipleNonGreedy: true,
        default: [],
      }),
    ),
    'allocate-addresses': treeMay(
      Flags.boolean({
        summary: 'Give a ServiceEntry without addresses one, as Aeraki does.',
        default: true,
        allowNo: true,
      }),
    ),
    ...serviceFlag,
    'lookup-addresses': Flags.boolean({ summary: 'Take the cluster IPs of Services from the live cluster.' }),
    fixed: treeMay(Flags.boolean({ summary: 'The corrected result instead of what the in-cluster Aeraki makes.' })),
    'static-routes': treeMay(
      Flags.boolean({
        summary: 'Routes inline instead of over RDS, so that no Aeraki is needed in the cluster.',
      }),
    ),
    for: Flags.string({
      summary:
        'Only what reaches the proxy of this workload: by namespace, selector and the Sidecar that counts for it.',
      helpValue: '<workload.namespace>',
    }),
    placement: treeMay(
      Flags.boolean({ summary: 'Say of each EnvoyFilter whether istiod puts it where it means to stand.' }),
    ),
    ...watchFlags('Translate again whenever an input changes, and show what changed (--watch=full: all).', ['for']),
  };

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

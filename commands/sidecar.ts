import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { deliverSidecar } from '../src/command/sidecar/deliver.js';
import { sidecarFlags } from '../src/command/sidecar/flags.js';

export default class Sidecar extends AerakiCommand {
  static override summary = 'Find what each workload calls, and the smallest Sidecars that keep it working.';
  static override description =
    'Reads access logs and metrics, also of Dubbo, Thrift, Redis and other protocols of Aeraki, and prints the fewest ' +
    'hosts that each workload must see: what it calls, and what the rules make of these calls. --check holds the Sidecars ' +
    'of the input against the calls (exit 79 when one is hidden), --estimate says what they save, --scope what istiod ' +
    'would give to a proxy.';
  static override examples = [
    {
      description: 'The smallest Sidecars',
      command: '<%= config.bin %> sidecar examples/dubbo.yaml --access-log examples/traffic/web-1.shop.log',
    },
    {
      description: 'Who calls whom',
      command: '<%= config.bin %> sidecar examples/dubbo.yaml --access-log examples/traffic --calls',
    },
    {
      description: 'What a proxy sees',
      command: '<%= config.bin %> sidecar examples/dubbo.yaml --scope examples/traffic/proxies.txt -o json',
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = sidecarFlags;

  async run(): Promise<unknown> {
    const { flags, argv } = await this.parse(Sidecar);
    const display = progress(this.terminal.stderr, 4);
    try {
      const paths = [...argv.map(String), ...flags.filename];
      const { diagnostics, exitCode, result } = await deliverSidecar(paths, flags, this.terminal, display);
      if (flags.output !== 'json') await this.report(diagnostics);
      this.end(exitCode);
      return result;
    } finally {
      display.stop();
    }
  }
}

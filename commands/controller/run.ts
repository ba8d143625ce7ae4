import { runFlags } from '../../src/command/controller/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ControllerRun extends AerakiCommand {
  static override summary = 'Run the control plane: a drop-in for the in-cluster Aeraki.';
  static override description =
    'Watches the resources of a cluster, writes the EnvoyFilters and gateway VirtualServices that the in-cluster Aeraki ' +
    'writes (the same names, labels and field manager, only what differs), gives ServiceEntries their addresses and ' +
    'serves routes to proxies over RDS. In a pod it uses its service account, else the kubeconfig. SIGTERM ends it in ' +
    'order; SIGHUP confirms deletions that are held back.';
  static override examples = [
    {
      description: 'See what a switch over would write',
      command: '<%= config.bin %> controller run --context kind-dev --dry-run',
    },
    {
      description: 'For scripts, on free ports',
      command: '<%= config.bin %> controller run -c kubeconfig --listen 127.0.0.1:0 --admin 127.0.0.1:0 -o json',
    },
  ];
  static override flags = runFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(ControllerRun);
    const { runController } = await import('../../src/command/controller/run.js');
    this.end(await runController(flags, this.terminal));
  }
}

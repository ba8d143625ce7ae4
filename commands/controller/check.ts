import { checkFlags } from '../../src/command/controller/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ControllerCheck extends AerakiCommand {
  static override summary = 'Look at what a switch over to the control plane would need and change in a cluster.';
  static override description =
    'Permissions of who asks, kinds and their versions, the webhook and the authority it is trusted by, the image and the ' +
    'bootstrap of sidecars; and every object that the controller would write, by its own engine. Writes nothing. Exit ' +
    'code 79 where something is missing or would change.';
  static override examples = [
    { description: 'Before a switch over', command: '<%= config.bin %> controller check --context kind-dev' },
  ];
  static override flags = checkFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(ControllerCheck);
    const { checkCluster } = await import('../../src/command/controller/check.js');
    this.end(await checkCluster(flags, this.terminal));
  }
}

import { manifestFlags } from '../../src/command/controller/flags.js';
import { AerakiCommand } from '../../src/command/shell/command.js';

export default class ControllerManifests extends AerakiCommand {
  static override summary = 'Print what an install of the control plane needs, for kubectl apply -f - or kustomize.';
  static override description =
    'Service account, roles (no wildcard; of Secrets only those that are named), Service, Deployment that fits the pod ' +
    'security standard "restricted", PodDisruptionBudget, NetworkPolicy and webhook configuration; with --crds the ' +
    'definitions of the five kinds.';
  static override examples = [
    { description: 'Everything, two replicas', command: '<%= config.bin %> controller manifests --crds' },
    {
      description: 'In a namespace of its own, with a Secret that a RedisService names',
      command: '<%= config.bin %> controller manifests -n aeraki-system --redis-secret shop/redis',
    },
  ];
  static override flags = manifestFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(ControllerManifests);
    const { printManifests } = await import('../../src/command/controller/manifests.js');
    this.end(await printManifests(flags, this.config.root, this.terminal));
  }
}

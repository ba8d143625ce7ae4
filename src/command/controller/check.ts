import { connectApi } from '../../cluster/control/client.js';
import type { WriteEvent } from '../../cluster/control/write-event.js';
import { type Checked, checkKinds, checkRights, checkSidecars, checkWebhook } from '../../controller/check.js';
import { Controller } from '../../controller/controller.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { formatTable } from '../../output/table.js';
import { FailureError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Terminal } from '../shell/terminal.js';
import type { checkFlags } from './flags.js';
import { elsewhere } from './istiod.js';
import { rootNamespace, translateSettings } from './settings.js';

export interface CheckFlags extends FilledFlagValues<typeof checkFlags> {}

interface Change {
  readonly operation: 'create' | 'update' | 'delete' | 'address';
  readonly object: string;
}

/** So long a cluster may take until all of it was read, in milliseconds. */
const patience = 60_000;

/** Says what keeps the controller from running in a cluster, and what it would change there. Writes nothing. */
export async function checkCluster(flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const client = await connectApi({ kubeconfig: flags.kubeconfig, context: flags.context, env: process.env });
  const root = rootNamespace(flags);
  const namespace = flags.namespace ?? root;
  const rights = {
    ...{ namespace, rootNamespace: root },
    configMap: flags['mesh-config-map'],
    redisSecrets: flags['redis-secret'],
    bootstrap: flags.bootstrap,
  };
  const { checks, changes } = await Promise.all([
    checkRights(client, rights),
    checkKinds(client),
    checkWebhook(client, namespace),
    checkSidecars(client),
  ])
    .then(async (checked) => ({ checks: checked.flat(), changes: await changesOf(client, flags) }))
    .catch((error: unknown) => {
      throw reached(error, client.server);
    })
    .finally(() => client.close());
  const result = { checks, changes };
  await terminal.stdout.write(flags.output === 'json' ? json(result) : textOf(checks, changes));
  return checks.some(({ state }) => state === 'error') || changes.length > 0 ? exit.findings : exit.fine;
}

/** What the engine itself would write, told instead of done. */
async function changesOf(
  client: Awaited<ReturnType<typeof connectApi>>,
  flags: CheckFlags,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  let unread = '';
  const told = await elsewhere(flags, client.context, translateSettings(flags));
  const controller = new Controller({
    client,
    translate: translateSettings(flags),
    configMap: flags['mesh-config-map'],
    ...{
      adopt: true,
      dryRun: true,
      maxDelete: 100,
      events: false,
      conditions: false,
      scoped: false,
      fence: () => true,
      elsewhere: told,
      // As the manifests have it.
      bootstrap: flags.bootstrap
        ? { server: { host: `aeraki.${flags.namespace ?? rootNamespace(flags)}.svc`, port: 15010 }, sds: true }
        : undefined,
      debounce: { quiet: 50, most: 500 },
    },
    log: ({ event, object, message }) => {
      if (event === 'unread') unread = message;
      const operation = operations[event];
      if (operation !== undefined) changes.push({ operation, object: String(object) });
    },
  });
  controller.lead(true);
  controller.start();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FailureError(`Not all of the cluster could be read. ${unread}`)), patience);
  });
  try {
    await Promise.race([controller.begun.then(() => controller.quiet()), late]);
  } finally {
    clearTimeout(timer);
    await controller.stop(0);
  }
  return changes.sort((a, b) => (a.object < b.object ? -1 : 1));
}

const operations: Readonly<Record<string, Change['operation'] | undefined>> = {
  created: 'create',
  updated: 'update',
  restored: 'update',
  deleted: 'delete',
  addressed: 'address',
} satisfies Partial<Record<WriteEvent['what'] | 'addressed', Change['operation']>>;

function textOf(checks: readonly Checked[], changes: readonly Change[]): string {
  const wrong = checks.filter(({ state }) => state !== 'ok');
  const rows = wrong.map(({ check, subject, state, message }) => [state, check, subject, message].map(printable));
  const table = rows.length === 0 ? '' : `${formatTable(['State', 'Check', 'Subject', 'What'], rows)}\n`;
  const fine = `${checks.length - wrong.length} of ${checks.length} checks are fine.\n`;
  const written = changes.map(({ operation, object }) => `${operation.padEnd(8)}${printable(object)}\n`);
  const say =
    changes.length === 0
      ? 'A switch over would change nothing.\n'
      : `A switch over would change ${changes.length} objects:\n`;
  return `${table}${fine}${say}${written.join('')}`;
}

function reached(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof FailureError) return error;
  return new FailureError(
    `Cannot reach the API server ${server}: ${String(error.code)}. See that \`kubectl version\` works.`,
  );
}

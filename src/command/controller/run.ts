import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { type ApiClient, connectApi } from '../../cluster/control/client.js';
import { Election } from '../../cluster/control/election.js';
import { Controller } from '../../controller/controller.js';
import type { ControllerOptions } from '../../controller/options.js';
import { LookAround } from '../../controller/webhook/around.js';
import { WebhookSession } from '../../controller/webhook/session.js';
import { bracketed, parseAddress } from '../../envoy/address.js';
import type { IstiodCertificate } from '../../istiod/certificate.js';
import type { TlsFiles, TlsTold } from '../../xds/certificates.js';
import { InputError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { signalled } from '../shell/signal.js';
import { startFailure } from '../shell/start-failure.js';
import type { Terminal } from '../shell/terminal.js';
import type { runFlags } from './flags.js';
import { certificateIstiod, elsewhere } from './istiod.js';
import { LogLines } from './log-lines.js';
import { rootNamespace, translateSettings } from './settings.js';
import { checkSidecarFlags, sidecarsOf, startSidecars } from './sidecars.js';

export interface RunFlags extends FilledFlagValues<typeof runFlags> {}

/** How long streams and writes have to end when the process is told to stop, in milliseconds. */
const grace = 5_000;

/** Runs the control plane until SIGTERM or SIGINT. Gives the exit code. */
export async function runController(flags: RunFlags, terminal: Terminal): Promise<ExitCode> {
  checkFlags(flags);
  // What fails is said by us, once; the library would say it again in its own way.
  setLogVerbosity(logVerbosity.NONE);
  const stopped = signalled();
  const client = await connectApi({ kubeconfig: flags.kubeconfig, context: flags.context, env: process.env });
  const lines = new LogLines(terminal, flags.output);
  const election =
    flags['leader-elect'] && !flags['dry-run']
      ? makeElection(flags, client, lines, (leader) => lead(leader))
      : undefined;
  const lead = (leader: boolean): void => {
    controller.lead(leader);
    if (leader) void webhook?.register();
  };
  const told = await elsewhere(flags, client.context, translateSettings(flags));
  const certificate = await istiodCertificate(flags, lines);
  const controller: Controller = makeController(flags, client, lines, {
    fence: () => election?.mayWrite ?? true,
    elsewhere: told,
    tls: certificate?.live ?? tlsFiles(flags),
    sidecars: await sidecarsOf(flags, client, lines, certificate?.live ?? tlsFiles(flags)),
  });
  const webhook = makeWebhook(flags, client, lines, controller);
  const confirm = (): void => controller.confirmDeletions();
  process.on('SIGHUP', confirm);
  try {
    await startAdmin(controller, flags, lines);
    if (election === undefined) lead(true);
    else election.start();
    controller.start();
    certificate?.start();
    await startWebhook(webhook, flags, lines);
    await startSidecars(controller.sidecars, flags, lines);
    const begun = Promise.all([controller.begun, certificate?.begun]);
    const first = await Promise.race([begun.then(() => true), stopped.promise.then(() => false)]);
    if (first) {
      await startRoutes(controller, flags, lines);
      await stopped.promise;
    }
    lines.log({ level: 'info', event: 'stopping', message: 'Stopping: writes are finished and streams ended.' });
  } finally {
    stopped.forget();
    process.off('SIGHUP', confirm);
    await webhook?.stop();
    await certificate?.stop();
    await controller.stopWriting();
    await election?.stop();
    await controller.stop(grace);
    await lines.flush();
  }
  return exit.fine;
}

/** Who asks proxies for a certificate of the mesh tells them to show theirs. */
function bootstrapServer(flags: RunFlags): ControllerOptions['bootstrap'] {
  const server = flags.bootstrap === 'off' ? undefined : parseAddress(flags.bootstrap);
  const sds = flags['tls-istiod'] !== undefined || flags['tls-client-ca'] !== undefined;
  return server && { server, sds };
}

async function istiodCertificate(flags: RunFlags, lines: LogLines): Promise<IstiodCertificate | undefined> {
  const endpoint = certificateIstiod(flags);
  if (endpoint === undefined) return undefined;
  const { IstiodCertificate } = await import('../../istiod/certificate.js');
  const told = ({ ok, message }: TlsTold): void =>
    lines.log({ level: ok ? 'info' : 'warning', event: 'tls', message, ok });
  return new IstiodCertificate({ endpoint, told });
}

function tlsFiles(flags: RunFlags): TlsFiles | undefined {
  const { 'tls-cert': cert, 'tls-key': key, 'tls-client-ca': clientCa } = flags;
  if (cert === undefined || key === undefined) return undefined;
  return { cert, key, ...(clientCa !== undefined && { clientCa }) };
}

function makeController(
  flags: RunFlags,
  client: ApiClient,
  lines: LogLines,
  more: Pick<ControllerOptions, 'fence' | 'elsewhere' | 'tls' | 'sidecars'>,
): Controller {
  try {
    return new Controller({
      client,
      translate: translateSettings(flags),
      configMap: flags['mesh-config-map'],
      adopt: flags.adopt === 'true',
      dryRun: flags['dry-run'],
      maxDelete: flags['max-delete'],
      debounce: { quiet: flags.debounce, most: Math.max(flags.debounce, flags['debounce-max']) },
      events: flags.events,
      conditions: flags.conditions,
      scoped: flags['scoped-routes'],
      bootstrap: bootstrapServer(flags),
      log: (entry) => lines.log(entry),
      ...more,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot use the TLS files: ${message}. They must be readable PEM files that fit together.`);
  }
}

function makeElection(
  flags: RunFlags,
  client: ApiClient,
  lines: LogLines,
  changed: (leader: boolean) => void,
): Election {
  let last = '';
  const identity = `${hostname()}_${randomBytes(6).toString('hex')}`;
  return new Election({
    ...{ client, identity, name: 'aeraki-controller' },
    namespace: flags['lease-namespace'] ?? rootNamespace(flags),
    changed: (leader) => {
      last = '';
      const message = leader ? 'This replica writes now.' : 'This replica no longer writes; it serves on.';
      lines.log({ level: 'info', event: leader ? 'leading' : 'following', message, identity });
      changed(leader);
    },
    observed: (holder) => {
      if (holder === identity) return;
      lines.log({ level: 'info', event: 'leader', message: `${holder} is the one that writes.`, holder });
    },
    failed: (reason) => {
      if (reason === last) return;
      last = reason;
      const message = `The Lease cannot be looked at: ${reason}. It is tried again.`;
      lines.log({ level: 'warning', event: 'unelected', message, reason });
    },
  });
}

async function startRoutes(controller: Controller, flags: RunFlags, lines: LogLines): Promise<void> {
  const port = await controller.serve(flags.listen).catch((error: unknown) => {
    throw startFailure(`listen on ${flags.listen}`, '--listen', error);
  });
  const { host } = parseAddress(flags.listen) ?? { host: flags.listen };
  const address = `${bracketed(host)}:${port}`;
  const routes = controller.routes.hub.snapshot.resources.size;
  const message = `In step with the cluster ${controller.options.client.context}; serving ${routes} route configurations on ${address}.`;
  lines.log({ level: 'info', event: 'serving', message, address, routes });
}

function makeWebhook(
  flags: RunFlags,
  client: ApiClient,
  lines: LogLines,
  controller: Controller,
): WebhookSession | undefined {
  if (flags.webhook === 'off') return undefined;
  const { 'webhook-cert': cert, 'webhook-key': key } = flags;
  const looks = new LookAround(
    (resource, wanted) => controller.around(resource, wanted),
    () => controller.metrics.unlooked(),
  );
  return new WebhookSession({
    client,
    namespace: flags['webhook-namespace'] ?? rootNamespace(flags),
    name: flags['webhook-namespace'] ?? rootNamespace(flags),
    files: cert !== undefined && key !== undefined ? { cert, key } : undefined,
    service: flags['webhook-service'],
    judges: {
      own: (resource) => controller.findings.own(resource),
      around: (resource) => looks.of(resource),
    },
    mayWrite: () => controller.mayWrite && !flags['dry-run'],
    reviewed: (result, milliseconds) => controller.metrics.reviewed(result, milliseconds),
    log: (entry) => lines.log(entry),
  });
}

async function startWebhook(webhook: WebhookSession | undefined, flags: RunFlags, lines: LogLines): Promise<void> {
  if (webhook === undefined) return;
  const { host, port } = parseAddress(flags.webhook) ?? { host: '127.0.0.1', port: 0 };
  const taken = await webhook.start(host, port).catch((error: unknown) => {
    throw startFailure(`listen on ${flags.webhook}`, '--webhook', error);
  });
  const address = `${bracketed(host)}:${taken}`;
  lines.log({ level: 'info', event: 'webhook', message: `Admission webhook on https://${address}/validate`, address });
  await webhook.register();
}

async function startAdmin(controller: Controller, flags: RunFlags, lines: LogLines): Promise<void> {
  if (flags.admin === 'off') return;
  const { host, port } = parseAddress(flags.admin) ?? { host: '127.0.0.1', port: 0 };
  const taken = await controller.admin.start(host, port).catch((error: unknown) => {
    throw startFailure(`listen on ${flags.admin}`, '--admin', error);
  });
  const address = `${bracketed(host)}:${taken}`;
  const message = `Admin page, /healthz, /readyz and /metrics on http://${address}/`;
  lines.log({ level: 'info', event: 'admin', message, address });
}

function checkFlags(flags: RunFlags): void {
  const addresses = [
    ['listen', flags.listen],
    ['admin', flags.admin],
    ['webhook', flags.webhook],
    ['bootstrap', flags.bootstrap],
  ] as const;
  for (const [flag, address] of addresses) {
    if (address === 'off' && flag !== 'listen') continue;
    if (parseAddress(address) === undefined) {
      throw new UsageError(`--${flag} ${address} is not HOST:PORT. Write for example --${flag} 127.0.0.1:15010.`);
    }
  }
  if ((flags['webhook-cert'] === undefined) !== (flags['webhook-key'] === undefined)) {
    throw new UsageError('--webhook-cert and --webhook-key belong together. Name the missing file.');
  }
  checkSidecarFlags(flags);
  const { 'tls-cert': cert, 'tls-key': key, 'tls-client-ca': clientCa } = flags;
  if ((cert === undefined) !== (key === undefined) || (clientCa !== undefined && cert === undefined)) {
    throw new UsageError('TLS needs both --tls-cert and --tls-key. Name the missing file.');
  }
}

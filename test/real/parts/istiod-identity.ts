import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiServer } from './apiserver.js';

/** What a pod of the mesh is given to make itself known to istiod, as files. */
export interface IstiodIdentity {
  /** The mesh's root, as in the ConfigMap `istio-ca-root-cert` of every namespace. */
  readonly ca: string;
  /** A token of the service account `aeraki` of istio-system. */
  readonly token: string;
  /** Another token as a file. */
  tokenOf(namespace: string, account: string, audience?: string): Promise<string>;
  remove(): Promise<void>;
}

/** Waits for an istiod that is starting. */
export async function istiodIdentity({ admin }: ApiServer): Promise<IstiodIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'aeraki-istiod-identity-'));
  const tokenOf = async (namespace: string, name: string, audience = 'istio-ca'): Promise<string> => {
    await admin.call('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    await admin.call('POST', accounts, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } });
    const { body, status } = await admin.call('POST', `${accounts}/${name}/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { audiences: [audience], expirationSeconds: 3600 },
    });
    assert.equal(status, 201, JSON.stringify(body));
    const file = join(folder, `token-${namespace}-${name}-${audience}`);
    await writeFile(file, (body as { status: { token: string } }).status.token);
    return file;
  };
  const root = '/api/v1/namespaces/istio-system/configmaps/istio-ca-root-cert';
  for (let tries = 0; ; tries += 1) {
    const { status, body } = await admin.call('GET', root);
    const pem = status === 200 ? (body as { data: Record<string, string> }).data['root-cert.pem'] : undefined;
    if (pem !== undefined) {
      await writeFile(join(folder, 'root-cert.pem'), pem);
      break;
    }
    if (tries > 600) throw new Error(`istiod did not write ${root}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ca: join(folder, 'root-cert.pem'),
    token: await tokenOf('istio-system', 'aeraki'),
    tokenOf,
    remove: () => rm(folder, { recursive: true }),
  };
}

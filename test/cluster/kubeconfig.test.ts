import { rejects, strictEqual } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadKubeConfig } from '../../src/cluster/kubeconfig.js';
import { folder } from '../cli/program.js';

const config = (user: string): string => `apiVersion: v1
kind: Config
current-context: c
contexts: [{name: c, context: {cluster: k, user: u}}]
clusters: [{name: k, cluster: {server: 'https://127.0.0.1:1'}}]
users: [{name: u, user: ${user}}]
`;

describe('tokenFile of a kubeconfig', () => {
  let place: Awaited<ReturnType<typeof folder>>;
  beforeEach(async () => {
    place = await folder({
      only: config('{tokenFile: secrets/token}'),
      both: config('{token: written, tokenFile: secrets/token}'),
      none: config('{token: written}'),
      'secrets/token': 'from the file\n',
    });
  });
  afterEach(() => place.remove());

  const tokenOf = async (name: string): Promise<string | undefined> =>
    (await loadKubeConfig({ kubeconfig: join(place.path, name), env: {} })).getCurrentUser()?.token;

  it('counts, from the folder of the kubeconfig, and before a token that is written out', async () => {
    strictEqual(await tokenOf('only'), 'from the file');
    strictEqual(await tokenOf('both'), 'from the file');
    strictEqual(await tokenOf('none'), 'written');
  });

  it('that cannot be read leaves the token that is written out; without one that is said', async () => {
    rmSync(join(place.path, 'secrets'), { recursive: true });
    strictEqual(await tokenOf('both'), 'written');
    await rejects(tokenOf('only'), (error: Error) =>
      /tokenFile .*secrets\/token cannot be read/.test(JSON.stringify(error)),
    );
  });
});

import type { ApiClient } from '../cluster/control/client.js';
import { discover } from '../cluster/control/discover.js';
import { at, listAt, pairsAt, textAt } from '../cluster/json.js';
import { clusterKinds, generatedKinds } from '../cluster/kinds.js';
import { isAerakiGroup } from '../model/kinds.js';
import { clusterRights, namespacedRights, type Right, type RightsOptions } from './rights.js';

/** One thing that was looked at before a switch over. */
export interface Checked {
  readonly check: 'permission' | 'kind' | 'webhook' | 'sidecar';
  readonly subject: string;
  readonly state: 'ok' | 'warning' | 'error';
  readonly message: string;
}

/** Whether who asks may do all that the controller does. */
export async function checkRights(client: ApiClient, options: RightsOptions): Promise<readonly Checked[]> {
  const all: (readonly [string | undefined, Right])[] = clusterRights(options).map((right) => [undefined, right]);
  for (const { namespace, rights } of namespacedRights(options))
    for (const right of rights) all.push([namespace, right]);
  const checked = await Promise.all(all.map(([namespace, right]) => checkRight(client, namespace, right)));
  return checked.flat();
}

async function checkRight(
  client: ApiClient,
  namespace: string | undefined,
  { group, resource, verbs, names }: Right,
): Promise<readonly Checked[]> {
  const what = `${group === '' ? resource : `${resource}.${group}`}${names ? ` ${names.join(', ')}` : ''}`;
  const where = namespace === undefined ? '' : ` in ${namespace}`;
  const refused: string[] = [];
  for (const verb of verbs) {
    for (const name of names ?? [undefined]) {
      const [plural, subresource] = resource.split('/');
      const resourceAttributes = {
        verb,
        group,
        resource: plural,
        ...(subresource && { subresource }),
        ...(namespace && { namespace }),
        ...(name && { name }),
      };
      const text = JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes },
      });
      const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
      const answer = await client.call('POST', path, { body: { type: 'application/json', text } });
      if (at(answer.body, 'status', 'allowed') !== true) refused.push(verb);
    }
  }
  const subject = `${what}${where}`;
  if (refused.length === 0) return [{ check: 'permission', subject, state: 'ok', message: verbs.join(', ') }];
  const message = `may not ${refused.join(', ')}; \`aeraki controller manifests\` has the roles`;
  return [{ check: 'permission', subject, state: 'error', message }];
}

/** Whether the kinds are there. */
export async function checkKinds(client: ApiClient): Promise<readonly Checked[]> {
  return Promise.all(
    [...new Set([...clusterKinds, ...generatedKinds])].map(async (kind): Promise<Checked> => {
      const place = await discover(client, kind);
      const subject = kind.kind;
      if (place !== undefined) return { check: 'kind', subject, state: 'ok', message: place.apiVersion };
      const own = isAerakiGroup(kind.group);
      const cure = own ? '`aeraki controller manifests --crds` has it' : 'install Istio';
      const message = `the cluster does not have it; there are none until it does (${cure})`;
      return { check: 'kind', subject, state: own ? 'warning' : 'error', message };
    }),
  );
}

/** Whether the API server would trust the webhook that is registered. */
export async function checkWebhook(client: ApiClient, namespace: string): Promise<readonly Checked[]> {
  const subject = `aeraki-${namespace}`;
  const path = `/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/${subject}`;
  const answer = await client.call('GET', path);
  if (answer.status === 404) return [{ check: 'webhook', subject, state: 'ok', message: 'not registered yet' }];
  if (answer.status !== 200) return [{ check: 'webhook', subject, state: 'warning', message: answer.reason }];
  const secret = await client.call(
    'GET',
    `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/aeraki-webhook-ca`,
  );
  const authority = Buffer.from(textAt(secret.body, 'data', 'tls.crt'), 'base64')
    .toString('utf8')
    .trim();
  return listAt(answer.body, 'webhooks').map((webhook): Checked => {
    const each = `${subject} ${textAt(webhook, 'name')}`;
    const bundle = Buffer.from(textAt(webhook, 'clientConfig', 'caBundle'), 'base64').toString('utf8');
    if (textAt(webhook, 'failurePolicy') === 'Fail') {
      const message = 'failurePolicy Fail: when it does not answer, nobody can change these objects';
      return { check: 'webhook', subject: each, state: 'warning', message };
    }
    if (bundle.trim() === '') return { check: 'webhook', subject: each, state: 'error', message: 'it has no caBundle' };
    const trusted = authority === '' || bundle.includes(authority);
    const message = trusted
      ? 'trusted'
      : 'its caBundle does not hold the authority that signs the certificate served now';
    return { check: 'webhook', subject: each, state: trusted ? 'ok' : 'error', message };
  });
}

/** Whether sidecars can do what the filters ask of them, as far as their pods tell; of the first pods. */
export async function checkSidecars(client: ApiClient): Promise<readonly Checked[]> {
  const answer = await client.call('GET', '/api/v1/pods', { query: { limit: '500' } });
  if (answer.status !== 200) {
    return [{ check: 'sidecar', subject: 'pods', state: 'warning', message: `not looked at: ${answer.reason}` }];
  }
  const images = new Map<string, number>();
  const without: string[] = [];
  for (const pod of listAt(answer.body, 'items')) {
    const all = [...listAt(pod, 'spec', 'containers'), ...listAt(pod, 'spec', 'initContainers')];
    const proxy = all.find((each) => textAt(each, 'name') === 'istio-proxy');
    if (proxy === undefined) continue;
    const image = textAt(proxy, 'image');
    images.set(image, (images.get(image) ?? 0) + 1);
    const overridden = pairsAt(pod, 'metadata', 'annotations')['sidecar.istio.io/bootstrapOverride'] !== undefined;
    if (!overridden) without.push(`${textAt(pod, 'metadata', 'namespace')}/${textAt(pod, 'metadata', 'name')}`);
  }
  const checked = [...images].map(([image, count]): Checked => {
    const known = /aeraki|meta-?protocol/i.test(image);
    const message = known
      ? `${count} pods`
      : `${count} pods: by its name this image has no MetaProtocol filter; sidecars would refuse it`;
    return { check: 'sidecar', subject: image, state: known ? 'ok' : 'warning', message };
  });
  if (without.length === 0) return checked;
  const some = `${without.slice(0, 3).join(', ')}${without.length > 3 ? `, ${without.length - 3} more` : ''}`;
  const message = `no annotation sidecar.istio.io/bootstrapOverride, so no cluster aeraki-xds to get routes from: ${some}`;
  return [...checked, { check: 'sidecar', subject: 'bootstrap', state: 'warning', message }];
}

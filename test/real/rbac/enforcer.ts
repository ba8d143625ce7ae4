import { request } from 'node:https';
import type { JsonObject } from '../../../src/model/envoy.js';
import { patchesOf, typedStructOf } from '../../proto/patches.js';
import { translateText } from '../../translate/input.js';
import { httpConnectionManager, listener } from '../bootstrap.js';
import { entry } from '../dubbo/resources.js';
import { stockFilter } from '../stock.js';
import type { Authority, KeyPair } from './certificates.js';

const types = 'type.googleapis.com/envoy.extensions';

/** The RBAC filters that we print for the inbound Dubbo filter of a service under these policies, in their order. */
export function rbacFilters(policies: string, fixed: boolean): readonly JsonObject[] {
  const { envoyFilters } = translateText(entry() + policies, { fixed });
  const inbound = envoyFilters.find(({ metadata }) => metadata.name.startsWith('aeraki-inbound'));
  const patch = inbound && patchesOf(inbound)[0];
  if (patch === undefined) throw new Error('no inbound filter');
  if (!typedStructOf(patch.value).type.endsWith('DubboProxy')) throw new Error('no Dubbo filter');
  return stockFilter(patch.value).taken;
}

/**
 * A listener that enforces the rules of these filters by Envoy's HTTP filter of the same rules: the headers `x-method`
 * and `x-service` become the metadata that Aeraki's Dubbo proxy would have made of a request, and mTLS gives the
 * principal. What passes is answered with 200, what does not with 403.
 */
export function enforcingListener(
  name: string,
  filters: readonly JsonObject[],
  authority: Authority,
  own: KeyPair,
): JsonObject {
  const asHttp = filters.map((filter) => ({
    name: 'envoy.filters.http.rbac',
    typedConfig: { '@type': `${types}.filters.http.rbac.v3.RBAC`, rules: (filter.config as JsonObject).rules },
  }));
  const everything = { match: { prefix: '/' }, directResponse: { status: 200 } };
  const routes = { virtualHosts: [{ name: 'all', domains: ['*'], routes: [everything] }] };
  return listener(name, [httpConnectionManager(routes, [headersToMetadata, ...asHttp])], {
    transportSocket: {
      name: 'envoy.transport_sockets.tls',
      typedConfig: {
        '@type': `${types}.transport_sockets.tls.v3.DownstreamTlsContext`,
        requireClientCertificate: true,
        commonTlsContext: {
          tlsCertificates: [
            { certificateChain: { inlineString: own.certificate }, privateKey: { inlineString: own.key } },
          ],
          validationContext: { trustedCa: { inlineString: authority.certificate } },
        },
      },
    },
  });
}

const headersToMetadata: JsonObject = {
  name: 'envoy.filters.http.header_to_metadata',
  typedConfig: {
    '@type': `${types}.filters.http.header_to_metadata.v3.Config`,
    requestRules: ['method', 'service'].map((key) => ({
      header: `x-${key}`,
      onHeaderPresent: { metadataNamespace: 'envoy.filters.dubbo.rbac', key, type: 'STRING' },
    })),
  },
};

/** The status that a workload with this certificate gets for a method of an interface. */
export function ask(
  port: number,
  authority: Authority,
  who: KeyPair,
  method: string,
  service: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      ...{ host: '127.0.0.1', port, agent: false, ca: authority.certificate, cert: who.certificate, key: who.key },
      headers: { 'x-method': method, 'x-service': service },
      // The server is known by its authority and its URI, not by a host name.
      checkServerIdentity: () => undefined,
    });
    outgoing.once('error', reject).once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.end();
  });
}

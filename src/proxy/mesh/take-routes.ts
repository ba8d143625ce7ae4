import type { FileRegistry } from '@bufbuild/protobuf';
import { textOf } from '../../envoy/proto-json.js';
import type { JsonObject } from '../../model/envoy.js';
import type { AdsUpdate } from '../../xds/ads/form.js';
import type { DiscoveredResource } from '../../xds/client.js';
import { decodeAny } from '../../xds/decode.js';
import { judgeRoutes } from '../routes/judge.js';
import type { RdsCount } from '../routes/rds.js';
import type { RouteTable } from '../routes/table.js';

/** Takes route configurations, as many as are good; gives why the others are refused, one sentence each. */
export function takeRoutes(
  { resources, version: update }: AdsUpdate,
  registry: FileRegistry,
  table: RouteTable,
  count: (name: string, what: RdsCount) => void,
): readonly string[] {
  const refusals: string[] = [];
  const take = ({ name: given, version: own, content }: DiscoveredResource): void => {
    const source = decodeAny(content, { registry, showSecrets: true }).json as JsonObject;
    const name = textOf(source.name) ?? given ?? '';
    const version = own || update;
    const judged = judgeRoutes(source);
    if ('refused' in judged) {
      count(name, 'update_rejected');
      table.refuse(name, version, judged.refused);
      refusals.push(`${name}: ${judged.refused}`);
      return;
    }
    count(name, 'update_success');
    if (table.accept(judged.routes, version)) count(name, 'config_reload');
  };
  table.together(() => resources.forEach(take));
  return refusals;
}

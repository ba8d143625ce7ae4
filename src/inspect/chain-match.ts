import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';

/** Lists of ALPN names that Istio gives together, and the words that istioctl has for them. */
const knownApplications: ReadonlyMap<string, string> = new Map([
  ['http/1.0,http/1.1,h2c,istio-http/1.0,istio-http/1.1,istio-h2', 'HTTP TLS'],
  ['istio,istio-http/1.0,istio-http/1.1,istio-h2', 'Istio HTTP Plain'],
  ['istio-peer-exchange,istio', 'TCP TLS'],
  ['http/1.0,http/1.1,h2c', 'HTTP'],
]);

/** The MATCH column of a filter chain: `Trans: raw_buffer; Addr: *:20880`, or `ALL`. */
export function chainMatch(chain: JsonObject, reader: FieldReader): string {
  const match = reader.object(chain, 'filter_chain_match');
  if (match === undefined) return 'ALL';
  const parts: string[] = [];
  const servers = reader.texts(match, 'server_names');
  if (servers.length > 0) parts.push(`SNI: ${servers.join(',')}`);
  const transport = reader.text(match, 'transport_protocol');
  if (transport !== '') parts.push(`Trans: ${transport}`);
  const applications = reader.texts(match, 'application_protocols').join(',');
  if (applications !== '') parts.push(`App: ${knownApplications.get(applications) ?? applications}`);
  const port = reader.number(match, 'destination_port');
  const ranges = prefixRanges(match, 'prefix_ranges', reader);
  const suffix = port === undefined ? '' : `:${port}`;
  if (ranges !== '' || suffix !== '') parts.push(`Addr: ${ranges === '' ? '*' : ranges}${suffix}`);
  const sources = prefixRanges(match, 'source_prefix_ranges', reader);
  if (sources !== '') parts.push(`Source: ${sources}`);
  return parts.length === 0 ? 'ALL' : parts.join('; ');
}

function prefixRanges(match: JsonObject, name: string, reader: FieldReader): string {
  return reader
    .objects(match, name)
    .map((range) => `${reader.text(range, 'address_prefix')}/${reader.number(range, 'prefix_len') ?? 0}`)
    .join(',');
}

import { isIP } from 'node:net';
import { type Address, parseAddress } from '../../../envoy/address.js';
import { type PlaceMapping, Places } from '../../../proxy/mesh/places.js';
import { UsageError } from '../../shell/errors.js';

/** Reads every `--original-dst IP[:PORT]=ADDRESS[:PORT]`. Raises `UsageError`. */
export function parsePlaces(texts: readonly string[]): Places {
  return new Places(texts.map(mappingOf));
}

function mappingOf(text: string): PlaceMapping {
  const [destination, address] = text.split('=').map(parse);
  // A port there without one here would listen on many at once.
  if (destination !== undefined && address !== undefined && (destination.port > 0 || address.port === 0)) {
    return { destination, address };
  }
  throw new UsageError(
    `--original-dst ${text} is not IP[:PORT]=ADDRESS[:PORT]. Write for example --original-dst 240.240.0.10:20880=127.0.0.1:20880, or 240.240.0.10=127.0.0.2 for all its ports.`,
  );
}

/** Without a port it is 0. */
function parse(text: string): Address | undefined {
  if (isIP(text) > 0) return { host: text, port: 0 };
  const address = parseAddress(text);
  return address === undefined || isIP(address.host) === 0 ? undefined : address;
}

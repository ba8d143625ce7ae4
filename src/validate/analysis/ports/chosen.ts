import type { MeshService } from '../../../index/mesh-index.js';
import { protocols } from '../../../translate/protocols.js';
import { parsePortName } from '../../../translate/shared/port-name.js';

const withGenerator: ReadonlySet<string> = new Set(protocols.map(({ name }) => name));

/** Whether Aeraki makes filters for ports of this protocol. */
export function hasGenerator(l7: string): boolean {
  return withGenerator.has(l7);
}

/** The protocol whose generator runs for a service (translation.md section 3); undefined: none does. */
export function chosenProtocol({ ports }: Pick<MeshService, 'ports'>): string | undefined {
  return ports.map(({ name }) => parsePortName(name).l7).find(hasGenerator);
}

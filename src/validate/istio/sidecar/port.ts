import type { Report } from '../rule.js';
import type { Port } from '../spec.js';
import { isAddress, isPort } from '../values/address.js';
import { isLabel } from '../values/domain.js';
import { isKnownProtocol, protocolNames } from '../values/protocol.js';

/** AER1107, AER1108, AER1109, AER1110, AER1168: port and bind of a listener. `mayBeZero`: the caller knows sockets. */
export function checkListenerPort(port: Port, bind: string, pointer: string, report: Report, mayBeZero = false): void {
  const { number = 0, name = '', protocol = '', targetPort = 0 } = port;
  const at = `${pointer}/port`;
  if (targetPort > 0) {
    const why = 'a port of a Sidecar has no targetPort';
    report('AER1168', `${at}/targetPort`, { why, cure: 'Remove it' }, { at: 'key' });
  }
  if (name !== '' && !isLabel(name)) report('AER1108', `${at}/name`, { name });
  if (protocol !== '' && !isKnownProtocol(protocol)) {
    report('AER1109', `${at}/protocol`, { protocol, known: protocolNames });
  }
  if (mayBeZero && number === 0) return;
  if (!isPort(number)) report('AER1107', `${at}/number`, { found: number });
  if (bind !== '' && !isAddress(bind)) report('AER1110', `${pointer}/bind`, { found: bind });
}

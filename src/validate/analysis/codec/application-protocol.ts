import { distance } from '../../../diagnostics/nearest.js';
import { builtInCodecs } from '../../../match/codecs.js';
import type { AnalysisRule } from '../rule.js';
import { shortName } from './codecs.js';

const prefix = 'aeraki.meta_protocol.codec.';

/** An ApplicationProtocol whose codec is nearly one of the proxy, or whose protocol no port name can have. */
export const applicationProtocol: AnalysisRule = {
  codes: ['AER0345', 'AER0346'],
  check({ ofKind, report }) {
    for (const resource of ofKind('ApplicationProtocol')) {
      const { protocol, codec } = (resource.object.spec ?? {}) as {
        readonly protocol?: string;
        readonly codec?: string;
      };
      const meant = nearCodec(codec ?? '');
      if (meant !== undefined) report('AER0345', resource, '/spec/codec', { codec: codec ?? '', meant });
      if (protocol === undefined || protocol === '' || /^[a-z0-9]+$/.test(protocol)) continue;
      const upper = /^[A-Za-z0-9]+$/.test(protocol);
      const why = upper
        ? 'the port name of a Service has no upper case, and names are compared as they are written'
        : protocol.includes('-')
          ? 'the name of a port is cut at "-"'
          : 'the name of a port has letters, digits and "-" only';
      const known = protocol.toLowerCase().replace(/[^a-z0-9]/g, '');
      const args = { protocol, why, meant: known };
      report('AER0346', resource, '/spec/protocol', args, upper ? { severity: 'info' } : {});
    }
  },
};

/** The codec of the proxy that a name is most likely a slip for; names of private codecs are left in peace. */
export function nearCodec(name: string): string | undefined {
  if (name === '' || builtInCodecs.includes(name)) return undefined;
  const at = name.lastIndexOf('.');
  const last = name.slice(at + 1).toLowerCase();
  const before = name.slice(0, at + 1).toLowerCase();
  const codec = builtInCodecs.find((each) => isSlip(last, shortName(each)));
  const nearPrefix = before === '' || distance(before, prefix) <= 4;
  return nearPrefix ? codec : undefined;
}

/** One edit in a long name; in a short one, of which many real names differ by a letter, the same letters or one less. */
function isSlip(word: string, name: string): boolean {
  if (word === name) return true;
  const letters = (text: string) => [...text].sort().join('');
  if (letters(word) === letters(name)) return true;
  // A digit is a version: dubbo2 is a codec of its own.
  return name.length > 4 && !/\d/.test(word) && distance(word, name) === 1;
}

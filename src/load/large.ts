import yaml from 'js-yaml';
import { MAX_DEPTH, type Problem } from './tree.js';

/**
 * The longest document, in UTF-16 units, that is parsed with positions: that takes a hundred times its size in memory.
 * A longer one is read by the fast parser alone.
 */
export const LONGEST_WITH_POSITIONS = 4_000_000;

const options = { schema: yaml.FAILSAFE_SCHEMA, maxDepth: MAX_DEPTH };

/** Why the fast parser could not read a document that is too long for the other. */
export function largeProblem(text: string, base: number): Problem {
  try {
    yaml.load(text, options);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const at = base + Math.min(error.mark?.position ?? 0, text.length);
    if (error.reason.includes('maxDepth')) return { code: 'AER0008', args: { limit: MAX_DEPTH }, at };
    if (error.reason.startsWith('duplicated')) {
      const key =
        /^[^:\n]{0,80}/.exec(text.slice(error.mark?.position ?? 0, (error.mark?.position ?? 0) + 80))?.[0] ?? '';
      return { code: 'AER0005', args: { key: key.trim() }, at };
    }
    return { code: 'AER0004', args: { reason: error.reason, hint: '' }, at };
  }
  return { code: 'AER0023', args: { limit: LONGEST_WITH_POSITIONS / 1_000_000 }, at: base };
}

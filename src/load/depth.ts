import yaml from 'js-yaml';
import { MAX_DEPTH, type Problem } from './tree.js';

const options = { schema: yaml.FAILSAFE_SCHEMA, json: true, maxDepth: MAX_DEPTH };

/** A line that could open as many collections as this is long: dashes, question marks, indentation. */
const DEEP_LINE = new RegExp(`^[ ?-]{${MAX_DEPTH}}`, 'm');

/**
 * Guards the parser with positions, which takes quadratic time over hopelessly nested text and in the end all of the
 * stack. Where the text might be nested too deeply, which text in quotes may seem to be too, js-yaml judges it: it counts
 * while it reads and stops at the bound.
 *
 * @param base offset of the text in its file
 */
export function depthProblem(text: string, base: number): Problem | undefined {
  if (!bracketsOpenTooMany(text) && !DEEP_LINE.test(text)) return undefined;
  try {
    yaml.load(text, options);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const at = base + Math.min(error.mark?.position ?? 0, text.length);
    if (error.reason.includes('maxDepth')) return { code: 'AER0008', args: { limit: MAX_DEPTH }, at };
    // Before the bound it found what it does not know, such as a tag; whatever it is comes before the depth.
    if (bracketsOpenTooMany(text)) return { code: 'AER0004', args: { reason: error.reason, hint: '' }, at };
  }
  return undefined;
}

function bracketsOpenTooMany(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if ((char === 0x5d || char === 0x7d) && depth > 0) depth -= 1;
  }
  return false;
}

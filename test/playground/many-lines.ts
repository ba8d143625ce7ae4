import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cli/program.js';

/** Rules of more than 500 lines: the example seven times, each for a host of its own. */
export function manyLines(): string {
  const part = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
  const text = [1, 2, 3, 4, 5, 6, 7]
    .map((each) => part.replaceAll('orders', `orders${each}`).replace('240.240.0.10', `240.240.0.${each}`))
    .join('---\n');
  if (text.split('\n').length < 500) throw new Error('the example became shorter');
  return text;
}

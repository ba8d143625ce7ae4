import { Malformed } from '../stream.js';

const ONE = /\[*(?:[BCDFIJSVZ]|L[^;]*;)/y;

/** How many arguments a descriptor of parameter types names: `Ljava/lang/String;[I` is two. Raises `Malformed`. */
export function parameterCount(descriptor: string): number {
  ONE.lastIndex = 0;
  let count = 0;
  while (ONE.lastIndex < descriptor.length) {
    if (!ONE.test(descriptor)) {
      throw new Malformed('malformed', `the parameter types ${JSON.stringify(descriptor)} are no type descriptor`);
    }
    count += 1;
  }
  return count;
}

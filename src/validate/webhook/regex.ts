import { RE2JS, RE2JSException } from 're2js';
import type { WhyNoRegex } from './rule.js';

/** Compiles each pattern once with an engine that takes and refuses what Go's regexp package does. */
export function goRegexes(): WhyNoRegex {
  const known = new Map<string, string | undefined>();
  return (pattern) => {
    if (!known.has(pattern)) known.set(pattern, compile(pattern));
    return known.get(pattern);
  };
}

function compile(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace(/^error parsing regexp: /, '');
    throw error;
  }
}

/**
 * What the real proxy does with a message that its codec does not read as ours does. `closes`: the client's connection is
 * closed. `refuses`: the answer counts as unreadable, and the server's connection is closed. `crashes`: the proxy ends with
 * all its connections.
 */
export interface Fate {
  readonly end: 'closes' | 'refuses' | 'crashes';
  /** Where it stands: in the header, in the body, or in the kind of result that the body holds. */
  readonly cause: 'serialization' | 'status' | 'body' | 'result';
  /** What of the message does it, in a few words: `fastjson2`. */
  readonly why: string;
}

/** Whether the header alone decides it, so that no version of the proxy reads such a message. */
export function isRefusedByHeader(fate: Fate | undefined): fate is Fate {
  return fate?.cause === 'serialization' || fate?.cause === 'status';
}

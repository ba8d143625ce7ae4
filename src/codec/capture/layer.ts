/** A packet that brings nothing to a TCP connection, with the reason in a few words. */
export interface NoSegment {
  readonly skipped: string;
}

/** What stands at `at`, still to be taken off. */
export interface Inner {
  readonly layer: 'ethernet' | 'ip';
  readonly at: number;
}

export const broken: NoSegment = { skipped: 'cut off or broken' };

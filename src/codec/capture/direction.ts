/** A stretch of one direction, in order. */
export interface Stretch {
  readonly bytes: Uint8Array;
  /** Octets that are missing before it; -1: nobody knows. */
  readonly missing: number;
}

/** How much may wait for a segment that is missing, in octets, before it is given up as lost. */
const WAITING = 4 * 1024 * 1024;

interface Waiting {
  readonly sequence: number;
  readonly data: Uint8Array;
}

/**
 * Puts the segments of one direction of a TCP connection in order (RFC 9293): retransmissions are dropped, early ones
 * wait. Sequence numbers are compared modulo 2^32.
 */
export class Direction {
  /** The sequence number that is due; undefined until the first segment. */
  #due: number | undefined;
  #waiting: Waiting[] = [];
  #held = 0;
  /** Whether the start of the connection was seen. */
  #fromStart = false;

  /** The sequence number of a SYN. */
  start(sequence: number): void {
    this.#due = (sequence + 1) >>> 0;
    this.#waiting = [];
    this.#held = 0;
    this.#fromStart = true;
  }

  /** Whether a SYN with that number starts another connection between the same ports. */
  isNew(sequence: number): boolean {
    return this.#due !== undefined && (sequence + 1) >>> 0 !== this.#due;
  }

  /** Whether segments wait for one that is missing. */
  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  /** Takes a segment; gives what is in order now. */
  push(sequence: number, data: Uint8Array): readonly Stretch[] {
    if (data.length === 0) return [];
    const first = this.#due === undefined;
    this.#due ??= sequence;
    const ahead = (sequence - this.#due) | 0;
    if (ahead > 0) {
      // Sorted, so that giving up one gap finds the nearest segment behind it.
      const place = this.#waiting.findIndex((each) => ((each.sequence - sequence) | 0) > 0);
      this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, { sequence, data });
      this.#held += data.length;
      return this.#held > WAITING ? this.giveUp() : [];
    }
    if (-ahead >= data.length) return [];
    const bytes = data.subarray(-ahead);
    this.#due = (this.#due + bytes.length) >>> 0;
    return [{ bytes, missing: first && !this.#fromStart ? -1 : 0 }, ...this.#following()];
  }

  /** Gives up what is missing and goes on behind it. */
  giveUp(): readonly Stretch[] {
    const [next] = this.#waiting;
    if (next === undefined || this.#due === undefined) return [];
    const missing = (next.sequence - this.#due) >>> 0;
    this.#due = next.sequence;
    const [first, ...rest] = this.#following();
    return first === undefined ? [] : [{ ...first, missing }, ...rest];
  }

  #following(): readonly Stretch[] {
    const stretches: Stretch[] = [];
    let taken = 0;
    for (const { sequence, data } of this.#waiting) {
      const behind = ((this.#due ?? 0) - sequence) | 0;
      if (behind < 0) break;
      taken += 1;
      this.#held -= data.length;
      if (behind >= data.length) continue;
      const bytes = data.subarray(behind);
      this.#due = ((this.#due ?? 0) + bytes.length) >>> 0;
      stretches.push({ bytes, missing: 0 });
    }
    if (taken > 0) this.#waiting.splice(0, taken);
    return stretches;
  }
}

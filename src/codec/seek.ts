import type { Codec } from './codec.js';
import { detect, ENOUGH } from './detect.js';
import { joined } from './octets.js';

/** Where messages start again. */
export interface Start {
  readonly codec: Codec;
  readonly bytes: Uint8Array;
}

/** How much of a segment is read to see whether whole messages follow a place within it, in octets. */
const LOOKED_AT = 16 * 1024;
/** What looking within segments may cost in one direction, in octets read; a look at all costs as much as some. */
const MOST_WORK = 4 * 1024 * 1024;
const LOOK = 64;

/**
 * Finds the next message of a direction whose beginning is not known: a capture that starts in the middle of a
 * connection, or lost packets. A segment mostly starts with a message; where it does not, a place within it counts only
 * if whole messages follow from there on.
 */
export class Seeker {
  /** Segments from the first that is undecided on. */
  #held: Uint8Array[] = [];
  #work = MOST_WORK;

  /** What came before is lost: the search begins anew. */
  again(): void {
    this.#held = [];
  }

  /** Takes a segment; gives the start of a message once there is one. */
  push(codecs: readonly Codec[], segment: Uint8Array): Start | undefined {
    this.#held.push(segment);
    for (;;) {
      const bytes = joined(this.#held);
      // Fewer octets fit every protocol.
      if (bytes.length < ENOUGH) return undefined;
      const codec = detect(codecs, bytes);
      const start = codec === undefined ? this.#within(codecs, bytes) : { codec, bytes };
      if (start !== undefined) return start;
      this.#held.shift();
    }
  }

  /** No more comes: what is held counts if it is made of whole messages. */
  end(codecs: readonly Codec[]): Start | undefined {
    for (; this.#held.length > 0; this.#held.shift()) {
      const bytes = joined(this.#held);
      const codec = codecs.find((each) => isWhole(each, bytes));
      const start = codec === undefined ? this.#within(codecs, bytes) : { codec, bytes };
      if (start !== undefined) return start;
    }
    return undefined;
  }

  /** Looks behind the first octet of the first segment. */
  #within(codecs: readonly Codec[], bytes: Uint8Array): Start | undefined {
    const until = this.#held[0]?.length ?? 0;
    for (let at = 1; at < until && this.#work > 0; at += 1) {
      const codec = codecs.find((each) => {
        this.#work -= LOOK;
        if (!begins(each, bytes.subarray(at, at + ENOUGH))) return false;
        this.#work -= Math.min(LOOKED_AT, bytes.length - at);
        return isWhole(each, bytes.subarray(at, at + LOOKED_AT));
      });
      if (codec !== undefined) return { codec, bytes: bytes.subarray(at) };
    }
    return undefined;
  }
}

function begins(codec: Codec, start: Uint8Array): boolean {
  const decoder = codec.decoder({ read: 'headers' });
  decoder.push(start);
  return decoder.failure === undefined || decoder.failure.offset > 0;
}

/** Whether a whole message starts here that can be read, and nothing wrong follows. */
export function isWhole(codec: Codec, bytes: Uint8Array): boolean {
  const decoder = codec.decoder();
  const [first] = decoder.push(bytes);
  return first !== undefined && first.problem === undefined && decoder.failure === undefined;
}

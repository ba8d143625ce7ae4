import type { Fate } from '../../behaviour/fate.js';
import type { CodecReading } from '../../behaviour/traits.js';
import type { Attributes } from '../../match/attributes.js';
import type { Message, MessageKind, Sender } from '../codec.js';
import { uint64 } from '../octets.js';
import { flags, HEADER, HESSIAN2, OK } from './header.js';
import { kindOf, readMessage } from './message.js';

/** Hessian's one-octet numbers 0 to 5, the types of a result. */
const ZERO = 0x90;
/** The types that carry an exception (`readResponse`): 0, and 3 with attachments. */
const EXCEPTIONS: readonly number[] = [0, 3];

/** A message whose body is read when somebody asks for something of it. */
export class LazyMessage implements Message {
  readonly kind: MessageKind;
  readonly sender: Sender;
  readonly id: bigint;
  readonly bytes: Uint8Array;
  readonly headerSize = HEADER;
  #whole: Message | undefined;

  readonly #as: CodecReading | undefined;

  constructor(bytes: Uint8Array, as?: CodecReading) {
    const flag = bytes[2] ?? 0;
    this.kind = kindOf(flag);
    this.sender = (flag & flags.request) === 0 ? 'server' : 'client';
    this.id = uint64(bytes, 4);
    this.bytes = bytes;
    this.#as = as;
  }

  get attributes(): Attributes {
    return this.#read().attributes;
  }

  get spelt(): Attributes | undefined {
    return this.#read().spelt;
  }

  get fate(): Fate | undefined {
    return this.#as === undefined ? undefined : this.#read().fate;
  }

  get details(): Message['details'] {
    return this.#read().details;
  }

  get problem(): string | undefined {
    return this.#read().problem;
  }

  get failed(): boolean {
    const { bytes, kind } = this;
    if (kind !== 'response') return false;
    if (bytes[3] !== OK) return true;
    if (((bytes[2] ?? 0) & flags.serialization) !== HESSIAN2) return false;
    const type = (bytes[HEADER] ?? 0) - ZERO;
    return type >= 0 && type <= 5 ? EXCEPTIONS.includes(type) : this.#read().failed;
  }

  #read(): Message {
    this.#whole ??= readMessage(this.bytes, false, this.#as);
    return this.#whole;
  }
}

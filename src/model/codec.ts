import type { KubernetesObject } from './resource.js';

/** A field of the fixed header. Sizes and offsets are octets. */
export interface CodecField {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly type?: 'uint' | 'text' | 'hex';
  /** As `type` says: a number (as text decimal, or hexadecimal with 0x), a text, or hexadecimal digits. */
  readonly value?: string | number;
  readonly mask?: number;
  readonly names?: Readonly<Record<string, string>>;
  readonly attribute?: string;
}

export interface CodecSpec {
  readonly codec?: string;
  readonly byteOrder?: 'big' | 'little';
  readonly multiplexes?: boolean;
  readonly header: { readonly size: number; readonly fields: readonly CodecField[] };
  readonly length: { readonly field: string; readonly counts?: 'message' | 'body'; readonly add?: number };
  readonly prefixed?: readonly { readonly name: string; readonly lengthSize: number; readonly attribute?: string }[];
  readonly id?: string;
  readonly kind?: {
    readonly field: string;
    readonly request?: readonly number[];
    readonly response?: readonly number[];
    readonly oneWay?: readonly number[];
    readonly heartbeat?: readonly number[];
  };
  readonly status?: { readonly field: string; readonly ok: readonly number[] };
  readonly errorReply?: {
    readonly set?: Readonly<Record<string, number>>;
    readonly noRoute?: number;
    readonly badResponse?: number;
    readonly other?: number;
  };
  readonly heartbeatReply?: { readonly set?: Readonly<Record<string, number>> };
}

/** aeraki.io/v1alpha1: read from files only; the schema layer has seen to it that it has this shape. */
export type CodecDocument = KubernetesObject<CodecSpec>;

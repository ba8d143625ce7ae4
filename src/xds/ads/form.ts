import type { Client, Metadata } from '@grpc/grpc-js';
import type { DiscoveredResource } from '../client.js';
import type { ResourceType } from '../types.js';
import type { AdsNode, Wanted } from './client.js';

/** One response of the control plane. */
export interface AdsUpdate {
  readonly type: ResourceType;
  readonly version: string;
  readonly nonce: string;
  readonly resources: readonly DiscoveredResource[];
  readonly removed: readonly string[];
  /** The resources are all that there are: what is not among them is gone (state of the world, listeners and clusters). */
  readonly whole: boolean;
}

/** An open stream in one of the two forms of xDS. */
export interface AdsStream {
  readonly updates: AsyncIterable<AdsUpdate>;
  /** Asks for a type; `before`: what this stream was asked for it last, undefined: nothing yet. */
  want(type: ResourceType, wanted: Wanted, before: Wanted | undefined): void;
  /** Accepts, or refuses with the reason. */
  answer(update: AdsUpdate, refused: string | undefined): void;
}

export interface AdsConnection {
  /** The method of gRPC. */
  readonly path: string;
  readonly client: Client;
  readonly metadata: Metadata;
  readonly node: AdsNode;
  readonly signal: AbortSignal;
  /** Versions that were accepted on streams before, by type and name. */
  readonly accepted: ReadonlyMap<ResourceType, ReadonlyMap<string, string>>;
}

/** One of the two forms of xDS, at one service. */
export interface AdsWay {
  readonly path: string;
  readonly open: AdsForm;
}

export type AdsForm = (connection: AdsConnection) => AdsStream;

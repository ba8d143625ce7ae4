import { create, toBinary } from '@bufbuild/protobuf';
import type { Any } from '@bufbuild/protobuf/wkt';
import { AnySchema } from '@bufbuild/protobuf/wkt';
import {
  DeltaDiscoveryResponseSchema,
  DiscoveryResponseSchema,
  ResourceSchema,
} from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { type RouteResource, routeTypeUrl } from './snapshot.js';

/** The two forms of xDS: state of the world, and incremental. */
export type Variant = 'sotw' | 'delta';

/** What one or many subscribers are to be told. */
export interface Change {
  readonly resources: readonly RouteResource[];
  /** Names of which the server has nothing (any more); state of the world cannot say this. */
  readonly removed: readonly string[];
}

/** One response. It is serialised once, and the same bytes go to everyone who is to be told the same. */
export interface Update extends Change {
  readonly nonce: string;
  readonly version: string;
  readonly bytes: Buffer;
  /** All names that it speaks of, and the versions that it brings; shared by everyone who gets it. */
  readonly names: readonly string[];
  readonly versions: ReadonlyMap<string, string>;
}

/** Serialises a change as a DiscoveryResponse or DeltaDiscoveryResponse. */
export function serialise(variant: Variant, change: Change, version: string, nonce: string): Update {
  const bytes = variant === 'sotw' ? sotw(change, version, nonce) : delta(change, version, nonce);
  const { resources, removed } = change;
  return {
    ...change,
    nonce,
    version,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    names: [...resources.map(({ name }) => name), ...removed],
    versions: new Map(resources.map((resource) => [resource.name, resource.version])),
  };
}

function sotw({ resources }: Change, versionInfo: string, nonce: string): Uint8Array {
  const response = { versionInfo, nonce, typeUrl: routeTypeUrl, resources: resources.map(any) };
  return toBinary(DiscoveryResponseSchema, create(DiscoveryResponseSchema, response));
}

function delta({ resources, removed }: Change, systemVersionInfo: string, nonce: string): Uint8Array {
  const response = {
    systemVersionInfo,
    nonce,
    typeUrl: routeTypeUrl,
    resources: resources.map((resource) =>
      create(ResourceSchema, { name: resource.name, version: resource.version, resource: any(resource) }),
    ),
    removedResources: [...removed],
  };
  return toBinary(DeltaDiscoveryResponseSchema, create(DeltaDiscoveryResponseSchema, response));
}

function any({ bytes }: RouteResource): Any {
  return create(AnySchema, { typeUrl: routeTypeUrl, value: bytes });
}

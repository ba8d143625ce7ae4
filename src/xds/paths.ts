import type { DescService } from '@bufbuild/protobuf';
import { ClusterDiscoveryService } from './generated/envoy/service/cluster/v3/cds_pb.js';
import { AggregatedDiscoveryService } from './generated/envoy/service/discovery/v3/ads_pb.js';
import { DeltaDiscoveryRequestSchema } from './generated/envoy/service/discovery/v3/discovery_pb.js';
import { EndpointDiscoveryService } from './generated/envoy/service/endpoint/v3/eds_pb.js';
import { ListenerDiscoveryService } from './generated/envoy/service/listener/v3/lds_pb.js';
import { RouteDiscoveryService } from './generated/envoy/service/route/v3/rds_pb.js';
import { methodPath } from './grpc.js';
import type { ResourceType } from './types.js';

const services: Readonly<Record<ResourceType, DescService>> = {
  rds: RouteDiscoveryService,
  lds: ListenerDiscoveryService,
  cds: ClusterDiscoveryService,
  eds: EndpointDiscoveryService,
};

/** The methods that serve a type, the aggregated one first, as paths of gRPC. */
export function discoveryPaths(type: ResourceType, delta: boolean): readonly string[] {
  return [AggregatedDiscoveryService, services[type]].map((service) => {
    const method = service.methods.find(
      ({ methodKind, input }) =>
        methodKind === 'bidi_streaming' && (input.typeName === DeltaDiscoveryRequestSchema.typeName) === delta,
    );
    if (method === undefined) throw new Error(`${service.typeName} has no stream`);
    return methodPath(service, method);
  });
}

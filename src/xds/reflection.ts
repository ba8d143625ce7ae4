import { type DescFile, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import type { Server } from '@grpc/grpc-js';
import { file_envoy_service_discovery_v3_ads } from './generated/envoy/service/discovery/v3/ads_pb.js';
import { file_envoy_service_route_v3_rds } from './generated/envoy/service/route/v3/rds_pb.js';
import { withImports } from './registry.js';

/** Adds gRPC server reflection, so that `grpcurl` and its like find the discovery services. */
export async function addReflection(server: Server): Promise<void> {
  const { ReflectionService } = await import('@grpc/reflection');
  const files = withImports([file_envoy_service_discovery_v3_ads, file_envoy_service_route_v3_rds]);
  const fileDescriptorProtos = files.map((file: DescFile) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, file.proto)),
  );
  // The library reads only the descriptors of a package definition.
  const definition = { files: { format: 'Protocol Buffer 3 DescriptorProto', type: {}, fileDescriptorProtos } };
  const services = [file_envoy_service_discovery_v3_ads, file_envoy_service_route_v3_rds].flatMap(({ services }) =>
    services.filter(({ name }) => name !== 'VirtualHostDiscoveryService').map(({ typeName }) => typeName),
  );
  new ReflectionService(definition as unknown as ConstructorParameters<typeof ReflectionService>[0], {
    services,
  }).addToServer(server);
}

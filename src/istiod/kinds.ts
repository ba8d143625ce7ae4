import type { DescMessage } from '@bufbuild/protobuf';
import { DestinationRuleSchema } from './generated/networking/v1alpha3/destination_rule_pb.js';
import { GatewaySchema } from './generated/networking/v1alpha3/gateway_pb.js';
import { ServiceEntrySchema } from './generated/networking/v1alpha3/service_entry_pb.js';
import { VirtualServiceSchema } from './generated/networking/v1alpha3/virtual_service_pb.js';

/** The kinds that istiod tells, and the messages of their specs. */
export const istiodKinds: Readonly<Record<string, DescMessage>> = {
  ServiceEntry: ServiceEntrySchema,
  VirtualService: VirtualServiceSchema,
  DestinationRule: DestinationRuleSchema,
  Gateway: GatewaySchema,
};

/**
 * The names under which an istiod may have a kind: up to 1.21 the first, later ones the second, and for the other one
 * it has nothing (pilot's config/schema/gvk).
 */
export const typeUrls = (kind: string): readonly string[] =>
  ['v1alpha3', 'v1'].map((version) => `networking.istio.io/${version}/${kind}`);

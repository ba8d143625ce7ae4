import { applicationProtocol } from './codec/application-protocol.js';
import { attributeCase } from './codec/attribute-case.js';
import { codecAttributes } from './codec/attributes.js';
import { hashAttribute } from './codec/hash.js';
import { codecMutations } from './codec/mutations.js';
import { unusualAttributes } from './codec/unusual-attributes.js';
import { conditionOrder } from './limits/conditions.js';
import { fillInterval } from './limits/fill-interval.js';
import { globalWithoutMatch } from './limits/global.js';
import { interception } from './mesh/interception.js';
import { requestId } from './mesh/request-id.js';
import { responseMutation } from './mesh/response-mutation.js';
import { spelling } from './mesh/spelling.js';
import { unanswered } from './mesh/unanswered.js';
import { inbound } from './ports/inbound.js';
import { istioProtocol } from './ports/istio-protocol.js';
import { portName } from './ports/port-name.js';
import { refresh } from './ports/refresh.js';
import { catchAll } from './reachability/catch-all.js';
import { unreachableRoutes } from './reachability/unreachable.js';
import { redisDestinationRule } from './redis-dubbo/destination-rule.js';
import { openServices } from './redis-dubbo/open-services.js';
import { policyWithoutService } from './redis-dubbo/policy.js';
import { readPolicy } from './redis-dubbo/read-policy.js';
import { redisHost } from './redis-dubbo/redis-host.js';
import { redisTarget } from './redis-dubbo/redis-target.js';
import { nativeVirtualService } from './redis-dubbo/virtual-service.js';
import { destination } from './references/destination.js';
import { duplicates } from './references/duplicates.js';
import { exportTo } from './references/export-to.js';
import { gateway } from './references/gateway.js';
import { rateLimitService } from './references/rate-limit-service.js';
import { routerHost } from './references/router-host.js';
import { virtualServiceIgnored } from './references/virtual-service.js';
import { refusedConditions } from './refused/conditions.js';
import { refusedMutations } from './refused/mutations.js';
import { zeroWeights } from './refused/zero-weights.js';
import type { AnalysisRule } from './rule.js';
import { hiddenDestinations } from './sidecars/hidden.js';
import { sidecarImports } from './sidecars/imports.js';
import { severalSidecars } from './sidecars/several.js';
import { unreachedFilters } from './sidecars/unreached.js';

/** Every rule of the layer (cli.md section 9); the findings of the translation come after them. */
export const analysisRules: readonly AnalysisRule[] = [
  routerHost,
  destination,
  duplicates,
  gateway,
  rateLimitService,
  unreachableRoutes,
  codecAttributes,
  codecMutations,
  attributeCase,
  hashAttribute,
  globalWithoutMatch,
  fillInterval,
  conditionOrder,
  zeroWeights,
  refusedConditions,
  refusedMutations,
  responseMutation,
  unanswered,
  spelling,
  requestId,
  portName,
  inbound,
  redisHost,
  redisTarget,
  nativeVirtualService,
  policyWithoutService,
  sidecarImports,
  severalSidecars,
  hiddenDestinations,
  unreachedFilters,
  interception,
  openServices,
  readPolicy,
  redisDestinationRule,
  virtualServiceIgnored,
  exportTo,
  catchAll,
  unusualAttributes,
  applicationProtocol,
  istioProtocol,
  refresh,
];

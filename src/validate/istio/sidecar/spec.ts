import type { Labels } from '../../../model/labels.js';
import type { ConnectionPool } from '../destination-rule/spec.js';
import type { Destination, Port, ServerTls } from '../spec.js';

export interface Ingress {
  readonly port?: Port;
  readonly bind?: string;
  readonly defaultEndpoint?: string;
  readonly tls?: ServerTls;
  readonly connectionPool?: ConnectionPool;
}
export interface Egress {
  readonly port?: Port;
  readonly bind?: string;
  readonly captureMode?: string;
  readonly hosts?: readonly string[];
}
export interface SidecarSpec {
  readonly workloadSelector?: { readonly labels?: Labels };
  readonly ingress?: readonly Ingress[];
  readonly egress?: readonly Egress[];
  readonly outboundTrafficPolicy?: { readonly mode?: string; readonly egressProxy?: Destination };
  readonly inboundConnectionPool?: ConnectionPool;
}

import { type ChannelCredentials, Client, Metadata, type ServiceError } from '@grpc/grpc-js';
import { joined } from '../../../codec/octets.js';
import { bytesField, numberField, readFields } from '../../../codec/protobuf.js';
import { utf8 } from '../../../codec/text.js';

/** The service by which istio-agent has its certificates signed (istio.io/api security/v1alpha1/ca.proto). */
const path = '/istio.v1.auth.IstioCertificateService/CreateCertificate';
/** Milliseconds. */
const DEADLINE = 10_000;
/** As istio-agent asks for it: a day, in seconds. */
const VALIDITY = 86_400;

export interface CertificateAuthority {
  /** `host:port` */
  readonly server: string;
  readonly credentials: ChannelCredentials;
  readonly serverName?: string | undefined;
  readonly token: string;
}

/** istiod refuses more than its MAX_WORKLOAD_CERT_TTL, where istio-agent would need another SECRET_TTL. */
const tooLong = /\bTTL\b/;

/** Has a request (PEM) signed. Gives the chain, PEM, the own certificate first and the root last. Rejects as gRPC does. */
export async function signedCertificate(request: string, authority: CertificateAuthority): Promise<readonly string[]> {
  const { server, credentials, serverName, token } = authority;
  const client = new Client(server, credentials, {
    ...(serverName && { 'grpc.ssl_target_name_override': serverName }),
  });
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  metadata.set('clusterid', 'Kubernetes');
  /** @param validity seconds; 0: as the authority likes */
  const ask = (validity: number) =>
    new Promise<readonly string[]>((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        (csr: string) => Buffer.from(joined([bytesField(1, utf8(csr)), numberField(3, validity)])),
        chainOf,
        request,
        metadata,
        { deadline: Date.now() + DEADLINE },
        (error, chain) => (error === null ? resolve(chain ?? []) : reject(error)),
      );
    });
  try {
    return await ask(VALIDITY).catch((error: ServiceError) => {
      if (!tooLong.test(error.details)) throw error;
      return ask(0);
    });
  } finally {
    client.close();
  }
}

/** IstioCertificateResponse: field 1, repeated string. */
function chainOf(octets: Buffer): readonly string[] {
  return readFields(octets).flatMap(({ number, bytes }) => (number === 1 ? Buffer.from(bytes).toString('utf8') : []));
}

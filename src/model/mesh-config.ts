/** The fields of Istio's MeshConfig that Aeraki reads, with Istio's defaults filled in (translation.md section 6). */
export interface MeshConfig {
  /** '' turns the access log off. */
  readonly accessLogFile: string;
  /** 'UNKNOWN' is a number that is none of the two: the log then has no format. */
  readonly accessLogEncoding: 'TEXT' | 'JSON' | 'UNKNOWN';
  /** '' means the default format. */
  readonly accessLogFormat: string;
  readonly enableTracing: boolean;
  /** `defaultConfig.tracing.sampling`, percent; may be NaN or infinite, which protobuf JSON writes as words. */
  readonly randomSampling: number;
  /** `defaultConfig.tracing.zipkin.address`, `HOST:PORT`; '': none. Only a proxy that runs here reads it. */
  readonly zipkinAddress: string;
  /** `defaultConfig.interceptionMode`: whether proxies take the traffic of iptables, or (NONE) only what is sent to them. */
  readonly interceptionMode: InterceptionMode;
}

export type InterceptionMode = 'REDIRECT' | 'TPROXY' | 'NONE';

export const defaultMeshConfig: MeshConfig = {
  accessLogFile: '',
  accessLogEncoding: 'TEXT',
  accessLogFormat: '',
  enableTracing: true,
  randomSampling: 0,
  zipkinAddress: '',
  interceptionMode: 'REDIRECT',
};

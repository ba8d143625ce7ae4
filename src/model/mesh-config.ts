/** The fields of Istio's MeshConfig that Aeraki reads, with Istio's defaults filled in (translation.md section 6). */
export interface MeshConfig {
  /** '' turns the access log off. */
  readonly accessLogFile: string;
  readonly accessLogEncoding: 'TEXT' | 'JSON';
  /** '' means the default format. */
  readonly accessLogFormat: string;
  readonly enableTracing: boolean;
  /** `defaultConfig.tracing.sampling`, percent. */
  readonly randomSampling: number;
}

export const defaultMeshConfig: MeshConfig = {
  accessLogFile: '',
  accessLogEncoding: 'TEXT',
  accessLogFormat: '',
  enableTracing: true,
  randomSampling: 0,
};

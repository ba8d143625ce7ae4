import { type FoundMeshConfig, meshConfigOfFile } from '../../index/mesh-config.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { readBytes } from '../../load/read.js';
import { InputError } from '../shell/errors.js';

/** The mesh config in a file: a MeshConfig document, the `istio` ConfigMap or an IstioOperator. Raises `InputError`. */
export async function readMeshConfigFile(path: string): Promise<FoundMeshConfig> {
  let text: string;
  try {
    text = Buffer.from(await readBytes(path)).toString('utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot read the mesh config ${path}: ${reason}. Check the path of --mesh-config.`);
  }
  return meshConfigOfFile(text.replace(/^\uFEFF/, ''), path, parseYaml);
}

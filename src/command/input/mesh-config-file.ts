import { type FoundMeshConfig, meshConfigOfFile } from '../../index/mesh-config.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { readBytes } from '../../load/read.js';
import { InputError } from '../shell/errors.js';

/** The mesh config in a file: a MeshConfig document, the `istio` ConfigMap or an IstioOperator. Raises `InputError`. */
export async function readMeshConfigFile(path: string): Promise<FoundMeshConfig> {
  return meshConfigOfFile(await readText(path), path, parseYaml);
}

/** The first document of such a file as it is. Raises `InputError`. */
export async function readMeshDocument(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return parseYaml(text);
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function readText(path: string): Promise<string> {
  try {
    return Buffer.from(await readBytes(path))
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError(`Cannot read the mesh config ${path}: ${reason}. Check the path of --mesh-config.`);
}

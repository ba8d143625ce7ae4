import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '../../diagnostics/nearest.js';
import { json } from '../../output/json.js';
import { formatTable } from '../../output/table.js';
import { UsageError } from '../shell/errors.js';
import { schemaOfKind } from '../shell/package-schemas.js';

export interface Printed {
  readonly text: string;
  readonly value: object;
}

/** The schema of a kind, or a table of the kinds. `root`: the folder of the package; `width`: of the terminal. Raises `UsageError`. */
export function schemaOrKinds(kind: string | undefined, root: string, width: number | undefined): Printed {
  if (kind === undefined) return kinds(root, width);
  const found = schemaOfKind(kind, root);
  if (!('known' in found)) return { text: json(found.schema), value: found.schema };
  const meant = nearest(kind, found.known);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageError(`There is no schema of ${kind}.${hint} There are ${found.known.join(', ')}.`);
}

function kinds(root: string, width: number | undefined): Printed {
  const found = schemaOfKind('', root);
  const known = 'known' in found ? found.known : [];
  const versions = known.map((kind) => {
    const one = schemaOfKind(kind, root);
    const allowed = 'known' in one ? [] : (one.schema.properties?.apiVersion?.enum ?? []);
    return { kind, versions: allowed.map(String) };
  });
  return {
    text: formatTable(
      ['KIND', 'API VERSIONS'],
      versions.map((one) => [one.kind, one.versions.join(', ')]),
      { width },
    ),
    value: versions,
  };
}

/**
 * The setting of yaml-language-server that has the schemas used for the YAML files of a workspace. Lists (workflows,
 * playbooks) are no resources, and the schema lets them be.
 */
export function editorSetting(root: string): Printed {
  const url = pathToFileURL(join(root, 'schemas', 'all.json')).href;
  const value = { 'yaml.schemas': { [url]: ['*.yaml', '*.yml'] } };
  return { text: json(value), value };
}

import { toYaml } from '../yaml.js';
import { type TranslationView, typedRouteConfiguration } from './view.js';

/** The file of each object below the output directory, by its path with `/`, sorted by path. */
export function translationFiles(view: TranslationView): ReadonlyMap<string, string> {
  const files: [string, string][] = [
    ...[...view.envoyFilters, ...view.virtualServices].map((object): [string, string] => {
      const { namespace, name } = object.metadata;
      return [`${object.kind.toLowerCase()}/${fileName(namespace)}/${fileName(name)}.yaml`, toYaml(object)];
    }),
    ...view.routeConfigurations.map((configuration): [string, string] => [
      `routeconfiguration/${fileName(configuration.name)}.yaml`,
      toYaml(typedRouteConfiguration(configuration)),
    ]),
  ];
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** File systems take 255 bytes a name; `.yaml`, and what a file is called while it is written, need room. */
const longest = 220;

/**
 * A name as one component of a path. Names come from the input, so nothing in them may act as a path: what is not a
 * letter, digit, `.`, `_` or `-` is written as in a URL (`%2F`), and so is the first dot. Different names stay different.
 */
export function fileName(name: string): string {
  const safe = [...name]
    .map((character, index) =>
      /[A-Za-z0-9_-]/.test(character) || (character === '.' && index > 0) ? character : percent(character),
    )
    .join('');
  return safe.length <= longest ? safe : `${safe.slice(0, longest - 9)}~${checksum(name)}`;
}

function percent(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: tells apart names that are too long for a file. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

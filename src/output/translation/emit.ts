import { stringify } from 'yaml';

export function emitYaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}

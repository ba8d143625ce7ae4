import { customResourceDefinitions } from '../parts/crds.js';

/** A structural schema of a CustomResourceDefinition, as far as the generator goes. */
export interface Structural {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Structural>>;
  readonly additionalProperties?: Structural | boolean;
  readonly items?: Structural;
  readonly oneOf?: readonly Structural[];
  readonly allOf?: readonly Structural[];
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly [keyword: string]: unknown;
}

export interface Kind {
  readonly kind: string;
  readonly apiVersion: string;
  readonly path: string;
  readonly schema: Structural;
}

interface Spec {
  readonly group: string;
  readonly scope: string;
  readonly names: { readonly kind: string; readonly plural: string };
  readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Structural } }[];
}

/** The kinds of the shared CustomResourceDefinitions with the address that an object is posted to. */
export function kinds(): readonly Kind[] {
  return customResourceDefinitions().map(({ spec }) => {
    const { group, scope, names, versions } = spec as unknown as Spec;
    const [version] = versions;
    if (version === undefined) throw new Error(`${names.kind} has no version`);
    const place = scope === 'Cluster' ? '' : '/namespaces/default';
    return {
      kind: names.kind,
      apiVersion: `${group}/${version.name}`,
      path: `/apis/${group}/${version.name}${place}/${names.plural}`,
      schema: version.schema.openAPIV3Schema,
    };
  });
}

/** A number as it stands in the JSON text: what a JavaScript number would print differently. */
export class Literal {
  constructor(readonly text: string) {}
}

/** JSON text of a value with literals in it; a key that is given as a list of pairs may stand twice. */
export function toText(value: unknown): string {
  if (value instanceof Literal) return value.text;
  if (Array.isArray(value)) return `[${value.map(toText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${toText(item)}`).join(',')}}`;
}

/** Always the same numbers for the same seed (mulberry32). */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  pick<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}

const texts = [
  '',
  'a',
  'demo.shop.svc.cluster.local',
  '1s',
  '250ms',
  '10us',
  '*',
  'unix:///run/x',
  'unix://x/',
  'v1',
  '10.0.0.0/8',
  'yes',
  'NONE',
  '0',
  '2m',
  'é',
];

/** A value that meets the schema, save for what only its CEL rules and lengths say. */
export function valid(schema: Structural, random: Random, depth = 0): unknown {
  if (schema['x-kubernetes-int-or-string'] === true) return random.chance(0.5) ? random.below(9) : 'x';
  if (schema['x-kubernetes-preserve-unknown-fields'] === true && !schema.properties) return { any: [random.below(5)] };
  if (schema.enum) return random.pick(schema.enum);
  switch (schema.type) {
    case 'object':
      return validObject(schema, random, depth);
    case 'array': {
      const least = schema.minItems ?? 0;
      const count = Math.max(least, depth > 7 ? 0 : random.below(3));
      return Array.from({ length: count }, () => valid(schema.items ?? {}, random, depth + 1));
    }
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return validInteger(schema, random);
    case 'number':
      return random.pick([0, 1, 0.5, 99.9, new Literal('1.0'), new Literal('1e2'), -1]);
    default:
      return schema.format === 'byte' ? 'YWI=' : random.pick(texts);
  }
}

function validInteger({ minimum = -5, maximum = 2 ** 31 - 1 }: Structural, random: Random): unknown {
  const value = minimum + random.below(Math.min(70000, maximum - minimum + 1));
  return random.chance(0.1) ? new Literal(`${value}.0`) : value;
}

function validObject(schema: Structural, random: Random, depth: number): unknown {
  const result: Record<string, unknown> = {};
  if (typeof schema.additionalProperties === 'object') {
    for (let i = random.below(3); i > 0; i--) {
      result[random.pick(['a', 'b', 'method', 'x-y', 'A_b'])] = valid(schema.additionalProperties, random, depth + 1);
    }
    return result;
  }
  const groups = [schema, ...(schema.allOf ?? [])].flatMap(({ oneOf = [] }) => [
    oneOf.flatMap(({ required = [] }) => required),
  ]);
  const excluded = new Set(
    groups
      .filter((names) => names.length > 0)
      .flatMap((names) => {
        const kept = random.pick(names);
        return names.filter((name) => name !== kept);
      }),
  );
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    if (excluded.has(name)) continue;
    const wanted = schema.required?.includes(name) || random.chance(depth < 2 ? 0.7 : 0.35);
    if (wanted) result[name] = valid(child, random, depth + 1);
  }
  return result;
}

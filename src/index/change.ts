import type { Resource } from '../model/resource.js';
import type { MeshIndex } from './mesh-index.js';

/** What another state of the resources changed in an index. */
export interface IndexChange {
  /** Fields of which anything is another. */
  readonly fields: ReadonlySet<string>;
  /** `field\nkey` of the look-ups that give something else. */
  readonly keys: ReadonlySet<string>;
}

/** An index, and what is another in it than in the one before. */
export interface ChangedIndex {
  readonly index: MeshIndex;
  readonly change: IndexChange;
}

/** What makes two entries of an index the same: the object, wherever it stands. */
export function subjectOf(value: unknown): unknown {
  return isResource(value) ? value.object : value;
}

export function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && 'object' in value && 'source' in value;
}

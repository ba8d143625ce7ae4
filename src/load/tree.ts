/**
 * A document with positions: what the slow, exact way of reading makes of YAML or JSON before aliases, merge keys and
 * scalars are resolved. Offsets count UTF-16 units from the start of the file's text.
 */
export type TreeNode = ScalarNode | MapNode | ListNode | AliasNode;

interface Placed {
  /** Where the node's text begins, after its anchor and tag. */
  readonly at: number;
}

interface Labelled extends Placed {
  readonly anchor?: string;
  /** The tag in full, `!` for the non-specific one. */
  readonly tag?: string;
}

export interface ScalarNode extends Labelled {
  readonly kind: 'scalar';
  readonly text: string;
  /** A plain scalar is resolved; a quoted or block scalar is a string. */
  readonly plain: boolean;
}

export interface MapNode extends Labelled {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: TreeNode; readonly value: TreeNode }[];
}

export interface ListNode extends Labelled {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}

export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
}

/** Something that is wrong with a document, at an offset of the file's text. */
export interface Problem {
  readonly code:
    | 'AER0004'
    | 'AER0005'
    | 'AER0006'
    | 'AER0007'
    | 'AER0008'
    | 'AER0009'
    | 'AER0021'
    | 'AER0023'
    | 'AER0050'
    | 'AER0052';
  readonly args: Readonly<Record<string, string | number>>;
  readonly at: number;
}

/** How deep maps and lists may be nested. Real resources stay under 40; the recursive parsers need some bound. */
export const MAX_DEPTH = 200;

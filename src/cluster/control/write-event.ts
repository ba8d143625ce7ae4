/** What was done or not done about one object; `id` is `KIND NAMESPACE/NAME`. */
export type WriteEvent =
  | { readonly what: 'created' | 'updated' | 'deleted'; readonly id: string; readonly dryRun: boolean }
  /** Changed by hand and put back. */
  | { readonly what: 'restored'; readonly id: string; readonly managers: readonly string[]; readonly dryRun: boolean }
  /** Left as it is: it belongs to others. */
  | { readonly what: 'foreign'; readonly id: string; readonly managers: readonly string[] }
  /** Deletions that wait for somebody's word; 0: none any more. */
  | { readonly what: 'held'; readonly deletes: number; readonly total: number; readonly names: readonly string[] }
  /** Somebody else wrote in between: it is looked at again. */
  | { readonly what: 'conflict'; readonly id: string }
  /** `isFinal`: it is not tried again before something else is wanted. */
  | {
      readonly what: 'refused';
      readonly id: string;
      readonly status: number;
      readonly reason: string;
      readonly isFinal?: boolean;
    };

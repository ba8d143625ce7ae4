/** The objects of one kind in memory, wherever they come from, kept up to date. */
export interface Collection<T> {
  /** How messages call what is read. */
  readonly name: string;
  /** Whether all of them were there once. */
  readonly synced: boolean;
  /** When whoever tells them was last heard, by `performance.now()`. */
  readonly heard: number | undefined;
  readonly size: number;
  readonly counts: Readonly<Record<'lists' | 'watches' | 'events' | 'failures', number>>;
  /** @param key `namespace/name` */
  get(key: string): T | undefined;
  /** The version that the API server gave the object. */
  versionOf(key: string): string | undefined;
  values(): IterableIterator<T>;
  start(): void;
  stop(): Promise<void>;
}

/** Lists by key, in the order in which `add` was called. */
export class Groups<T> {
  readonly map = new Map<string, T[]>();

  add(key: string, value: T): void {
    const list = this.map.get(key);
    if (list === undefined) {
      this.map.set(key, [value]);
    } else {
      list.push(value);
    }
  }
}

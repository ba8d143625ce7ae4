const bases = [16, 8, 10] as const;

/** Reads the offsets of a dump. Tools write them in base 16, 8 (od) or 10 (od -Ad): the first that is not 0 shows which. */
export class Offsets {
  #base: (typeof bases)[number] | undefined;

  /** The offset that the digits mean where `due` is expected, `due` itself if any base fits. */
  read(digits: string, due: number): number {
    const base = this.#base ?? bases.find((each) => numberOf(digits, each) === due) ?? 16;
    // Nothing can be told from 0.
    if (due > 0 && numberOf(digits, base) === due) this.#base ??= base;
    return numberOf(digits, base);
  }

  /** What the digits mean behind lines that were left out: the first base that gives whole lines of `width`. */
  readBehind(digits: string, from: number, width: number): number {
    const fits = (base: number) => {
      const gap = numberOf(digits, base) - from;
      return gap >= 0 && width > 0 && gap % width === 0;
    };
    return numberOf(digits, this.#base ?? bases.find(fits) ?? 16);
  }
}

function numberOf(digits: string, base: number): number {
  if (base === 8 && /[^0-7]/.test(digits)) return -1;
  return base === 10 && /\D/.test(digits) ? -1 : Number.parseInt(digits, base);
}

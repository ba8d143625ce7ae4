/** A line on stderr within mocha's report: what a test started, changed or skipped. */
export function say(text: string): void {
  console.error(`      · ${text}`);
}

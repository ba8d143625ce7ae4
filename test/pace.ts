/**
 * Milliseconds that this machine, as busy as it is now, takes for a fixed piece of work (20 on an idle one). Bounds on
 * time are multiples of it, so that a test says the same on a machine that is four times slower.
 */
export function pace(): number {
  const rows = Array.from({ length: 4_000 }, (_, index) => ({ name: `row ${index}`, values: [index, `${index}`] }));
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    for (let round = 0; round < 5; round++) JSON.parse(JSON.stringify(rows));
    return performance.now() - began;
  });
  return Math.max(5, ...times);
}

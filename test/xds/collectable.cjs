// Preloaded into a server under test (with --expose-gc): on SIGUSR2 it collects all garbage and writes what is left, in
// octets, to the file that AERAKI_TEST_MEMORY names.
'use strict';
const { renameSync, writeFileSync } = require('node:fs');

process.on('SIGUSR2', () => {
  // Twice, because finalizers of the first make garbage of their own.
  globalThis.gc();
  setImmediate(() => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    const file = process.env.AERAKI_TEST_MEMORY;
    writeFileSync(`${file}.part`, String(heapUsed + external));
    renameSync(`${file}.part`, file);
  });
});

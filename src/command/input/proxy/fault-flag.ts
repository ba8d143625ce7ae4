import { Flags } from '@oclif/core';

/** Faults that are ours, for debugging. `faults.ts` reads what it says. */
export const faultFlag = {
  fault: Flags.string({
    summary:
      "Do something to requests on purpose, [service=HOST,][route=NAME,]delay=2s|abort[,percent=50]; abort answers with the codec's own error.",
    helpValue: '<fault>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
};

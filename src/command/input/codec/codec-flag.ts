import { Flags } from '@oclif/core';
import { onlyOnCommandLine } from '../../shell/trust.js';

/** Whether `NAME=FILE` names a document, which is only read; anything else is loaded as a module, so it runs. */
export function isCodecDocument(spec: string): boolean {
  return /\.(ya?ml|json)$/i.test(spec);
}

/** `--codec NAME=FILE`, of every command that takes codecs of the user. */
export const codecFlag = onlyOnCommandLine(
  Flags.string({
    summary: 'A codec of your own: an ES module (only on the command line) or a YAML document of kind Codec.',
    helpValue: '<name=file>',
    multiple: true,
    multipleNonGreedy: true,
    default: [],
  }),
  (spec) => !isCodecDocument(spec),
);

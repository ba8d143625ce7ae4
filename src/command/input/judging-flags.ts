import { Flags } from '@oclif/core';
import { layers } from '../../validate/validate.js';
import { treeMay } from '../shell/trust.js';

const severities = ['error', 'warning', 'info'] as const;

/** How files are judged, and what of it is shown: by `validate` and by the language server. */
export const judgingFlags = {
  layers: treeMay(
    Flags.option({
      summary: 'Only these layers, by comma (default: all).',
      options: layers,
      multiple: true,
      multipleNonGreedy: true,
      delimiter: ',',
      default: [],
    })(),
  ),
  'schema-only': treeMay(Flags.boolean({ summary: 'The same as --layers schema.', exclusive: ['layers'] })),
  'output-threshold': treeMay(
    Flags.option({
      summary: 'Show findings of this severity or above.',
      options: severities,
      default: 'info',
    })(),
  ),
  suppress: treeMay(
    Flags.string({
      char: 'S',
      summary: "Do not report a code for a resource: 'CODE=Kind name.namespace'; * stands for any text.",
      helpValue: '<code=kind name.ns>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
  'context-path': treeMay(
    Flags.string({
      summary: 'File or directory with resources that are known but not judged.',
      helpValue: '<path>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
  ),
};

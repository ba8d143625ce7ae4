import type { Validation } from '../../validate/results.js';
import type { Style } from '../log.js';

/** Makes the text of a validation, with its last newline; '' where there is nothing to say. */
export type ValidationFormat = (validation: Validation, context: FormatContext) => string;

export interface FormatContext {
  readonly style: Style;
  /** Version of the program. */
  readonly version: string;
}

/** What `validate -o` offers, in the order that help lists it; a format is loaded when it is chosen. */
export const validationFormats = {
  log: async (): Promise<ValidationFormat> => (await import('./log.js')).validationLog,
  json: async (): Promise<ValidationFormat> => (await import('./json.js')).validationJson,
  yaml: async (): Promise<ValidationFormat> => (await import('./yaml.js')).validationYaml,
  junit: async (): Promise<ValidationFormat> => (await import('./junit.js')).validationJunit,
  sarif: async (): Promise<ValidationFormat> => (await import('./sarif.js')).validationSarif,
  github: async (): Promise<ValidationFormat> => (await import('./github.js')).validationGithub,
} as const;

export type ValidationFormatName = keyof typeof validationFormats;
export const validationFormatNames = Object.keys(validationFormats) as readonly ValidationFormatName[];

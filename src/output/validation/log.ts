import { diagnosticsText } from '../log.js';
import type { ValidationFormat } from './formats.js';

/** One line for each diagnostic. */
export const validationLog: ValidationFormat = ({ diagnostics }, { style }) => diagnosticsText(diagnostics, style);

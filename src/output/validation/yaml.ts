import { toYaml } from '../yaml.js';
import type { ValidationFormat } from './formats.js';

/** The same as JSON. */
export const validationYaml: ValidationFormat = ({ summary, results }) => toYaml({ summary, results });

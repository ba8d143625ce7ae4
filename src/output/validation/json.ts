import { json } from '../json.js';
import type { ValidationFormat } from './formats.js';

/** `{summary, results}`: cli.md section 3. */
export const validationJson: ValidationFormat = ({ summary, results }) => json({ summary, results });

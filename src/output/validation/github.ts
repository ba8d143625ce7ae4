import type { Severity } from '../../diagnostics/entry.js';
import { printable } from '../printable.js';
import { slashed } from '../slashed.js';
import type { ValidationFormat } from './formats.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions, which become annotations of the changed lines. */
export const validationGithub: ValidationFormat = ({ diagnostics }) =>
  diagnostics
    .map(({ code, severity, file, line, column, message, resource }) => {
      const where = resource
        ? `${resource.kind} ${resource.namespace ? `${resource.namespace}/` : ''}${resource.name}: `
        : '';
      const properties = Object.entries({ file: file && slashed(file), line, col: column, title: code })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${properties.join(',')}::${escapeData(where + message)}\n`;
    })
    .join('');

/** A line end, or another control character, is written out; a percent sign would begin an escape. */
function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { nearest } from '../../diagnostics/nearest.js';
import { allCodes, codeText, entryOf } from '../../explain/code.js';
import { fieldText, findField } from '../../explain/field.js';
import { formatTable } from '../../output/table.js';
import { UsageError } from '../shell/errors.js';
import { schemaOfKind } from '../shell/package-schemas.js';

export interface Explanation {
  readonly text: string;
  /** The same for `-o json`. */
  readonly value: object;
}

/** All codes as a table. `width`: of the terminal. */
export async function listCodes(width: number | undefined): Promise<Explanation> {
  const rows = allCodes().filter(([, entry]) => !entry.retired);
  const cells = rows.map(([code, { severity, title, defect }]) => [code, severity, defect ?? '', title]);
  return {
    text: formatTable(['CODE', 'SEVERITY', 'DEFECT', 'ABOUT'], cells, { width }),
    value: rows.map(([code, { severity, layer, title, defect }]) => ({
      code,
      severity,
      layer,
      title,
      ...(defect && { defect }),
    })),
  };
}

/** Explains a code, a kind or a field. `root`: the folder of the package, which holds `schemas/`. */
export async function explain(subject: string, root: string): Promise<Explanation> {
  if (/^(AER)?\d+$/i.test(subject)) return explainCode(subject);
  const [kindName = '', ...path] = subject.split('.').filter((part) => part !== '');
  const found = schemaOfKind(kindName, root);
  if ('known' in found) {
    throw new UsageError(
      `Nothing is known of "${subject}".${didYouMean(kindName, found.known)} Name a code (AER0001) or one of the kinds ${found.known.join(', ')}.`,
    );
  }
  const field = findField(found.schema, path);
  if ('missing' in field) {
    const where = [found.kind, ...field.at].join('.');
    const fields = field.known.length > 0 ? ` Its fields: ${field.known.join(', ')}.` : ' It has no fields.';
    throw new UsageError(`${where} has no field "${field.missing}".${didYouMean(field.missing, field.known)}${fields}`);
  }
  const { schema, required } = field.field;
  return {
    text: fieldText(found.kind, found.version, field),
    value: { kind: found.kind, version: found.version, field: path.join('.'), required, schema },
  };
}

function explainCode(subject: string): Explanation {
  const found = entryOf(subject);
  if (!found) {
    const codes = allCodes().map(([code]) => code);
    throw new UsageError(
      `There is no code ${subject.toUpperCase()}.${didYouMean(subject.toUpperCase(), codes)} \`aeraki explain --list\` lists them.`,
    );
  }
  const [code, entry] = found;
  return { text: codeText(code, entry), value: { code, ...entry } };
}

function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant ? ` Did you mean ${meant}?` : '';
}

import { type Code, catalogue } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { documentation, pageOf } from '../../diagnostics/documentation.js';
import type { Entry, Severity } from '../../diagnostics/entry.js';
import { codePage } from '../../explain/code.js';
import { json } from '../json.js';
import { slashed } from '../slashed.js';
import type { ValidationFormat } from './formats.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0 (OASIS), as code scanning services read it: one run, a rule for each code that was found. */
export const validationSarif: ValidationFormat = ({ diagnostics }, { version }) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const index = new Map(codes.map((code, position) => [code, position]));
  return json({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'aeraki',
            version,
            ...(documentation !== undefined && { informationUri: documentation }),
            rules: codes.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, index.get(diagnostic.code) ?? -1)),
      },
    ],
  });
};

function rule(code: Code): object {
  const entry: Entry = catalogue[code];
  const page = pageOf(code);
  return {
    id: code,
    name: entry.title.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: entry.title },
    fullDescription: { text: entry.explanation },
    // The page itself: whoever reads the results needs no other place.
    help: { text: `${entry.cure} (aeraki explain ${code})`, markdown: codePage(code, entry) },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: levels[entry.severity] },
    properties: { layer: entry.layer, ...(entry.defect && { defect: entry.defect }) },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, file, resource } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    ...(file !== undefined && { locations: [location(diagnostic, file)] }),
    ...(resource && {
      properties: {
        resource: `${resource.kind} ${resource.namespace ? `${resource.namespace}/` : ''}${resource.name}`,
      },
    }),
  };
}

function location({ line, column, path }: Diagnostic, file: string): object {
  const region =
    line === undefined ? undefined : { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region && { region }) },
    ...(path !== undefined && { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

/** A path as a relative (or `file:`) URI reference; SARIF wants forward slashes and escapes. */
function uriOf(file: string): string {
  const [, drive = '', rest = ''] = /^([a-z]:(?=\/))?(.*)$/is.exec(slashed(file)) ?? [];
  const path = rest.split('/').map(encodeURIComponent).join('/');
  if (drive !== '') return `file:///${drive}${path}`;
  return path.startsWith('/') ? `file://${path}` : path.replace(/^\.\//, '');
}

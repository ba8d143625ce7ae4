import { isRefusedByHeader } from '../../behaviour/fate.js';
import { formatTable, type TableOptions } from '../table.js';
import type { DecodedRow } from './row.js';

/** Which columns there are: those that an input has nothing for are left out. */
export interface Columns {
  readonly connection: boolean;
  readonly route: boolean;
  readonly notes: boolean;
}

/** Messages as a table; `headings` false for those that go on after an earlier one. */
export function decodeTable(
  rows: readonly DecodedRow[],
  columns: Columns,
  options: TableOptions & { readonly headings: boolean },
): string {
  const shown: readonly Column[] = [
    ['#', ({ number }) => String(number)],
    ...(columns.connection ? [connectionColumn] : []),
    ['PROTOCOL', ({ codec }) => codec.name],
    ['KIND', ({ message }) => message.kind],
    ['ID', ({ message }) => (message.id === undefined ? '' : String(message.id))],
    ['HEADER', ({ message }) => String(message.headerSize)],
    ['BODY', ({ message }) => String(message.bytes.length - message.headerSize)],
    ['ATTRIBUTES', ({ message }) => pairs(message.attributes)],
    ['DETAILS', ({ message }) => detailsOf(message)],
    ...(columns.route ? [routeColumn, clusterColumn] : []),
    ...(columns.notes ? [notesColumn] : []),
  ];
  const cells = rows.map((row) => shown.map(([, cell]) => cell(row)));
  const table = formatTable(
    shown.map(([heading]) => heading),
    cells,
    options,
  );
  return options.headings ? table : table.slice(table.indexOf('\n') + 1);
}

type Column = readonly [heading: string, cell: (row: DecodedRow) => string];

const connectionColumn: Column = [
  'CONNECTION',
  ({ connection, message }) => {
    if (connection === undefined) return '';
    const { client, server } = connection;
    return message.sender === 'server' ? `${server} → ${client}` : `${client} → ${server}`;
  },
];

const routeColumn: Column = [
  'ROUTE',
  ({ decision }) => (decision === undefined ? '' : decision.matched ? (decision.route ?? '') : 'none'),
];

const clusterColumn: Column = [
  'CLUSTERS',
  ({ decision }) => {
    const [first, ...more] = decision?.clusters ?? [];
    if (first === undefined || more.length === 0) return first?.name ?? '';
    return (decision?.clusters ?? []).map(({ name, weight }) => `${name}:${weight}`).join(' ');
  },
];

const notesColumn: Column = ['NOTES', ({ notes = [] }) => notes.map(({ text }) => text).join('; ')];

function detailsOf({ details, failed, problem, fate }: DecodedRow['message']): string {
  const parts = [pairs(Object.entries(details))];
  if (failed) parts.push('failed');
  if (isRefusedByHeader(fate)) parts.push('refused');
  if (problem !== undefined) parts.push(`problem=${JSON.stringify(problem)}`);
  return parts.filter((part) => part !== '').join(' ');
}

function pairs(values: Iterable<readonly [string, string | number]>): string {
  return [...values].map(([name, value]) => `${name}=${quoted(String(value))}`).join(' ');
}

/** Quoted where a blank or a quote would hide where the value ends. */
function quoted(value: string): string {
  return value === '' || /[\s"]/.test(value) ? JSON.stringify(value) : value;
}

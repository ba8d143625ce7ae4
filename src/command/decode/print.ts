import { memberJson } from '../../output/decode/json.js';
import type { DecodedRow } from '../../output/decode/row.js';
import { decodeTable } from '../../output/decode/table.js';
import { json } from '../../output/json.js';
import type { Stream } from '../shell/terminal.js';
import type { RowSink } from './run.js';

/** Rows of a table that are laid out together; the columns of a longer one are laid out anew. */
const BATCH = 2000;

export interface Printer extends RowSink {
  /** Writes what is still held. */
  end(diagnostics: readonly unknown[]): Promise<void>;
}

/** Prints messages as a table. Which columns there are is told from the first rows. */
export function tablePrinter(stdout: Stream, route: boolean): Printer {
  let held: DecodedRow[] = [];
  let connection: boolean | undefined;
  let notes: boolean | undefined;
  const flush = async () => {
    if (held.length === 0) return;
    const headings = connection === undefined;
    notes ??= held.some((row) => (row.notes ?? []).length > 0);
    connection ??= held.some((row) => row.connection !== undefined);
    const { width } = await stdout.style();
    // On a terminal each batch may have its columns elsewhere.
    const options = { headings: headings || width !== undefined, width };
    await stdout.write(decodeTable(held, { connection, route, notes }, options));
    held = [];
  };
  return {
    async rows(rows) {
      for (const row of rows) {
        held.push(row);
        if (held.length >= BATCH) await flush();
      }
    },
    end: flush,
  };
}

/** Prints one JSON object; the messages are written as they come. */
export function jsonPrinter(stdout: Stream): Printer {
  let empty = true;
  return {
    async rows(rows) {
      const members = rows.map((row) => memberJson(row, json));
      await stdout.write(`${empty ? '{\n  "messages": [\n' : ',\n'}${members.join(',\n')}`);
      empty = false;
    },
    async end(diagnostics) {
      const list = json(diagnostics).trimEnd().replace(/\n/g, '\n  ');
      await stdout.write(`${empty ? '{\n  "messages": [' : '\n  '}],\n  "diagnostics": ${list}\n}\n`);
    },
  };
}

import type { IncomingMessage } from 'node:http';
import { type Fault, parseFault } from '../fault/fault.js';
import { type Faults, mostFaults } from '../fault/faults.js';
import type { AdminPage } from './pages.js';

/** The longest body that is read, in octets. */
const mostBody = 64 * 1024;

function text(body: string, status = 200): AdminPage {
  return { status, type: 'text/plain; charset=UTF-8', body };
}

/** `GET /faults`: one a line, with how often it was done. */
export function faultsPage(faults: Faults): AdminPage {
  const lines = faults.list.map(({ fault, done }) => `${fault.text}::${done}\n`);
  return text(lines.join(''));
}

/**
 * `POST /faults`: those of the body, one a line, take the place of all that are in force; an empty body ends them. A page of
 * another site is refused: a browser sends its posts here too, under our own name.
 */
export async function postFaults(request: IncomingMessage, faults: Faults): Promise<AdminPage> {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return text('Only pages of the admin port itself may change something here.\n', 403);
  }
  const body = await bodyOf(request);
  if (body === undefined) return text(`The body is longer than ${mostBody} octets.\n`, 413);
  const wanted: Fault[] = [];
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = parseFault(line.trim());
    if ('problem' in parsed) {
      const cure = 'Write for example route=pay,delay=2s,percent=50, or abort.';
      return text(`Line ${index + 1}: ${parsed.problem}. ${cure} Nothing was changed.\n`, 400);
    }
    wanted.push(parsed.fault);
  }
  if (wanted.length > mostFaults) return text(`There are more than ${mostFaults} faults. Nothing was changed.\n`, 400);
  faults.set(wanted);
  return faultsPage(faults);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

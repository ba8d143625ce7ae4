import type { Style } from '../../output/log.js';
import { requestText } from '../../output/proxy/text.js';
import type { RequestRecord } from '../../proxy/downstream/record.js';
import { requestLine } from '../../proxy/request-line.js';
import type { Stream } from '../shell/terminal.js';

/** Writes a line for each request; those of one turn of the event loop together. */
export class RequestLines {
  readonly #stream: Stream;
  readonly #line: (record: RequestRecord) => string;
  #lines: string[] = [];
  #written: Promise<void> = Promise.resolve();

  constructor(output: 'text' | 'json', stream: Stream, style: Style) {
    this.#stream = stream;
    this.#line =
      output === 'json'
        ? (record) => `${JSON.stringify(requestLine(record))}\n`
        : (record) => requestText(requestLine(record), style);
  }

  readonly add = (record: RequestRecord): void => {
    if (this.#lines.push(this.#line(record)) === 1) setImmediate(() => void this.flush());
  };

  /** Settles when everything that was added is written. */
  flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    if (text !== '') this.#written = this.#stream.write(text);
    return this.#written;
  }
}

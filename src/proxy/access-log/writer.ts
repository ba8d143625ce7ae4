import { createWriteStream, type WriteStream } from 'node:fs';
import type { AccessLog, RequestLog } from '../config.js';
import { compileFormat } from './format.js';
import type { OperatorContext } from './operators.js';

export interface WriterOptions extends OperatorContext {
  /** Gets the text of logs whose path is `/dev/stdout` or `/dev/stderr`. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Gets a sentence when a log cannot be written; once for each file. */
  readonly trouble: (message: string) => void;
}

/** So many characters of a file may wait to be written; what comes then is dropped, and the drop is told. */
const mostWaiting = 16 * 1024 * 1024;

/**
 * Writes the access logs of all listeners. Logs with one path share a file, which is appended to. Text is gathered and
 * written once a turn of the event loop.
 */
export class AccessLogWriter {
  readonly #targets = new Map<string, Target>();

  constructor(readonly options: WriterOptions) {}

  /** What a listener calls for each of its requests when it is over. */
  logger(logs: readonly AccessLog[]): (request: RequestLog) => void {
    const writers = logs.map(({ path, format }) => ({
      print: compileFormat(format, this.options),
      target: this.#target(path),
    }));
    return (request) => {
      for (const { print, target } of writers) target.write(print(request));
    };
  }

  /** Settles when everything is written. */
  async close(): Promise<void> {
    await Promise.all([...this.#targets.values()].map((target) => target.close()));
  }

  #target(path: string): Target {
    const known = this.#targets.get(path);
    if (known !== undefined) return known;
    const { stdout, stderr, trouble } = this.options;
    const streams: Readonly<Record<string, (text: string) => void>> = { '/dev/stdout': stdout, '/dev/stderr': stderr };
    const stream = streams[path];
    const target = stream === undefined ? new FileTarget(path, trouble) : new StreamTarget(stream);
    this.#targets.set(path, target);
    return target;
  }
}

/** Gathers text until the end of the turn. */
abstract class Target {
  #waiting = '';

  write(text: string): void {
    if (this.#waiting === '') setImmediate(() => this.flush());
    this.#waiting += text;
  }

  flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') this.send(text);
  }

  protected abstract send(text: string): void;
  abstract close(): Promise<void>;
}

class StreamTarget extends Target {
  constructor(readonly stream: (text: string) => void) {
    super();
  }

  protected send(text: string): void {
    this.stream(text);
  }

  async close(): Promise<void> {
    this.flush();
  }
}

class FileTarget extends Target {
  readonly #stream: WriteStream;
  #told = false;
  #broken = false;

  constructor(
    readonly path: string,
    readonly trouble: (message: string) => void,
  ) {
    super();
    this.#stream = createWriteStream(path, { flags: 'a' });
    this.#stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#broken = true;
      this.#tell(`The access log ${path} cannot be written: ${error.message}. Check accessLogFile of the mesh config.`);
    });
  }

  protected send(text: string): void {
    if (this.#broken) return;
    if (this.#stream.writableLength > mostWaiting) {
      this.#tell(`The access log ${this.path} is written more slowly than requests come: lines are being left out.`);
      return;
    }
    this.#stream.write(text);
  }

  close(): Promise<void> {
    this.flush();
    return new Promise((resolve) => {
      if (this.#broken || this.#stream.closed) return resolve();
      this.#stream.once('close', () => resolve());
      this.#stream.end();
    });
  }

  #tell(message: string): void {
    if (this.#told) return;
    this.#told = true;
    this.trouble(message);
  }
}

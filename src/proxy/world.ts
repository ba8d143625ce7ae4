import type { RequestRecord } from './downstream/record.js';
import type { ProxySettings, Surroundings } from './settings.js';

/** What every part of the data path shares. */
export interface World {
  readonly settings: ProxySettings;
  readonly surroundings: Surroundings;
  /** Told of every request when it is over; undefined: nobody wants to know, which spares the work. */
  readonly observe: ((record: RequestRecord) => void) | undefined;
  /** Told of what is no request: a connection whose bytes cannot be read, a mirror that is given up. */
  readonly trouble: (message: string) => void;
}

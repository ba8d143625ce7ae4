import type { Finding } from '../../../diagnostics/diagnostic.js';
import type { NamedDump } from '../../../registry/convert/convert-dumps.js';
import type { RegistryClient } from '../../../registry/live/client.js';
import { openRegistry } from '../../../registry/live/open.js';
import { pauseAfter } from '../../../registry/live/polled.js';
import type { RegistryFlags } from './flags.js';
import { readDumpFile } from './input.js';
import { connectionOf, failureFinding, type LiveFlags, namedDump, type WithLevel } from './live.js';
import { isUrl } from './read.js';
import { settled } from './settled.js';

export interface FeedEvents {
  /** Something may be other than it was. */
  readonly changed: () => void;
  /** For a person: a registry that does not answer, or answers again. */
  readonly say: (line: string) => void;
}

/** Several registries that are watched together. */
export interface Feeds {
  /** Those that were read at least once. */
  dumps(): readonly NamedDump[];
  /** Whether all were. */
  isWhole(): boolean;
  /** Why some were not. */
  findings(): readonly Finding[];
  close(): Promise<void>;
}

interface Feed {
  named: () => NamedDump | undefined;
  finding: Finding | undefined;
  close: () => Promise<void>;
}

/**
 * Reads all registries and goes on watching those that are servers. One that does not answer at the start is asked again
 * without end, and counts as not read until then.
 */
export async function openFeeds(
  words: readonly string[],
  flags: Pick<RegistryFlags, 'registry-name'> & LiveFlags & WithLevel,
  events: FeedEvents,
): Promise<Feeds> {
  const feeds = await Promise.all(
    words.map((word, at) => {
      const registryName = flags['registry-name'][at];
      return isUrl(word) ? serverFeed(word, registryName, flags, events) : fileFeed(word, registryName);
    }),
  );
  return {
    dumps: () => feeds.flatMap((feed) => feed.named() ?? []),
    isWhole: () => feeds.every((feed) => feed.named() !== undefined),
    findings: () => feeds.flatMap((feed) => (feed.finding === undefined ? [] : [feed.finding])),
    close: async () => {
      await Promise.all(feeds.map((feed) => feed.close()));
    },
  };
}

async function fileFeed(path: string, registryName: string | undefined): Promise<Feed> {
  const read = await readDumpFile(path);
  const named = 'dump' in read ? { dump: read.dump, file: path, registryName } : undefined;
  return {
    named: () => named,
    finding: 'finding' in read ? read.finding : undefined,
    close: () => Promise.resolve(),
  };
}

async function serverFeed(
  url: string,
  registryName: string | undefined,
  flags: LiveFlags & WithLevel,
  events: FeedEvents,
): Promise<Feed> {
  const connection = await connectionOf(url, flags);
  const { name } = connection;
  let client: RegistryClient = await openRegistry(connection);
  let isRead = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const feed: Feed = {
    named: () => (isRead ? namedDump(client, connection, registryName) : undefined),
    finding: undefined,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client.close();
    },
  };
  const start = async (): Promise<void> => {
    await client.watch({
      changed: events.changed,
      trouble: (error) => events.say(`${name}: ${error.message}. What was known stays.`),
      recovered: () => events.say(`${name} answers again.`),
    });
    await settled(
      () => client.state({ registryName: registryName ?? 'default', level: flags.level ?? 'both' }),
      () => Promise.resolve(),
    );
    isRead = true;
    feed.finding = undefined;
  };
  const again = (failures: number): void => {
    timer = setTimeout(async () => {
      await client.close();
      client = await openRegistry(connection);
      if (isClosed) return;
      try {
        await start();
        events.say(`${name} answers.`);
        events.changed();
      } catch {
        again(failures + 1);
      }
    }, pauseAfter(failures));
  };
  try {
    await start();
  } catch (error) {
    feed.finding = failureFinding(name, error);
    again(1);
  }
  return feed;
}

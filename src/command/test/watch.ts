import { Following } from '../../edition/follow.js';
import { liveTranslate } from '../../edition/live-translation.js';
import { printable } from '../../output/printable.js';
import { alsoWatched } from '../../source/also-watched.js';
import type { Source } from '../../source/source.js';
import { type RuleReading, ruleReading } from '../input/rules.js';
import { inputSource, watchOptions } from '../input/sources.js';
import { progress } from '../shell/progress.js';
import { sayOnce } from '../shell/say-once.js';
import type { Terminal } from '../shell/terminal.js';
import { type FinishedTest, type ReadTestInputs, runTests, type TestFlags } from './run.js';

/**
 * `test --watch`: runs now and after every change of a test or a rule, until the process is ended. Rules that a test
 * names are watched from the run on that reads them; a cluster is read again with them.
 */
export async function watchTests(
  paths: readonly string[],
  flags: TestFlags,
  terminal: Terminal,
  print: (report: FinishedTest) => Promise<void>,
): Promise<void> {
  const options = watchOptions(terminal);
  const { exclude = [] } = flags;
  const sources = new Map<string, Source>();
  const read: ReadTestInputs = async (wanted, asked) => {
    const key = JSON.stringify([wanted, asked.context, asked['all-namespaces']]);
    let source = sources.get(key);
    if (source === undefined) {
      source = await inputSource(wanted, asked, terminal, options);
      sources.set(key, source);
      following.add(source);
    }
    return source.read();
  };
  const readings = new Map<string, RuleReading>();
  const readingOf = (key: string): RuleReading => {
    const reading = readings.get(key) ?? ruleReading(liveTranslate());
    readings.set(key, reading);
    return reading;
  };
  // Printed rules hold no resources and count all the same.
  const printed = alsoWatched({ name: 'the files', read: () => read([], flags) }, paths, { ...options, exclude });
  const following = new Following([printed], {
    round: async (changed, isStale) => {
      const display = progress(terminal.stderr, 3);
      try {
        const report = await runTests(paths, flags, display, read, readingOf);
        display.stop();
        if (isStale()) return;
        if (changed.length > 0) await terminal.stderr.write(`${printable(`Changed: ${changed.join(', ')}`)}\n`);
        await print(report);
      } finally {
        display.stop();
      }
    },
    failed: sayOnce('aeraki test'),
  });
  return following.ended;
}

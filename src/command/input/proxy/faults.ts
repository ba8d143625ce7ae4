import { type Fault, parseFault } from '../../../proxy/fault/fault.js';
import { UsageError } from '../../shell/errors.js';

/** Reads every `--fault`. Raises `UsageError`. */
export function parseFaults(texts: readonly string[]): readonly Fault[] {
  return texts.map((text) => {
    const parsed = parseFault(text);
    if ('fault' in parsed) return parsed.fault;
    throw new UsageError(
      `--fault ${text}: ${parsed.problem}. Write for example --fault 'route=pay,delay=2s,percent=50', or --fault abort.`,
    );
  });
}

import type { WriteEvent } from '../cluster/control/write-event.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { palette } from '../output/colour.js';
import { diagnosticText } from '../output/log.js';
import type { LogEntry } from './log.js';

/** A finding as a line of the log. */
export function findingEntry(diagnostic: Diagnostic): LogEntry {
  const { code, severity, resource, path, message } = diagnostic;
  const { file: _file, line: _line, column: _column, ...told } = diagnostic;
  return {
    level: severity,
    event: 'finding',
    message: diagnosticText(told, { palette: palette(false) }).replace(/^(Error|Warning|Info) /, ''),
    ...{ code, severity, resource, path, finding: message },
  };
}

/** What was done about an object as a line of the log; undefined where it is no news. */
export function writeEntry(event: WriteEvent): LogEntry | undefined {
  if (event.what === 'conflict') return undefined;
  if (event.what === 'held') {
    const { deletes, total, names } = event;
    const some = `${names.join(', ')}${deletes > names.length ? `, ${deletes - names.length} more` : ''}`;
    const message =
      deletes === 0
        ? 'No deletion is held back any more.'
        : `${deletes} of ${total} objects are no longer made (${some}). So many at once are more often a fault than a wish: they stay. SIGHUP lets them go this time, --max-delete 100 always.`;
    return { level: deletes === 0 ? 'info' : 'warning', event: 'held', message, deletes, total, names };
  }
  const { id: object } = event;
  switch (event.what) {
    case 'foreign': {
      const owners = event.managers.length === 0 ? 'somebody else' : event.managers.join(', ');
      const message = `${object} is left as it is: it belongs to ${owners}.`;
      return { level: 'warning', event: 'foreign', message, object, managers: event.managers };
    }
    case 'refused': {
      const then = event.isFinal === true ? '' : ' It is tried again.';
      const message = `${object} could not be written: ${event.reason}.${then}`;
      return { level: 'error', event: 'refused', message, object, status: event.status, reason: event.reason };
    }
    case 'restored': {
      const by = event.managers.length === 0 ? 'somebody else' : event.managers.join(', ');
      const message = `${object} was changed by ${by} and ${event.dryRun ? 'would be' : 'is'} put back.`;
      return { level: 'warning', event: 'restored', message, object, managers: event.managers, dryRun: event.dryRun };
    }
    default: {
      const message = `${object} ${event.dryRun ? 'would be' : 'was'} ${event.what}.`;
      return { level: 'info', event: event.what, message, object, dryRun: event.dryRun };
    }
  }
}

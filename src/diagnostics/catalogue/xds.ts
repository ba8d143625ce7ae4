import type { Entry } from '../entry.js';

/** AER05xx: the route server and its client. */
export const xds = {
  AER0501: {
    severity: 'error',
    layer: 'analysis',
    title: 'Route configuration is not served',
    text: 'Route configuration {name} is not served: {problem}. Give its MetaRouter at least one route with a destination.',
    explanation:
      'The MetaProtocol proxy expects exactly one virtual host with at least one route, and an action in every route. Anything else crashes it, or leaves it in an undefined state, so `aeraki rds serve` never sends such a route configuration. Proxies that ask for it wait, as for one that does not exist.',
    cure: 'Give every route of the MetaRouter a destination, or remove the routes so that the default route takes over.',
  },
  AER0502: {
    severity: 'error',
    layer: 'analysis',
    title: 'Route configuration stays as it was',
    text: 'Route configuration {name} stays as it was: {problem}. Give its MetaRouter at least one route with a destination.',
    explanation:
      'After an edit the route configuration would crash the MetaProtocol proxy or leave it in an undefined state. `aeraki rds serve` goes on serving the last good one of that name; the other route configurations follow the edit.',
    cure: 'Correct the MetaRouter; the server picks the correction up by itself with `--watch`.',
  },
  AER0503: {
    severity: 'error',
    layer: 'input',
    title: 'Edit is not served',
    text: 'The last good routes stay in service: {count} after the change. Correct what is reported; the server picks it up by itself.',
    explanation:
      'While `aeraki rds serve --watch` runs, a change of the files brought an error that was not there before: a file that cannot be parsed, a resource that its schema refuses, a route that cannot be translated. Half an edit is never served: what proxies have is what the last good state of the files said.',
    cure: 'Correct the error that is reported with this one.',
  },
  AER0504: {
    severity: 'warning',
    layer: 'input',
    title: 'Files cannot be watched',
    text: 'The system refuses to watch the files ({reason}), so they are looked at every {interval} ms instead. Raise its limit of watches, or go on like this.',
    explanation:
      'Watching needs the help of the operating system, and some disks and limits (inotify watches on Linux) refuse it. The files are then read at intervals: changes are seen a little later, nothing else is different.',
    cure: 'On Linux raise `fs.inotify.max_user_watches` or `fs.inotify.max_user_instances`, or use `--poll` to choose this from the start.',
  },
} as const satisfies Record<string, Entry>;

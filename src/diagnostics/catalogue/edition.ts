import type { Entry } from '../entry.js';

/** AER0030–0049: what a watch keeps, and why. */
export const edition = {
  AER0030: {
    severity: 'warning',
    layer: 'input',
    title: 'Last state of a source is kept',
    text: 'Nothing can be said of {source} now; what it had last stays in force. It is asked again in {seconds} s, and by itself after that.',
    explanation:
      'Under `--watch` a source that was read before does not answer any more: the API server of the cluster was restarted, or the network is away. Nothing is withdrawn because of that. It is asked again after one second, then after two, four, and so on up to half a minute, and a change of a file asks it at once.',
    cure: 'Correct what is reported with this one, if it does not come back by itself.',
  },
  AER0031: {
    severity: 'info',
    layer: 'input',
    title: 'A source is there again',
    text: '{source} can be read again.',
    explanation: 'A source of a watch that could not be read (AER0030) answers again, and what it has now is in force.',
    cure: 'Nothing has to be done.',
  },
  AER0032: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'Kind is misspelt',
    text: '{apiVersion} has no kind {kind}. Did you mean {near}? Correct the kind.',
    explanation:
      'The kind is nearly one that Aeraki reads. Objects of other kinds are passed over, so a slip of one letter would make a rule or a service vanish without a word; the API server refuses such an object.',
    cure: 'Correct the kind. Where it is a kind of somebody else that happens to look alike, leave the file out with --exclude.',
  },
  AER0033: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'API group is misspelt',
    text: '{kind} is no kind of {apiVersion}. Did you mean {near}? Correct the apiVersion.',
    explanation:
      'The kind is one that Aeraki reads, and the group is nearly its group. Objects of other groups are passed over, so a slip of one letter would make a rule or a service vanish without a word; the API server refuses such an object.',
    cure: 'Correct the apiVersion. Where it is a group of somebody else that happens to look alike, leave the file out with --exclude.',
  },
  AER0034: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'Version does not exist',
    text: '{kind} of {group} has no version {version}. Write apiVersion: {near}.',
    explanation:
      'The group and the kind are known, and the API server has no such version of them, so it refuses the object. It would be passed over without a word otherwise.',
    cure: 'Correct the version.',
  },
  AER0035: {
    severity: 'warning',
    layer: 'input',
    title: 'Removals are held back',
    text: '{what} lost {lost} of {before} objects at once ({names}), so they stay in force. If that is meant, say so: kill -HUP {pid}, or start with --accept-removals.',
    explanation:
      'Under `--watch` a file became empty or lost more than half of its objects, or a whole source did (`--max-removals` sets the share). That is more often an accident (an editor that was killed, a disk that was full, a checkout that stopped half-way) than an edit, and it would take the routes of everything that is missing from every proxy at once. What is missing stays in force as it was last; everything else follows the edit. A file that was deleted counts only for the source as a whole.',
    cure: 'Where the objects are to go, confirm it: send SIGHUP to the process (it looks a second time and takes what is there), or run it with --accept-removals. Else bring the objects back; the watch sees it by itself.',
  },
  AER0036: {
    severity: 'info',
    layer: 'input',
    title: 'Removals are taken',
    text: 'A second look confirms it: {count} {count|object that was held back is|objects that were held back are} gone.',
    explanation:
      'The process was told (SIGHUP) to take what the sources have now, so objects that were held back (AER0035) are gone.',
    cure: 'Nothing has to be done.',
  },
} as const satisfies Record<string, Entry>;

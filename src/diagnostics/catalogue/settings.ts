import type { Entry } from '../entry.js';

/** AER008x: the settings file `.aeraki.yaml`. */
export const settings = {
  AER0080: {
    severity: 'error',
    layer: 'input',
    title: 'Settings file cannot be read',
    text: 'Cannot read the settings in {path}: {reason}. Mend the file, or remove it.',
    explanation:
      'The nearest .aeraki.yaml, looked for from the working directory upward, holds defaults for flags. This one cannot be opened or is not valid YAML, so it is unknown what you wanted to set, and nothing was done.',
    cure: 'Mend the YAML at the line that is named, or remove the file.',
  },
  AER0081: {
    severity: 'error',
    layer: 'input',
    title: 'Unknown setting',
    text: 'Unknown setting "{name}". {hint}',
    explanation:
      'The keys of .aeraki.yaml are names of flags without the leading dashes, either at the top, where they hold for every command that has such a flag, or under the name of one command. This key is neither a flag nor a command.',
    cure: 'Correct the key, or remove it. `aeraki help COMMAND` lists the flags.',
  },
  AER0082: {
    severity: 'error',
    layer: 'input',
    title: 'Wrong value of a setting',
    text: 'The setting "{name}" cannot be {found}. Give {expected}.',
    explanation: 'The value of a setting must be one that its flag takes on the command line.',
    cure: 'Give a value that the flag takes. `aeraki help COMMAND` lists them.',
  },
} as const satisfies Record<string, Entry>;

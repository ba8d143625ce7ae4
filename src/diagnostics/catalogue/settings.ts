import type { Entry } from '../entry.js';

/** AER0080–0099: the settings files, `.aeraki.yaml` and the user's own. */
export const settings = {
  AER0080: {
    severity: 'error',
    layer: 'input',
    title: 'Settings file cannot be read',
    text: 'Cannot read the settings in {path}: {reason}. Mend the file, or remove it.',
    explanation:
      'The nearest .aeraki.yaml, looked for from the working directory upward to the root of the repository, and your own ~/.config/aeraki/config.yaml hold defaults for flags. This one cannot be opened, is not a regular file of at most 1 MB, is a link out of its tree, or is not valid YAML, so it is unknown what you wanted to set, and nothing was done.',
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
  AER0083: {
    severity: 'error',
    layer: 'input',
    title: 'Setting that a tree may not make',
    text: 'The setting "{name}" may not stand in a tree: whoever wrote the tree would decide what this machine runs, reaches, reads, writes or shows. {cure}',
    explanation:
      "A .aeraki.yaml comes with the files that it lies among, and those may be a stranger's: a pull request, a download. So it may set only flags that cannot run a program (a kubeconfig can), reach a network or a cluster, open a port, write files, read outside the tree, or show secrets. This key is not one of them, and nothing was done. docs/security.md and schemas/aeraki-settings.json say which are.",
    cure: 'Remove the key. Give the flag on the command line, as AERAKI_<FLAG> in the environment, or in your own ~/.config/aeraki/config.yaml, which may hold every flag.',
  },
  AER0084: {
    severity: 'error',
    layer: 'input',
    title: 'Codec module that the command line does not name',
    text: '{origin}: a codec that is a program runs only when the command line names it. Give --{name} there, or use a codec document (.yaml).',
    explanation:
      'An ES module is run as it is loaded, with all that you may do. So it counts only where you see it: on the command line. A codec document (YAML of kind Codec) is only read, and may also be named by the environment and by your own settings.',
    cure: 'Name the module on the command line, or write the codec as a document.',
  },
  AER0085: {
    severity: 'warning',
    layer: 'input',
    title: 'Settings of somebody else',
    text: 'The settings in {path} are not used: the file or its folder belongs to another user. Take it over with chown, or give the flags on the command line.',
    explanation:
      'Settings are looked for upward from the working directory, which on a shared machine, in /tmp, or in a container with a mounted checkout may lead to a file that another user put there. Such a file is not read, and the search ends.',
    cure: 'Make the file and its folder your own, run as their owner, or give the flags on the command line or in the environment.',
  },
  AER0086: {
    severity: 'error',
    layer: 'input',
    title: 'Setting that leads out of the tree',
    text: 'The setting "{name}" leads out of the tree. {cure}',
    explanation:
      "A path in .aeraki.yaml is taken from the file's own folder, and has to stay in its repository (or in that folder, where there is none), links included: a stranger's tree must not have other files of this machine read.",
    cure: 'Name a path in the tree, or give the flag on the command line or in the environment.',
  },
} as const satisfies Record<string, Entry>;

import type { Entry } from '../entry.js';

/** AER00xx: what cannot be read or parsed. */
export const input = {
  AER0001: {
    severity: 'error',
    layer: 'input',
    title: 'File cannot be read',
    text: 'Cannot read {path}: {reason}. Check the path and its permissions.',
    explanation:
      'The file or directory was named on the command line or found in a directory, and the system refused it. What it holds is missing from the result, so rules that refer to it may look wrong too.',
    cure: 'Check that the path exists and that you may read it, or leave it out with --exclude.',
  },
  AER0002: {
    severity: 'error',
    layer: 'input',
    title: 'No such path',
    text: 'There is no file or directory {path}. Check the spelling and the directory that you are in.',
    explanation: 'A path that was named on the command line does not exist.',
    cure: 'Check the spelling, and the working directory that the path is relative to.',
  },
  AER0003: {
    severity: 'error',
    layer: 'input',
    title: 'Not UTF-8',
    text: 'The file is not UTF-8: the byte {byte} here begins no character. Save the file as UTF-8.',
    explanation:
      'Kubernetes reads resources as UTF-8. The file holds bytes that are none: it was saved in another encoding (Latin-1, UTF-16), or it is not text.',
    cure: 'Save the file as UTF-8 (iconv -f latin1 -t utf-8 OLD > NEW), or leave it out with --exclude.',
  },
  AER0004: {
    severity: 'error',
    layer: 'input',
    title: 'Not YAML',
    text: 'This is not YAML: {reason}.{hint} Mend the syntax here.',
    explanation:
      'The document could not be parsed, so nothing in it was read. The position is where the parser could not go on; the cause is often a line above it: an indentation, a missing quote, a tab. Templates (Helm, Jinja) are no YAML before they are rendered.',
    cure: 'Mend the syntax, or render the template first (helm template), or leave the file out with --exclude.',
  },
  AER0005: {
    severity: 'error',
    layer: 'input',
    title: 'Duplicate key',
    text: 'The key {key} is in this map already. Remove one of the two.',
    explanation:
      'A map may have a key only once. Kubernetes would take one of the two values without a word, and which one cannot be seen in the file.',
    cure: 'Remove the one that is not wanted, or put both values under one key.',
  },
  AER0006: {
    severity: 'error',
    layer: 'input',
    title: 'Too many aliases',
    text: 'The aliases (*name) of this document multiply beyond all measure. Write the values out.',
    explanation:
      'Aliases of aliases can make a few lines stand for millions of values. Kubernetes refuses a document when nearly all of it comes from aliases, and so does aeraki, by the same measure.',
    cure: 'Write the values out instead of using aliases.',
  },
  AER0007: {
    severity: 'error',
    layer: 'input',
    title: 'Alias leads nowhere',
    text: 'The alias that stands here cannot be used: {reason}. Name an anchor (&…) that stands before it, or quote the text.',
    explanation:
      'A plain value that begins with * is an alias, a reference to an anchor (&name) further up in the same document. A host such as *.example.com has to be quoted.',
    cure: 'Set the anchor before the alias, or put the text in quotes if no alias was meant.',
  },
  AER0008: {
    severity: 'error',
    layer: 'input',
    title: 'Nested too deeply',
    text: 'Maps and lists are nested more than {limit} deep here. Check the brackets.',
    explanation:
      'No Kubernetes resource is nested like this; the bound keeps broken or hostile input from exhausting the stack.',
    cure: 'Check for brackets or indentation that were repeated by mistake.',
  },
  AER0009: {
    severity: 'error',
    layer: 'input',
    title: 'Not possible in JSON',
    text: 'Kubernetes cannot read this: {reason}.{hint} Write it in a form that JSON has.',
    explanation:
      'Kubernetes turns YAML into JSON, which has no infinity, no NaN, and no keys but strings. A template expression in braces ({{ … }}) looks like a map as a key to YAML.',
    cure: 'Use a number, or quote the value or key; render templates first.',
  },
  AER0010: {
    severity: 'error',
    layer: 'input',
    title: 'Not a resource',
    text: 'A resource is a map with apiVersion, kind and metadata, but this is {found}. Check the indentation and the file.',
    explanation:
      'The document, or the item of a List, is a single value or a list, so it can be no Kubernetes resource.',
    cure: 'Check the indentation, or leave the file out with --exclude if it holds something else.',
  },
  AER0011: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'No name',
    text: 'This {kind} has no metadata.name. Give it one.',
    explanation: 'Every resource is known by its name; the API server takes none without.',
    cure: 'Add metadata.name.',
  },
  AER0012: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'Metadata of a wrong type',
    text: '{field} is {found}, which the API server does not take here. Write a {wanted}.',
    explanation:
      'The name and namespace are text, and metadata is a map. Plain words such as y, no or on and plain numbers are no text to Kubernetes: quote them.',
    cure: 'Put the value in quotes, or mend the indentation.',
  },
  AER0013: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'The same resource twice',
    text: '{kind} {name} is at {place}, and already at {first}. Here the first counts, but after `kubectl apply` of both the last one does. Remove or rename one.',
    explanation:
      'Two resources of the same kind, namespace and name are one resource to a cluster: the one that is applied last replaces the other. aeraki goes on with the first.',
    cure: 'Remove or rename one of the two, or name only one of the files.',
  },
  AER0014: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'Unknown Aeraki kind',
    text: '{group} has no kind {kind}; it has {known}.{hint} Correct the kind.',
    explanation: 'The API server would refuse the resource, because Aeraki defines no such kind.',
    cure: 'Correct the spelling of the kind, or the group in apiVersion.',
  },
  AER0015: {
    severity: 'error',
    layer: 'input',
    readable: true,
    title: 'Unknown version of an Aeraki kind',
    text: '{kind} of {group} has {version}. Write apiVersion: {known}.',
    explanation: 'Aeraki defines its kinds in one version, and the API server refuses every other.',
    cure: 'Correct apiVersion.',
  },
  AER0016: {
    severity: 'warning',
    layer: 'input',
    title: 'Read differently by Kubernetes',
    text: '{what} {text} is the {type} {value} to Kubernetes, and {other} by YAML 1.2. Quote it if text is meant, else write {value}.',
    explanation:
      'Kubernetes reads YAML by the older rules of YAML 1.1: y, yes, on, n, no and off are booleans, 0755 is octal, 0b1 is binary, 1_000 is a number. Editors and other tools that follow YAML 1.2 read them differently.',
    cure: 'Put the value in quotes if it is meant to be text; write true, false or the decimal number otherwise.',
  },
  AER0017: {
    severity: 'error',
    layer: 'input',
    title: 'File changes while it is read',
    text: '{path} changed each time while it was read. Run again when it is complete.',
    explanation:
      'Something is writing the file. A half of the old and a half of the new text would give a result that nobody wrote.',
    cure: 'Wait until the file is complete, then run again.',
  },
  AER0018: {
    severity: 'error',
    layer: 'input',
    title: 'File too large',
    text: '{path} is larger than {limit}, the most that can be read at once. Split it.',
    explanation: 'A file is held in memory as one text, whose length the JavaScript engine bounds.',
    cure: 'Split the file, or leave it out with --exclude if it holds no resources.',
  },
  AER0019: {
    severity: 'warning',
    layer: 'input',
    title: 'Not a regular file',
    text: '{path} is no regular file and was passed over. Name it on the command line to have it read.',
    explanation:
      'A pipe, socket or device in a directory is not opened, because reading it could wait for ever or never end.',
    cure: 'Name it on the command line if it is meant to be read, else leave it out with --exclude.',
  },
  AER0020: {
    severity: 'warning',
    layer: 'input',
    title: 'Link leads out of the input',
    text: '{path} is a symbolic link to a place outside the given paths and was passed over. Name its target to have it read.',
    explanation:
      'No file outside the given inputs is read, so that a directory of rules cannot pull in files of the machine.',
    cure: 'Name the target on the command line too, or put the file itself in the directory.',
  },
  AER0021: {
    severity: 'error',
    layer: 'input',
    title: 'Control character',
    text: 'The character {character} may not stand in YAML. Remove it, or write it as an escape in double quotes.',
    explanation: 'YAML allows no control characters but tab and line ends; Kubernetes refuses the document.',
    cure: 'Remove the character, or write it as an escape (\\x1b) in a double-quoted string.',
  },
  AER0022: {
    severity: 'warning',
    layer: 'input',
    title: 'Line end for Kubernetes alone',
    text: 'The character {character} ends a line for Kubernetes, but not for editors and other readers. Write a line end or an escape.',
    explanation:
      'In YAML 1.1, which Kubernetes reads, the characters U+0085, U+2028 and U+2029 end a line; since YAML 1.2 they do not. What follows one in a comment, say, is no comment to Kubernetes. aeraki reads them as text.',
    cure: 'Replace the character by a line end or a space, or write it as an escape (\\u2028) in a double-quoted string.',
  },
  AER0023: {
    severity: 'error',
    layer: 'input',
    title: 'Document too large for what it uses',
    text: 'This document is longer than {limit} million characters and uses anchors, aliases, tags, tabs or other rare YAML. Split it.',
    explanation:
      'A very long document is read by a fast parser that knows common YAML only, because reading all of YAML takes a hundred times the size of the document in memory.',
    cure: 'Split the document into several, separated by ---, or write it in plain YAML.',
  },
  AER0050: {
    severity: 'error',
    layer: 'input',
    title: 'Content behind a document marker',
    text: 'kubectl refuses what stands behind `---` here. Write it on the next line; if `---` is part of a text, indent it.',
    explanation:
      'YAML allows content behind `---`, kubectl does not: it cuts a file at every line that begins with `---`, and takes only a comment behind it. It reads nothing more of such a file.',
    cure: 'Put the content on a line of its own below the marker.',
  },
  AER0051: {
    severity: 'warning',
    layer: 'input',
    title: 'Document behind an end marker',
    text: 'kubectl passes over this document, as it stands between `...` and the next `---`. Write `---` before it.',
    explanation:
      'For YAML a line `...` ends a document and another may follow. kubectl cuts files at `---` only, and reads the first document of each piece.',
    cure: 'Write `---` in the place of `...`.',
  },
  AER0052: {
    severity: 'error',
    layer: 'input',
    title: 'Directive before a document marker',
    text: 'kubectl cannot read a directive (%YAML, %TAG) before `---`. Remove it.',
    explanation:
      'A directive belongs to the document whose `---` follows. kubectl cuts the file at that line, so that the directive is left without a document, and reads nothing more of the file.',
    cure: 'Remove the directive; Kubernetes reads YAML 1.1 in any case.',
  },
  AER0053: {
    severity: 'info',
    layer: 'input',
    title: 'Documents that were passed over',
    text: 'Passed over: {what}; the first is {first}.{hint}',
    explanation:
      'A tree for GitOps holds more than resources: patches and overlays of Kustomize (known by the kustomization that names them, by `$patch`, by their shape), playbooks, values, secrets that SOPS encrypted. They are no mistakes, and no resources by themselves.',
    cure: 'Nothing; or read the rendered result.',
  },
  AER0054: {
    severity: 'warning',
    layer: 'input',
    title: 'Empty standard input',
    text: 'Standard input is empty. The command before the pipe may have failed: look at what it says. If it is meant so, add --allow-empty.',
    explanation:
      'A renderer (`helm template`, `kubectl kustomize`) that fails prints nothing, and a check of nothing finds nothing wrong.',
    cure: 'Mend the command before the pipe, and let the shell fail with it: `set -o pipefail`.',
  },
} as const satisfies Record<string, Entry>;

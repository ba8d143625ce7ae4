/** What is wanted of oclif's manifest. */
export interface CommandList {
  readonly commands: Readonly<
    Record<string, { readonly id: string; readonly summary?: string; readonly hidden?: boolean }>
  >;
}

/**
 * The manual page aeraki(1) in troff with the macros of man(7): every command with its summary; the rest is what `--help` says.
 *
 * @param date of the page, as YYYY-MM-DD
 */
export function manualPage({ commands }: CommandList, version: string, date: string): string {
  const rows = Object.values(commands)
    .filter(({ hidden }) => hidden !== true)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, summary = '' }) => `.TP\n.B ${escaped(id.replaceAll(':', ' '))}\n${escaped(summary)}\n`);
  return `.TH AERAKI 1 "${date}" "aeraki ${version}" "User Commands"
.SH NAME
aeraki \\- command line for Aeraki Mesh
.SH SYNOPSIS
.B aeraki
.I command
.RI [ argument ...]
.RI [ flags ]
.SH DESCRIPTION
See, check and test what Dubbo, Thrift, Redis and private\\-protocol rules do in an Istio mesh with Aeraki.
.B aeraki help
.I command
tells of each command with its flags and examples,
.B aeraki handbook
what to do by what you see.
.SH COMMANDS
${rows.join('')}.SH ENVIRONMENT
.TP
.B KUBECONFIG
The cluster that a command asks where it is told to ask one.
.SH FILES
.TP
.I .aeraki.yaml
Settings of a folder of rules.
`;
}

/** A line of text as troff takes it: no request at its beginning, a hyphen that can be copied. */
function escaped(text: string): string {
  const line = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

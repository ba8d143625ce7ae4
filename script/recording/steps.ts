/** One command of the recording, and the screen that it left. */
export interface Step {
  /** As it is typed. */
  readonly command: string;
  /** Its exit code. */
  readonly exit: number;
  /** Folder that it is run in, below the scratch folder. */
  readonly folder: string;
  /** What is counted while it runs is another number each time, and a share may not be there at all. */
  readonly counts?: boolean;
}

/** The first minute: a project, a mistake that the program names, the cure, and the rules at work. */
export const steps: readonly Step[] = [
  { command: 'aeraki init dubbo shop && cd shop', exit: 0, folder: '' },
  {
    command: "sed -i 's/tcp-metaprotocol-dubbo/tcp-metaprotcol-dubbo/' rules/orders.yaml && aeraki validate rules",
    exit: 79,
    folder: 'shop',
  },
  {
    command: "sed -i 's/tcp-metaprotcol-dubbo/tcp-metaprotocol-dubbo/' rules/orders.yaml && aeraki test tests",
    exit: 0,
    folder: 'shop',
  },
  { command: 'aeraki lab rules --for 8s', exit: 0, folder: 'shop', counts: true },
];

/** Width of the terminal, in columns. */
export const columns = 100;

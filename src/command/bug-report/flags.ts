import { Flags } from '@oclif/core';
import { clusterFlags, inputFlags, istioFlags } from '../shell/flags.js';

const many = { multiple: true, multipleNonGreedy: true, default: [] as string[] } as const;

/** The flags of `aeraki bug-report`. */
export const bugReportFlags = {
  ...inputFlags,
  ...istioFlags,
  ...clusterFlags,
  dump: Flags.string({ summary: 'Config dump of a proxy in a file.', helpValue: '<dump>', ...many }),
  'admin-address': Flags.string({
    summary: 'Ask this port, HOST:PORT: of a proxy, of `rds serve --admin`, or of istiod.',
    helpValue: '<host:port>',
    ...many,
  }),
  proxy: Flags.string({
    summary: 'Ask the proxy of this pod: [TYPE/]NAME[.NAMESPACE].',
    helpValue: '<target>',
    ...many,
  }),
  'all-pods': Flags.boolean({ summary: 'All pods of each --proxy, not one of them.' }),
  'proxy-admin-port': Flags.integer({
    summary: 'Admin port of a proxy in its pod, for the port-forward.',
    helpValue: '<port>',
    default: 15000,
    min: 1,
    max: 65_535,
  }),
  output: Flags.string({
    char: 'o',
    summary: 'File to write.',
    helpValue: '<file>',
    default: 'aeraki-bug-report.tar.gz',
  }),
  'max-size': Flags.integer({
    summary: 'Most MiB that may be gathered, before they are packed.',
    helpValue: '<MiB>',
    default: 64,
    min: 1,
    max: 1024,
  }),
  'dry-run': Flags.boolean({ summary: 'Only say what would be in it.' }),
};

import { Args } from '@oclif/core';
import { type DecodeReport, decode } from '../src/command/decode/decode.js';
import { decodeFlags } from '../src/command/decode/flags.js';
import { AerakiCommand } from '../src/command/shell/command.js';

export default class Decode extends AerakiCommand {
  static override summary = 'Show the messages in bytes or in a capture, and what a rule sees of them.';
  static override description =
    'Reads raw bytes, a hex dump (xxd, hexdump, od, tcpdump -X, Wireshark, Netty), an array or escaped string of C, Java, ' +
    'Go, JavaScript or Python, base64, pcap or pcapng, also gzipped, and prints every message with its attributes. TCP connections of a capture are put together, both directions of each, also within tunnels. With --rules ' +
    'and --host it also says which route each request would take.';
  static override examples = [
    {
      description: 'Any protocol, from a capture (tcpdump -w; or - for what tcpdump -w - writes as it runs)',
      command: '<%= config.bin %> decode examples/dubbo.pcap',
    },
    {
      description: 'With the route that each request takes',
      command:
        '<%= config.bin %> decode dubbo examples/dubbo.pcap --rules examples/dubbo.yaml --host orders.shop.example.com',
    },
    {
      description: 'A protocol of your own',
      command: '<%= config.bin %> decode orders examples/orders.bin --codec orders=examples/orders.mjs',
    },
  ];
  static override usage = 'decode [PROTOCOL] FILE|- [FLAGS]';
  static override strict = false;
  static override args = {
    protocol: Args.string({
      name: 'protocol',
      description: 'dubbo, thrift, trpc, brpc, the name of a --codec, or auto (the default).',
      ignoreStdin: true,
    }),
    file: Args.string({ name: 'file', description: 'File with the bytes; - is standard input.', ignoreStdin: true }),
  };
  static override flags = decodeFlags;

  async run(): Promise<DecodeReport> {
    const { flags, argv } = await this.parse(Decode);
    const report = await decode(argv.map(String), flags, this.terminal.stdout);
    await this.report(report.diagnostics);
    this.end(report.exitCode);
    return report;
  }
}

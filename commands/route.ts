import { routeFlags } from '../src/command/route/flags.js';
import { type RouteReport, runRoute } from '../src/command/route/run.js';
import { AerakiCommand } from '../src/command/shell/command.js';
import { pathArgs } from '../src/command/shell/flags.js';
import { progress } from '../src/command/shell/progress.js';
import { json } from '../src/output/json.js';

export default class Route extends AerakiCommand {
  static override summary = 'Say which route a request takes, and why not the others.';
  static override description =
    'Asks the rules, what `aeraki translate` printed, or the config dump of a proxy: which route wins, to which ' +
    'clusters, with which mirror, mutations and limits, and for every other route the matcher that failed. ' +
    'Matching is that of the proxy.';
  static override examples = [
    {
      description: 'From rules',
      command: '<%= config.bin %> route examples --host orders.shop.example.com --attribute method=pay',
    },
    {
      description: 'The way to the decision',
      command: '<%= config.bin %> route examples --host orders.shop.example.com --attribute method=pay --explain',
    },
  ];
  static override strict = false;
  static override args = pathArgs;
  static override flags = routeFlags;

  async run(): Promise<RouteReport> {
    const { flags, argv } = await this.parse(Route);
    const display = progress(this.terminal.stderr, 2);
    try {
      const report = await runRoute([...argv.map(String), ...flags.filename], flags, display);
      display.stop();
      await this.print(await this.#text(report, flags));
      await this.report(report.diagnostics);
      this.end(report.exitCode);
      return report;
    } finally {
      display.stop();
    }
  }

  async #text({ answers }: RouteReport, flags: { output: string; explain: boolean; 'all-ports': boolean }) {
    if (flags.output === 'json') {
      if (!flags['all-ports']) return json(answers[0]?.decision);
      return json(answers.map(({ choice, decision }) => ({ port: choice.service.port, ...decision })));
    }
    const style = await this.terminal.stdout.style();
    const { routeText } = await import('../src/output/route/text.js');
    const { routeTree } = await import('../src/output/route/tree.js');
    const texts = answers.map(({ choice, decision }) => {
      const { host, port } = choice.service;
      return flags.explain
        ? routeTree(choice, decision, style)
        : routeText({ host, port, decision, heartbeat: choice.kind === 'heartbeat' }, style);
    });
    return texts.join('\n');
  }
}

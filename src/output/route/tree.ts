import type { Choice, Decision } from '../../match/decision.js';
import type { Matcher } from '../../match/matcher.js';
import type { Style } from '../log.js';
import { printable } from '../printable.js';
import { effectLines, noteLines, withoutRoute } from './text.js';

interface Branch {
  readonly text: string;
  readonly children: readonly Branch[];
}

/** The decision as a tree: every route in order with its matchers, down to the one that is taken. */
export function routeTree(choice: Choice, decision: Decision, { palette }: Style): string {
  const { service, attributes, route: taken } = choice;
  const given = [...attributes].map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ') || 'no attributes';
  const branches = service.routes().routes.map((route): Branch => {
    const name = palette.bold(printable(route.label));
    if (taken !== undefined && route.index > taken.index) return { text: `${name}: not reached`, children: [] };
    const matchers = route.matchers.map((matcher) => matcherBranch(matcher, attributes.get(matcher.attribute)));
    if (route !== taken) return { text: `${name}: passed over`, children: matchers };
    const effects = effectLines(decision).map((line): Branch => ({ text: printable(line), children: [] }));
    return { text: `${name}: ${palette.bold('taken')}`, children: [...matchers, ...effects] };
  });
  const without = withoutRoute(decision, choice.kind === 'heartbeat');
  const none: Branch = { text: palette.warning(printable(`no route: ${without}`)), children: [] };
  const notes = noteLines(decision).map((line): Branch => ({ text: palette.warning(printable(line)), children: [] }));
  const root = printable(`${service.host}:${service.port} ${given}`);
  return `${root}\n${draw([...(choice.routed ? branches : []), ...(taken === undefined ? [none] : []), ...notes], '')}`;
}

function matcherBranch(matcher: Matcher, value: string | undefined): Branch {
  const wanted = matcher.kind === 'present' ? 'present' : `${matcher.kind} ${JSON.stringify(matcher.expected)}`;
  const found = value === undefined ? 'absent' : JSON.stringify(value);
  const mark = value !== undefined && matcher.test(value) ? 'yes' : 'no ';
  return { text: printable(`${mark} ${matcher.name} ${wanted}: ${found}`), children: [] };
}

function draw(branches: readonly Branch[], indent: string): string {
  return branches
    .map(({ text, children }, index) => {
      const last = index === branches.length - 1;
      return `${indent}${last ? '└─' : '├─'} ${text}\n${draw(children, `${indent}${last ? '   ' : '│  '}`)}`;
    })
    .join('');
}

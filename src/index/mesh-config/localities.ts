import type { Decoded } from './decode.js';

/** What Istio refuses in `localityLbSetting` of a mesh config (validateLocalityLbSetting, Istio 1.18). */
export function localityProblems(setting: Decoded): string[] {
  const distribute = (setting.distribute ?? []) as readonly Decoded[];
  const failover = (setting.failover ?? []) as readonly Decoded[];
  const at = 'localityLbSetting';
  if (distribute.length > 0 && failover.length > 0) return [`${at}: distribute and failover cannot both be set`];
  const problems: string[] = [];
  for (const { to } of distribute) {
    const weights = Object.entries((to ?? {}) as Readonly<Record<string, number>>);
    if (weights.some(([, weight]) => !(weight >= 1 && weight <= 100))) {
      problems.push(`${at}.distribute: a weight is from 1 to 100`);
    } else if (weights.reduce((sum, [, weight]) => sum + weight, 0) !== 100) {
      problems.push(`${at}.distribute: the weights must sum to 100`);
    }
    problems.push(
      ...overlaps(weights.map(([locality]) => locality)).map((problem) => `${at}.distribute.to: ${problem}`),
    );
  }
  const sources = distribute.map(({ from }) => (typeof from === 'string' ? from : ''));
  problems.push(...overlaps(sources).map((problem) => `${at}.distribute.from: ${problem}`));
  for (const { from = '', to = '' } of failover as readonly { from?: string; to?: string }[]) {
    if (from === to) problems.push(`${at}.failover: from and to must differ`);
    if (/[/*]/.test(from + to)) problems.push(`${at}.failover: only regions can be named`);
  }
  return problems;
}

/** Localities that are malformed, or that an earlier one already holds (`region`, `region/zone`, `region/zone/*`). */
function overlaps(localities: readonly string[]): string[] {
  const earlier: (readonly string[])[] = [];
  return localities.flatMap((locality) => {
    const stars = locality.split('*').length - 1;
    if (stars > 1 || (stars === 1 && !locality.endsWith('*'))) return [`${locality} has a * that is not at its end`];
    const [region = '', zone, ...rest] = locality.split('/');
    const parts = [region, ...(zone === undefined ? [] : [zone]), ...(rest.length === 0 ? [] : [rest.join('/')])];
    if (parts.includes('')) return [`"${locality}" has an empty part`];
    const path = parts.at(-1) === '*' ? parts.slice(0, -1) : parts;
    const holds = (a: readonly string[], b: readonly string[]) => a.every((part, i) => part === b[i]);
    // `*` alone takes all that comes after it, but may come last.
    const taken = earlier.some((each) => holds(each, path) || (path.length > 0 && holds(path, each)));
    earlier.push(path);
    return taken ? [`${locality} overlaps with one before it`] : [];
  });
}

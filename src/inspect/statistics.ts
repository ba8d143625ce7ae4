/** One statistic of a proxy. */
export interface Statistic {
  readonly name: string;
  /** A number of a counter or gauge; a text as the proxy writes it (a histogram, a text readout). */
  readonly value: number | string;
}

/** The kinds that Envoy tells apart, in the words of its query. */
export const statisticTypes = ['counters', 'gauges', 'histograms', 'textreadouts'] as const;
export type StatisticType = (typeof statisticTypes)[number];

export interface StatisticsQuery {
  readonly prometheus: boolean;
  /** A regular expression that has to be found in the name; the proxy applies it. */
  readonly filter?: string | undefined;
  readonly usedOnly: boolean;
  readonly type?: StatisticType | undefined;
}

const typeWords: Readonly<Record<StatisticType, string>> = {
  counters: 'Counters',
  gauges: 'Gauges',
  histograms: 'Histograms',
  textreadouts: 'TextReadouts',
};

/** The page of the admin port that answers this. */
export function statisticsPath({ prometheus, filter, usedOnly, type }: StatisticsQuery): string {
  const query = [
    ...(usedOnly ? ['usedonly'] : []),
    ...(filter === undefined ? [] : [`filter=${encodeURIComponent(filter)}`]),
    ...(type === undefined ? [] : [`type=${typeWords[type]}`]),
  ];
  return `/stats${prometheus ? '/prometheus' : ''}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The statistics of `/stats` as text, in its order. Other lines are passed over. */
export function readStatistics(text: string): readonly Statistic[] {
  return text.split('\n').flatMap((line) => {
    const end = line.lastIndexOf(': ', separator(line));
    if (end <= 0) return [];
    const written = line.slice(end + 2).trim();
    return [{ name: line.slice(0, end), value: readValue(written) }];
  });
}

/** Behind this there is no `: ` that stands before the value: within quotes, or in a histogram. */
function separator(line: string): number {
  const quoted = line.indexOf(': "');
  if (quoted > 0) return quoted;
  const histogram = line.search(/: (?:No recorded values|P0\()/);
  return histogram > 0 ? histogram : line.length;
}

function readValue(text: string): number | string {
  if (/^-?\d+(?:\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))) return Number(text);
  return /^".*"$/s.test(text) ? text.slice(1, -1) : text;
}

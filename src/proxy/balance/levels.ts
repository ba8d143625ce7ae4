import type { Balancer, Endpoint } from '../config.js';

/** A hundred healthy percent times Envoy's overprovisioning factor of 1.4. */
const OVERPROVISIONED = 140;
const HUNDRED = 100n;

/** Endpoints that are chosen among as one, by their indices in the cluster. */
interface Group {
  readonly members: readonly number[];
  readonly balancer: Balancer;
  /** Of the groups of its level. */
  readonly weight: number;
}

type Level = readonly Group[];

export interface LevelOptions {
  readonly endpoints: readonly Endpoint[];
  readonly weighsLocalities: boolean;
  readonly random: () => bigint;
  /** The balancer of some of the endpoints. */
  readonly make: (members: readonly number[]) => Balancer;
}

/** Whether the endpoints have priorities, or localities with shares, at all. */
export function hasLevels(endpoints: readonly Endpoint[], weighsLocalities: boolean): boolean {
  return weighsLocalities || endpoints.some(({ priority = 0 }) => priority > 0);
}

/**
 * Priorities and localities as Envoy has them. A level takes as much as its healthy endpoints allow, times 1.4; what is left
 * over goes to the next one. Within a level localities have their shares by weight, lessened as their endpoints fail.
 */
export function byLevels(options: LevelOptions): Balancer {
  const levels = levelsOf(options);
  const draw = (below: number) => fraction(options.random()) * below;
  const pickIn = (level: Level, key: bigint | undefined, usable: (index: number) => boolean): number => {
    const group = level.length === 1 ? level[0] : groupOf(level, usable, draw);
    const order = group === undefined ? level : [group, ...level.filter((other) => other !== group)];
    for (const { members, balancer } of order) {
      const at = balancer.pick(key, (index) => usable(members[index] ?? -1));
      if (at >= 0) return members[at] ?? -1;
    }
    return -1;
  };
  return {
    pick(key, usable) {
      const loads = loadsOf(levels, usable);
      const drawn = key === undefined ? fraction(options.random()) * 100 : Number(key % HUNDRED);
      let sum = 0;
      const chosen = loads.findIndex((load) => {
        sum += load;
        return drawn < sum;
      });
      const first = levels[chosen];
      const found = first === undefined ? -1 : pickIn(first, key, usable);
      if (found >= 0) return found;
      for (const level of levels) {
        const other = level === first ? -1 : pickIn(level, key, usable);
        if (other >= 0) return other;
      }
      return -1;
    },
  };
}

/** From 0 to 1, by the highest bits of 64. */
function fraction(random: bigint): number {
  return Number(random >> 11n) / 2 ** 53;
}

function levelsOf({ endpoints, weighsLocalities, make }: LevelOptions): readonly Level[] {
  const groups = new Map<number, Map<string, number[]>>();
  for (const [index, { priority = 0, locality }] of endpoints.entries()) {
    const level = groups.get(priority) ?? new Map<string, number[]>();
    groups.set(priority, level);
    const name = weighsLocalities ? (locality?.name ?? '') : '';
    const members = level.get(name);
    if (members === undefined) level.set(name, [index]);
    else members.push(index);
  }
  return [...groups.keys()]
    .sort((one, other) => one - other)
    .map((priority) =>
      [...(groups.get(priority)?.values() ?? [])].map((members) => {
        const weight = weighsLocalities ? (endpoints[members[0] ?? 0]?.locality?.weight ?? 0) : 1;
        return { members, weight, balancer: make(members) };
      }),
    );
}

function healthOf(members: readonly number[], usable: (index: number) => boolean): number {
  if (members.length === 0) return 0;
  let healthy = 0;
  for (const index of members) if (usable(index)) healthy += 1;
  return Math.min(100, Math.floor((OVERPROVISIONED * healthy) / members.length));
}

/** Percent of the requests by level. Where all together are not healthy enough, each has its share of what there is. */
function loadsOf(levels: readonly Level[], usable: (index: number) => boolean): readonly number[] {
  const health: number[] = [];
  let total = 0;
  for (const level of levels) {
    // The levels behind one that takes everything need not be looked at.
    const own =
      total >= 100
        ? 0
        : healthOf(
            level.flatMap(({ members }) => members),
            usable,
          );
    health.push(own);
    total = Math.min(100, total + own);
  }
  if (total === 0) return health.map((_, at) => (at === 0 ? 100 : 0));
  let left = 100;
  const loads = health.map((own) => {
    const load = Math.min(left, Math.floor((own * 100) / total));
    left -= load;
    return load;
  });
  // What rounding has left over goes to the first level that takes anything.
  const first = loads.findIndex((load) => load > 0);
  return loads.map((load, at) => (at === first ? load + left : load));
}

function groupOf(level: Level, usable: (index: number) => boolean, draw: (below: number) => number): Group | undefined {
  const weights = level.map(({ members, weight }) => (weight * healthOf(members, usable)) / 100);
  let drawn = draw(weights.reduce((sum, weight) => sum + weight, 0));
  return level.find((_, at) => {
    drawn -= weights[at] ?? 0;
    return drawn < 0;
  });
}

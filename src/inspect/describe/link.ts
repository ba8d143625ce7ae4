import type { Note } from '../../behaviour/notes.js';
import type { Code } from '../../diagnostics/catalogue.js';
import type { Severity } from '../../diagnostics/entry.js';

/** One link of the chain that a request goes along. */
export interface Link {
  readonly link: LinkName;
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly reason: string;
  /** What to do; only of a broken link. */
  readonly cure?: string;
}

/** The links in the order of the chain. */
export const linkNames = [
  'port name',
  'protocol',
  'service',
  'scope',
  'MetaRouter',
  'VirtualService',
  'RedisService',
  'gateway',
  'listener',
  'filter',
  'route configuration',
  'clusters',
  'endpoints',
  'rate limit',
  'authorization',
  'inbound',
] as const;

export type LinkName = (typeof linkNames)[number];

export interface Remark {
  readonly code: Code;
  readonly severity: Severity;
  /** The resource and the message. */
  readonly text: string;
}

export interface PortDescription {
  readonly port: number;
  readonly links: readonly Link[];
  /** What the proxy of the mesh does with this protocol that one would not think; left out where there is nothing. */
  readonly notes?: readonly Note[];
  /** What `validate` says of its rules and breaks no link; left out where there is nothing. */
  readonly remarks?: readonly Remark[];
}

/** The chain of every port of a service. */
export interface Description {
  readonly host: string;
  readonly ports: readonly PortDescription[];
}

export const good = (link: LinkName, reason: string): Link => ({ link, ok: true, reason });
export const broken = (link: LinkName, reason: string, cure: string): Link => ({ link, ok: false, reason, cure });

/** In the order of the chain; of a link that is broken somewhere only what is broken is kept. */
export function inOrder(links: readonly Link[]): readonly Link[] {
  return linkNames.flatMap((name) => {
    const own = links.filter((each) => each.link === name);
    const wrong = own.filter((each) => !each.ok);
    return wrong.length > 0 ? wrong : own;
  });
}

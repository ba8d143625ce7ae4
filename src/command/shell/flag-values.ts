import type { Interfaces } from '@oclif/core';

/**
 * What a command gets of these flag definitions, so that a type is never written beside them. Every flag may be missing:
 * whoever calls the inside of a command from elsewhere, a test say, names only what it means.
 */
export type FlagValues<Definitions extends Interfaces.FlagInput> = {
  readonly [Name in keyof Definitions]?: ReadonlyValue<ValueOf<Definitions[Name]>> | undefined;
};

/** The same where a flag that has a default, is required or is a switch is never missing: oclif fills it in. */
export type FilledFlagValues<Definitions extends Interfaces.FlagInput> = FlagValues<
  Pick<Definitions, Names<Definitions, 'missing'>>
> & {
  readonly [Name in Names<Definitions, 'filled'>]: ReadonlyValue<ValueOf<Definitions[Name]>>;
};

/** The names of the flags that may be missing, and of those that are always there. */
type Names<Definitions extends Interfaces.FlagInput, Which extends 'missing' | 'filled'> = {
  [Name in keyof Definitions]: undefined extends ValueOf<Definitions[Name]>
    ? Which extends 'missing'
      ? Name
      : never
    : Which extends 'filled'
      ? Name
      : never;
}[keyof Definitions];

type ValueOf<Definition> =
  Definition extends Interfaces.BooleanFlag<infer Value>
    ? Value
    : Definition extends Interfaces.OptionFlag<infer Value>
      ? Value
      : never;

type ReadonlyValue<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;

import type { Interfaces } from '@oclif/core';

/**
 * What a command gets of these flag definitions, so that a type is never written beside them. Every flag may be missing:
 * whoever calls the inside of a command from elsewhere, a test say, names only what it means.
 */
export type FlagValues<Definitions extends Interfaces.FlagInput> = {
  readonly [Name in keyof Definitions]?: ReadonlyValue<ValueOf<Definitions[Name]>> | undefined;
};

/** The same where a flag has a default or is a switch, which oclif always fills in. */
export type FilledFlagValues<Definitions extends Interfaces.FlagInput> = {
  readonly [Name in keyof Definitions]: ReadonlyValue<ValueOf<Definitions[Name]>>;
};

type ValueOf<Definition> =
  Definition extends Interfaces.BooleanFlag<infer Value>
    ? Value
    : Definition extends Interfaces.OptionFlag<infer Value>
      ? Value
      : never;

type ReadonlyValue<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;

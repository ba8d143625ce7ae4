type State = 'literal' | 'variable' | 'arguments' | 'text' | 'between' | 'string' | 'closing' | 'end';

/**
 * Why Envoy cannot read a header's value with `%VARIABLE%` or `%VARIABLE(argument)%` in it; undefined when it can.
 * `%%` is a percent sign. What stands between is not looked up. The states are those of Envoy's header parser.
 */
export function whyNoFormat(value: string): string | undefined {
  let state: State = 'literal';
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    const isLast = at + 1 === value.length;
    if (state === 'literal') {
      if (character !== '%') continue;
      if (isLast) return 'its last "%" stands alone; write "%%" for a percent sign';
      if (value.charAt(at + 1) === '%') at++;
      else state = 'variable';
    } else if (state === 'string' && character === '\\') {
      if (isLast) return 'it ends with a backslash within an argument';
      at++;
    } else {
      const next = step(state, character);
      if (next === undefined) return `"${character}" is unexpected in the arguments of a %VARIABLE%`;
      state = next;
    }
  }
  return state === 'literal' ? undefined : 'a "%" opens a variable that no "%" closes; write "%%" for a percent sign';
}

/** The next state; undefined where the character may not stand. Only spaces may stand between the parts. */
function step(state: State, character: string): State | undefined {
  switch (state) {
    case 'variable':
      return character === '%' ? 'literal' : character === '(' ? 'arguments' : state;
    case 'arguments':
      return character === '[' ? 'text' : character === ' ' ? state : 'string';
    case 'text':
      return character === '"' ? 'string' : blank(state, character);
    case 'string':
      return character === ')' ? 'end' : character === '"' ? 'between' : state;
    case 'between':
      return character === ',' ? 'text' : character === ']' ? 'closing' : blank(state, character);
    case 'closing':
      return character === ')' ? 'end' : blank(state, character);
    case 'end':
      return character === '%' ? 'literal' : blank(state, character);
    default:
      return state;
  }
}

function blank(state: State, character: string): State | undefined {
  return character === ' ' ? state : undefined;
}

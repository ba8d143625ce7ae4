import { Chalk, type ChalkInstance } from 'chalk';

/** The colours of our texts, by meaning. Each function returns its argument where colour is off. */
export interface Palette {
  readonly enabled: boolean;
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  good(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** A palette that colours or one that does not. */
export function palette(enabled: boolean): Palette {
  const chalk: ChalkInstance = new Chalk({ level: enabled ? 1 : 0 });
  return {
    enabled,
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    info: (text) => chalk.cyan(text),
    good: (text) => chalk.green(text),
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
  };
}

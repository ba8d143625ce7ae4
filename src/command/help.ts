import type { Config } from '@oclif/core';
import { Help } from '@oclif/core/help';

/** Prints help about the program (no words), a topic or a command on standard output. */
export async function showHelp(words: readonly string[], config: Config): Promise<void> {
  const help = new Help(config, { hideAliasesFromRoot: true, ...config.pjson.oclif.helpOptions });
  await help.showHelp([...words]);
}

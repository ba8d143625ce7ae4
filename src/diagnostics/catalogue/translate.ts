import type { Entry } from '../entry.js';
import { translateDefects } from './translate-defects.js';
import { translateNative } from './translate-native.js';
import { translateNativeResult } from './translate-native-result.js';
import { translateRefused } from './translate-refused.js';
import { translateResult } from './translate-result.js';

/** AER04xx: what the translation says. AER0401–AER0430 are the defects D1–D30 of the reference. */
export const translate = {
  ...translateDefects,
  ...translateNative,
  ...translateNativeResult,
  ...translateRefused,
  ...translateResult,
} as const satisfies Record<string, Entry>;

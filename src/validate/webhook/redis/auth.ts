import type { RedisAuth } from '../../../model/aeraki.js';
import type { Report } from '../rule.js';

/** Credentials name what they need: a Secret's name, or a password. */
export function checkAuth(auth: RedisAuth | undefined, pointer: string, report: Report): void {
  if (auth === undefined) return;
  if (auth.secret !== undefined && isEmpty(auth.secret.name)) {
    report('AER0240', `${pointer}/secret`, { field: 'name', kind: 'secret' });
  }
  if (auth.plain !== undefined && isEmpty(auth.plain.password)) {
    report('AER0240', `${pointer}/plain`, { field: 'password', kind: 'plain' });
  }
  if (auth.plain === undefined && auth.secret === undefined) report('AER0241', pointer);
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text === '';
}

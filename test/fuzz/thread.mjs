// A thread does not take over what reads TypeScript: registered anew.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

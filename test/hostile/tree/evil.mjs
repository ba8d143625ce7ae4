// A stranger's codec: whoever loads it runs it.
import { appendFileSync } from 'node:fs';

appendFileSync(process.env.CANARY ?? '/dev/null', 'the codec ran\n');
export default {};

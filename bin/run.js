#!/usr/bin/env node
// The start of the program, and nothing else. CommonJS, because Node starts it faster than an ES module (docs/adr/0020).
'use strict';

if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.on('error', (error) => require('./chunks.js').load('main.js').outputFailed(error));
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  require('./chunks.js').start('aeraki');
}

#!/usr/bin/env node
// Found by kubectl on the PATH: `kubectl aeraki …`.
'use strict';

require('./chunks.js').start('kubectl aeraki');

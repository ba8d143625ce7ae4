// Preloaded into a run: writes down each address that the program, or one that it starts, speaks to or listens on.
'use strict';
const fs = require('node:fs');
const note = (what) => fs.appendFileSync(process.env.NOTED_CONNECTIONS, `${what}\n`);
const patch = (owner, name, tell) => {
  const original = owner[name];
  owner[name] = function (...args) {
    note(tell(...args));
    return original.apply(this, args);
  };
};
const address = (args) => JSON.stringify(args.filter((each) => typeof each !== 'function'));
patch(require('node:net').Socket.prototype, 'connect', (...args) => `connect ${address(args.flat())}`);
patch(require('node:net').Server.prototype, 'listen', (...args) => `listen ${address(args)}`);
patch(require('node:dgram').Socket.prototype, 'bind', (...args) => `bind ${address(args)}`);
patch(require('node:dgram').Socket.prototype, 'send', (...args) => `send ${address(args.slice(1))}`);
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveSrv'])
  patch(dns, name, (host) => `look up ${host}`);
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'])
  patch(dns.promises, name, (host) => `look up ${host}`);

import type { Entry } from '../entry.js';

/** AER06xx: config dumps, and what `proxy-config`, `describe` and `diff` find in them. */
export const inspect = {
  AER0601: {
    severity: 'error',
    layer: 'input',
    title: 'Not a config dump',
    text: 'This is not a config dump: no object with a list `configs` was found. Take one with `curl -s localhost:15000/config_dump?include_eds` in the pod, or name the pod and let aeraki fetch it.',
    explanation:
      'A config dump is the JSON that the admin port of an Envoy answers to `/config_dump`: an object whose `configs` is a list of sections, each with an `@type`.',
    cure: 'Give the answer of `/config_dump` (with `?include_eds` when endpoints are wanted), unchanged.',
  },
  AER0602: {
    severity: 'info',
    layer: 'input',
    title: 'Unknown section of a config dump',
    text: 'The section {type} is not known and is passed over.',
    explanation:
      'Proxies of other versions or with other extensions add sections of their own. They are left out; everything else is shown.',
    cure: 'Nothing to do, unless the section holds what you are looking for: then read it in the dump itself.',
  },
  AER0603: {
    severity: 'error',
    layer: 'input',
    title: 'Section without a type',
    text: 'Section {index} (counted from 0) of the dump has no `@type`, so nobody can tell what it is; it is passed over.',
    explanation: 'Every section of a config dump says with `@type` which message it is. Their order is not fixed.',
    cure: 'Take the dump again, or restore the `@type` if the file was edited.',
  },
  AER0604: {
    severity: 'error',
    layer: 'input',
    title: 'Config dump cut off',
    text: 'The dump is cut off after {bytes} {bytes|byte|bytes}, {place}. What comes before is shown. Take it again: the connection was closed or the disk was full.',
    explanation:
      'The JSON ends in the middle of a value. Every section, listener, route and cluster that is complete is still shown; what was lost is unknown, so do not take the absence of something as a fact.',
    cure: 'Take the dump again and compare its size; through `kubectl exec` a large dump is sometimes cut off, `aeraki proxy-config POD` has no such limit.',
  },
  AER0605: {
    severity: 'error',
    layer: 'input',
    title: 'Broken JSON in a config dump',
    text: 'The dump is not valid JSON at line {line}, column {column}, {place}. What comes before is shown. Take the dump again.',
    explanation: 'The structure of the dump is broken there, so that nothing after that place can be told apart.',
    cure: 'Take the dump again; if the file was edited, mend that place.',
  },
  AER0606: {
    severity: 'error',
    layer: 'input',
    title: 'Unreadable entry in a config dump',
    text: 'Entry {index} (counted from 0) of `{list}` cannot be read: {reason}. The others are shown.',
    explanation: 'One listener, route, cluster or endpoint of the dump is not what a proxy prints.',
    cure: 'Take the dump again; if it is the same, the proxy has a defect: report it with that entry.',
  },
  AER0607: {
    severity: 'warning',
    layer: 'input',
    title: 'Field of the wrong type in a config dump',
    text: 'Entry {index} (counted from 0) of `{list}`: {reason}. The field is read as if it were absent.',
    explanation: 'The entry is shown with what can be read of it.',
    cure: 'Take the dump again; if it was made by a program, see that it writes protobuf JSON.',
  },
  AER0608: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Configuration refused by the proxy',
    text: 'The proxy refused {what}: {details} {cure}',
    explanation:
      'The control plane sent it, the proxy could not accept it and goes on with what it had before, or with nothing. Rules that need it have no effect in this proxy.',
    cure: 'Read the words of the proxy: they name the field or the extension. A filter that is not registered means that the image of the sidecar does not contain it.',
  },
  AER0609: {
    severity: 'info',
    layer: 'input',
    title: 'Section missing from a config dump',
    text: 'The dump has no section with {kind}. {cure}',
    explanation: 'A proxy leaves out what it does not have; endpoints are only there when they were asked for.',
    cure: 'For endpoints take the dump with `?include_eds`.',
  },
  AER0610: {
    severity: 'info',
    layer: 'input',
    title: 'Part of a config dump',
    text: 'This is part of a config dump: {count} {count|entry|entries}, of {kinds}. What is not in it may be in the proxy all the same.',
    explanation:
      '`/config_dump?resource=…`, `?mask=…` and `istioctl proxy-config … -o json` give some entries only. They are shown; that something is not among them says nothing.',
    cure: 'For the whole take `/config_dump?include_eds`, or name the pod and let aeraki fetch it.',
  },
  AER0611: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Not enough of the proxy to compare with',
    text: 'The dump has no full list of {kinds}, so what the rules make there was not compared: {count} {count|object|objects}. Take it with `/config_dump?include_eds`.',
    explanation:
      'Only what the dump has can be compared. That a listener or a route configuration is not in a part of a dump does not say that the proxy lacks it.',
    cure: 'Take the whole dump, or name the pod and let aeraki fetch it.',
  },
  AER0612: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Client asks for a name that is not served',
    text: 'Client {client} asks for {name}, which is not served. {hint}',
    explanation:
      'A proxy that asks for a route configuration which the server does not have waits for it without a word: its listener stays warming, or serves no request. The name is `<host>_<port>` of the service; it is in the rds of the MetaProtocol filter. It is said once of each client and name.',
    cure: 'Mend the host or the port where the name comes from, or add the MetaRouter and its service to what is served.',
  },
} as const satisfies Record<string, Entry>;

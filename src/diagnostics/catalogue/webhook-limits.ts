import type { Entry } from '../entry.js';

/** AER0220–0232: rate limits, what cannot be decoded, and ApplicationProtocols. */
export const webhookLimits = {
  AER0220: {
    severity: 'error',
    layer: 'webhook',
    title: 'Global rate limit without a domain or service',
    text: 'globalRateLimit needs {field}. Add it.',
    explanation:
      'The domain picks the configuration in the rate-limit service, and rateLimitService is the cluster that answers.',
    cure: 'Fill in domain and rateLimitService.',
  },
  AER0221: {
    severity: 'error',
    layer: 'webhook',
    title: 'Global rate limit without descriptors',
    text: 'globalRateLimit has no descriptors. Add at least one.',
    explanation: 'A descriptor says which attribute of the request is counted under which key.',
    cure: 'Add a descriptor with property and descriptorKey.',
  },
  AER0222: {
    severity: 'error',
    layer: 'webhook',
    title: 'Descriptor that is not whole',
    text: 'This descriptor has no {field}. Add it.',
    explanation:
      'property is the attribute whose value is counted, descriptorKey the key that the rate-limit service knows it by.',
    cure: 'Fill in both fields.',
  },
  AER0223: {
    severity: 'error',
    layer: 'webhook',
    title: 'Local rate limit without a bucket',
    text: 'localRateLimit needs a tokenBucket or conditions. Add one of them.',
    explanation: 'Without a bucket there is nothing to limit by.',
    cure: 'Add a tokenBucket, or conditions that each have one.',
  },
  AER0224: {
    severity: 'error',
    layer: 'webhook',
    title: 'Condition that is not whole',
    text: 'This condition has no {field}. Add it.',
    explanation: 'A condition is a match and the bucket that then counts.',
    cure: 'Fill in match and tokenBucket.',
  },
  AER0225: {
    severity: 'error',
    layer: 'webhook',
    title: 'Token bucket that is not whole',
    text: 'A token bucket needs {field}, at least 1 where it is a number, but {found}. Set it.',
    explanation:
      'maxTokens is the size of the bucket, and tokensPerFill tokens are added each fillInterval. The control plane crashes where they are missing.',
    cure: 'Set fillInterval, tokensPerFill and maxTokens.',
  },
  AER0229: {
    severity: 'error',
    layer: 'webhook',
    title: 'Duration that cannot be read',
    text: '{field} is {found}, which is no duration: {why}. Write it like 250ms, 1.5s or 1m30s.',
    explanation:
      "Durations are in Go's notation: numbers with a unit each, from nanoseconds (ns) to hours (h). One that cannot be read makes the control plane ignore the whole object, and for the Redis kinds every object of that kind in the namespace.",
    cure: 'Write a number and a unit.',
  },
  AER0230: {
    severity: 'error',
    layer: 'webhook',
    title: 'Number that cannot be read',
    text: '{field} must be {range}, but {found} was found. Correct it.',
    explanation:
      'The control plane reads this number into 32 bits without a sign; another one makes it ignore the whole object, and for the Redis kinds every object of that kind in the namespace.',
    cure: 'Use a number in the range.',
  },
  AER0231: {
    severity: 'warning',
    layer: 'webhook',
    title: 'Second route without a match',
    text: 'The route {route} is never reached: the route {first} before it has no match and takes everything. Give one of them a match, or remove one.',
    explanation: 'Routes are tried in order, and a route without a match takes every request.',
    cure: 'Put the route without a match last, and keep only one.',
  },
  AER0232: {
    severity: 'error',
    layer: 'webhook',
    title: 'ApplicationProtocol that is not whole',
    text: 'An ApplicationProtocol needs {field}. Add it.',
    explanation: 'It says which codec of the proxy understands the protocol of that name.',
    cure: 'Fill in protocol and codec.',
  },
} as const satisfies Record<string, Entry>;

import type { Entry } from '../entry.js';

/** AER08xx: `route` and `test`. */
export const route = {
  AER0801: {
    severity: 'error',
    layer: 'analysis',
    title: 'The proxy refuses the route configuration',
    text: 'The proxy refuses the route configuration {configuration} because of the route {route}: {reason}. Until that is mended, none of its routes is in force.',
    explanation:
      'A proxy takes a route configuration as a whole or not at all. One that it refuses changes nothing: the routes of before stay in force, or there are none yet, and then every request fails.',
    cure: 'Mend the route that is named. `aeraki validate` says where it is in the rules.',
  },
  AER0802: {
    severity: 'warning',
    layer: 'analysis',
    title: 'An attribute that the codec never makes',
    text: 'The codec {codec} never makes the attribute {attribute}, so no rule sees it and it is left out. {cure}',
    explanation:
      'A rule sees what the codec of the application protocol makes of a packet. The Thrift codec makes `method` and nothing else, the bRPC codec makes nothing at all. A matcher on any other attribute never matches there.',
    cure: 'Leave the attribute out, or use a protocol whose codec makes it.',
  },
  AER0803: {
    severity: 'error',
    layer: 'analysis',
    title: 'A test case contradicts itself',
    text: 'The case {name} expects no route (noRoute: true) and {field}. Remove one of the two.',
    explanation:
      'A request that no route takes has no route, cluster, mirror or mutation, and counts against no limit.',
    cure: 'Keep `noRoute: true`, or what you expect of the route.',
  },
  AER0804: {
    severity: 'warning',
    layer: 'analysis',
    title: 'An attribute is given twice',
    text: 'The case {name} has the attribute {attribute} twice in different spellings; names are compared without regard to case, and the last one counts. Keep one.',
    explanation: 'The proxy lower-cases attribute names before it compares them, so both spellings are one attribute.',
    cure: 'Keep one of the two.',
  },
  AER0805: {
    severity: 'error',
    layer: 'analysis',
    title: 'No test among the inputs',
    text: 'None of the inputs has a RouteTest ({inputs}). Name a file with `kind: RouteTest`, or make a first one with --generate.',
    explanation: '`aeraki test` runs the cases of documents with apiVersion aeraki.io/v1alpha1 and kind RouteTest.',
    cure: '`aeraki test --generate RULES > routes.test.yaml` writes a first one that covers every route.',
  },
  AER0806: {
    severity: 'error',
    layer: 'analysis',
    title: 'The cases cover too few routes',
    text: 'The cases cover {covered} of {total} {total|route|routes}, {percent} %; --min-coverage wants {wanted} %. Not covered: {routes}.',
    explanation: 'A route is covered when a case takes it. A route that no case takes may be changed or broken unseen.',
    cure: 'Add a case for each route that is named; `aeraki test --generate` shows requests that take them.',
  },
  AER0807: {
    severity: 'info',
    layer: 'analysis',
    title: 'No case for a route that no request takes',
    text: 'No request takes the route {route} of {service}: {reason}. There is no case for it.',
    explanation:
      'The matchers of a route and of those before it are put together. Here no combination of values is left that reaches the route.',
    cure: 'Move the route up, make the earlier one narrower, or remove the route.',
  },
  AER0808: {
    severity: 'info',
    layer: 'analysis',
    title: 'No case found for a route',
    text: 'No request was found that takes the route {route} of {service}: {reason}. Write a case for it by hand.',
    explanation:
      'Finding a request for a route with large regular expressions can take longer than is sensible, and some routes are taken only by values with control characters, which no sensible client sends.',
    cure: 'Write a case by hand, or make the regular expressions simpler.',
  },
  AER0816: {
    severity: 'error',
    layer: 'analysis',
    title: 'A test names rules outside its tree',
    text: 'The test names {path}, which lies outside its tree, and is not run. If you trust it, name that path on the command line too: aeraki test TESTS {path}.',
    explanation:
      "A RouteTest may be a stranger's, in a pull request for example, and what is wrong in a file is said with words of that file. So a test names only rules of its own tree, links included: the repository that it lies in (outside of a repository what lies beside its folder), what lies below the working directory, and what the command line names.",
    cure: 'Put the rules into the repository of the test, or name them on the command line beside the tests.',
  },
} as const satisfies Record<string, Entry>;

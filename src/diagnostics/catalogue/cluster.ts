import type { Entry } from '../entry.js';

/** AER07xx: reading a live cluster. */
export const cluster = {
  AER0701: {
    severity: 'error',
    layer: 'input',
    title: 'No usable kubeconfig',
    text: 'Cannot use the kubeconfig: {reason}. Name a file with --kubeconfig and a context with --context; `kubectl config get-contexts` lists them.',
    explanation:
      'The file that --kubeconfig or KUBECONFIG names (default ~/.kube/config) says where the API server is and who you are.',
    cure: 'Check the path and the name of the context.',
  },
  AER0702: {
    severity: 'error',
    layer: 'input',
    title: 'API server not reached',
    text: 'Cannot reach the API server {server} of context {context}: {reason}. Check the network, the VPN and the address in the kubeconfig; `kubectl --context {context} version` must work.',
    explanation:
      'The connection was refused, timed out or broke off, or the certificate of the server was not accepted.',
    cure: 'See that `kubectl --context NAME version` works, then run the command again.',
  },
  AER0703: {
    severity: 'error',
    layer: 'input',
    title: 'Credentials refused',
    text: 'The API server of context {context} does not accept your credentials (401 Unauthorized): a token or certificate has expired or is wrong. Log in again, then repeat the command.',
    explanation:
      'The server was reached, but it does not know who is asking. Tokens of cloud providers and of OIDC last an hour or so.',
    cure: 'Renew the credentials of that context (`kubectl --context NAME get ns` must work).',
  },
  AER0704: {
    severity: 'error',
    layer: 'input',
    title: 'Not permitted',
    text: 'You may not {verb} {what} {where} in context {context} (403 Forbidden). Ask for a role that allows it; to see what you may do: `kubectl --context {context} auth can-i {verb} {what}{flags}`.',
    explanation:
      'RBAC of the cluster forbids it. aeraki only ever gets and lists; a port-forward needs pods/portforward.',
    cure: 'Ask the owner of the cluster for a role with these verbs, or name a namespace that you may read with -n.',
  },
  AER0705: {
    severity: 'info',
    layer: 'input',
    title: 'Kind not installed in the cluster',
    text: 'The cluster of context {context} has no {kind} ({group} is not installed); it is taken as none there.',
    explanation: 'The CustomResourceDefinition of that kind is not in the cluster, so there can be no object of it.',
    cure: 'If there should be some: install the CRDs of Aeraki or Istio.',
  },
  AER0706: {
    severity: 'error',
    layer: 'input',
    title: 'Unexpected answer of the API server',
    text: 'The API server of context {context} answered {status} to GET {path}: {reason}. Try again; if it stays so, ask the owner of the cluster.',
    explanation: 'The request is one that every API server answers; something on the way or in the server is wrong.',
    cure: 'Try again; look at the health of the API server (`kubectl get --raw /readyz`).',
  },
  AER0707: {
    severity: 'error',
    layer: 'input',
    title: 'No such pod or workload',
    text: 'There is no {what} in namespace {namespace} of context {context}. {cure}',
    explanation:
      'The target is written [TYPE/]NAME[.NAMESPACE]; the namespace is the one of -n or of the context when it is left out.',
    cure: 'Check the name and the namespace; `kubectl get pods -A` lists all pods.',
  },
  AER0708: {
    severity: 'error',
    layer: 'input',
    title: 'No pod to look at',
    text: '{what} in namespace {namespace} has no pod that is ready: {reason}.',
    explanation: 'A configuration can only be read from a pod that runs.',
    cure: 'See with `kubectl describe` why its pods are not ready.',
  },
  AER0709: {
    severity: 'error',
    layer: 'input',
    title: 'Pod without a sidecar',
    text: 'Pod {pod} in namespace {namespace} has no container `istio-proxy`, so it has no configuration to show. Label its namespace (`istio-injection=enabled`) or the pod, and restart it.',
    explanation:
      'Istio injects the sidecar when a pod is created. A pod that was there before, or whose namespace or labels forbid injection, has none.',
    cure: 'Enable the injection and restart the workload: `kubectl rollout restart`.',
  },
  AER0710: {
    severity: 'error',
    layer: 'input',
    title: 'Port-forward failed',
    text: 'The port-forward to {pod} port {port} failed: {reason}. Check that the port is the admin port of the proxy (--proxy-admin-port) and that the sidecar runs.',
    explanation: 'The API server could not connect to the port in the pod, or the connection broke off.',
    cure: 'Check --proxy-admin-port (15000 in Istio) and the state of the container istio-proxy.',
  },
  AER0711: {
    severity: 'error',
    layer: 'input',
    title: 'Admin port not readable',
    text: 'Cannot read {page} from {address}: {reason}. Check that an Envoy admin port listens there (`curl -s {address}/ready`).',
    explanation: 'The address is reached directly, over plain HTTP, as Envoy serves it.',
    cure: 'Check host and port; through a port-forward: `kubectl port-forward POD 15000`.',
  },
  AER0712: {
    severity: 'warning',
    layer: 'input',
    title: 'Secret not readable',
    text: 'Secret {namespace}/{name} that {by} names cannot be read ({reason}); it is taken as absent.',
    explanation: 'Passwords of Redis by reference come from Secrets. Only the Secrets that are named are read.',
    cure: 'Ask for `get` on that Secret if the result must have the password.',
  },
} as const satisfies Record<string, Entry>;

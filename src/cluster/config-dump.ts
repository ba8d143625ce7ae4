import { type AdminPort, adminAt, adminOfPod, type Patience } from './admin.js';
import type { ClusterConnection } from './connection.js';
import type { Pod } from './pods.js';

/** Endpoints are only in a dump when they are asked for. */
const dumpPath = '/config_dump?include_eds';

/** The config dump of a proxy, as its admin port gives it. Raises `ClusterFailure`. */
export function fetchDump(admin: AdminPort): Promise<Uint8Array> {
  return admin.ask(dumpPath);
}

/** The same; undefined where the port has no such page, because it is not that of a proxy. */
export function findDump(admin: AdminPort): Promise<Uint8Array | undefined> {
  return admin.find(dumpPath);
}

/** The config dump of a pod's proxy, through a port-forward. Raises `ClusterFailure`. */
export function fetchPodDump(connection: ClusterConnection, pod: Pod, port: number): Promise<Uint8Array> {
  return fetchDump(adminOfPod(connection, pod, port));
}

/** The config dump that an admin port answers: `address` is HOST:PORT. Raises `ClusterFailure`. */
export function fetchAdminDump(address: string, patience?: Patience): Promise<Uint8Array> {
  return fetchDump(adminAt(address, patience));
}

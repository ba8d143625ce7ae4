import type { EurekaApplication, EurekaDump, EurekaInstance } from '../dump/dump.js';
import { checkDump } from '../dump/read.js';
import { isFields } from '../dump/shape.js';
import type { Connection } from './connection.js';
import { RegistryFailure } from './failure.js';
import { HttpServers } from './http.js';
import { PolledRegistry } from './polled.js';

/** Eureka by its REST interface. It has no watch; clients ask every 30 s. This asks twice a second, and
 * less often where an answer takes long. */
export class EurekaRegistry extends PolledRegistry<EurekaDump> {
  readonly #http: HttpServers;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(connection: Connection) {
    // Applications say that they live every 30 s; a server that was started again, alone, knows nobody before.
    super(500, 35_000);
    // Eureka's usual base path is part of its URL in every client's configuration; it may be left out here.
    this.#http = new HttpServers(connection.path === '' ? { ...connection, path: '/eureka' } : connection);
    const { username, password = '' } = connection;
    this.#headers =
      username === undefined
        ? {}
        : { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  }

  async read(): Promise<EurekaDump> {
    const { value } = await this.#http.json('/apps', { headers: this.#headers });
    const applications = isFields(value) && isFields(value.applications) ? value.applications.application : undefined;
    const list = (Array.isArray(applications) ? applications : [applications]).filter(isFields);
    const dump: unknown = {
      registry: 'eureka',
      applications: list
        .map(({ name, instance }) => ({
          name,
          instance: Array.isArray(instance) ? instance : instance ? [instance] : [],
        }))
        .sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1)),
    };
    const checked = checkDump(dump);
    if ('problem' in checked || checked.dump.registry !== 'eureka') {
      throw new RegistryFailure(
        `the answer of Eureka is not as expected (${'problem' in checked ? checked.problem : 'another registry'})`,
        'See whether that is the port of Eureka.',
      );
    }
    return { ...checked.dump, applications: checked.dump.applications.map(tidy) };
  }

  protected override provided(dump: EurekaDump): ReadonlySet<string> {
    return new Set(dump.applications.filter(({ instance }) => instance.length > 0).map(({ name }) => name));
  }

  protected override secondOpinion(): void {
    this.#http.turn();
  }

  override async close(): Promise<void> {
    await super.close();
    this.#http.close();
  }
}

/** Without what changes at every heartbeat, in an order that stays. */
function tidy({ name, instance }: EurekaApplication): EurekaApplication {
  const kept = instance.map((each): EurekaInstance => {
    const {
      leaseInfo: _lease,
      lastUpdatedTimestamp: _updated,
      lastDirtyTimestamp: _dirty,
      ...rest
    } = each as EurekaInstance & Readonly<Record<string, unknown>>;
    return rest;
  });
  return { name, instance: kept.sort((a, b) => ((a.instanceId ?? '') < (b.instanceId ?? '') ? -1 : 1)) };
}

import { type StartedProcess, startProcess } from './process.js';
import { partProgram } from './require-part.js';

/** Starts a Eureka of one server at `port`; it keeps nothing on the disk. */
export function startEureka(port: number): Promise<StartedProcess> {
  return startProcess(
    partProgram('spring-cloud'),
    [
      'eureka',
      ...[`--server.port=${port}`, '--server.address=127.0.0.1', '--spring.cloud.consul.enabled=false'],
      ...['--eureka.client.register-with-eureka=false', '--eureka.client.fetch-registry=false'],
      // What is asked is answered with what is known, not with what was known half a minute ago.
      ...[
        '--eureka.server.response-cache-update-interval-ms=500',
        '--eureka.server.use-read-only-response-cache=false',
      ],
    ],
    { name: 'Eureka', timeout: 180_000, ready: (output) => /^ready$/m.test(output) },
  );
}

/** `gone`: the server closed a connection on which a call was under way. */
export type UpstreamResult = 'answered' | 'failed' | 'unreachable' | 'gone';

/** A DestinationRule's outlierDetection with Istio's and Envoy's defaults in. Times are milliseconds. */
export interface OutlierSettings {
  /** `consecutive5xxErrors`: failed answers and failed connections in a row; 0: never. */
  readonly consecutiveErrors: number;
  /** `consecutiveGatewayErrors`: failed connections in a row; 0: never. */
  readonly consecutiveGatewayErrors: number;
  readonly interval: number;
  readonly baseEjectionTime: number;
  /** Percent of the endpoints. */
  readonly maxEjectionPercent: number;
  /** Below so many percent of healthy endpoints all are used. */
  readonly minHealthPercent: number;
}

interface Host {
  errors: number;
  gatewayErrors: number;
  ejections: number;
  ejectedAt: number | undefined;
}

/** Envoy's bound of the time that an endpoint is passed over for, in milliseconds. */
const LONGEST = 300_000;

/**
 * Passes over endpoints that fail (Envoy's outlier detection, as far as the MetaProtocol proxy feeds it: router_impl.cc and
 * upstream_request.cc report failed answers as 500 and failed connections as 503). A host comes back at the first interval
 * after its time, which grows with each ejection.
 */
export class OutlierDetector {
  readonly settings: OutlierSettings;
  readonly #hosts = new Map<string, Host>();
  readonly #size: () => number;
  readonly #started: number;

  /** @param size the number of endpoints; @param now milliseconds of a clock that never goes back */
  constructor(settings: OutlierSettings, size: () => number, now: number) {
    this.settings = settings;
    this.#size = size;
    this.#started = now;
  }

  put(key: string, result: UpstreamResult, now: number): void {
    const host = this.#host(key);
    if (result === 'answered') {
      host.errors = 0;
      host.gatewayErrors = 0;
      return;
    }
    host.errors += 1;
    host.gatewayErrors = result === 'failed' ? 0 : host.gatewayErrors + 1;
    const { consecutiveErrors, consecutiveGatewayErrors } = this.settings;
    const many = (count: number, most: number) => most > 0 && count >= most;
    if (!many(host.errors, consecutiveErrors) && !many(host.gatewayErrors, consecutiveGatewayErrors)) return;
    host.errors = 0;
    host.gatewayErrors = 0;
    this.#eject(host, now);
  }

  ejected(key: string, now: number): boolean {
    const host = this.#hosts.get(key);
    if (host?.ejectedAt === undefined) return false;
    const { interval, baseEjectionTime } = this.settings;
    const time = Math.min(baseEjectionTime * host.ejections, Math.max(LONGEST, baseEjectionTime));
    const ends = host.ejectedAt + time - this.#started;
    if (now - this.#started < Math.ceil(ends / interval) * interval) return true;
    host.ejectedAt = undefined;
    return false;
  }

  #eject(host: Host, now: number): void {
    if (host.ejectedAt !== undefined) return;
    let ejected = 0;
    for (const { ejectedAt } of this.#hosts.values()) if (ejectedAt !== undefined) ejected += 1;
    if ((100 * ejected) / Math.max(1, this.#size()) >= this.settings.maxEjectionPercent) return;
    host.ejectedAt = now;
    host.ejections += 1;
  }

  #host(key: string): Host {
    let host = this.#hosts.get(key);
    if (host === undefined) {
      host = { errors: 0, gatewayErrors: 0, ejections: 0, ejectedAt: undefined };
      this.#hosts.set(key, host);
    }
    return host;
  }
}

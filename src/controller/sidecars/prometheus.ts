import { queries } from '../../traffic/metrics.js';

/** A server that says nothing for so long, in milliseconds, is given up. */
const patience = 30_000;

/**
 * The answers of a Prometheus to the questions who calls whom, as text. Raises an error in words when one of them fails.
 *
 * @param range how far back, as PromQL writes it
 */
export async function askPrometheus(base: string, range: string, signal?: AbortSignal): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const query of queries(range)) {
    const url = new URL('api/v1/query', base.endsWith('/') ? base : `${base}/`);
    url.searchParams.set('query', query);
    const limit = AbortSignal.timeout(patience);
    let answer: Response;
    try {
      answer = await fetch(url, { signal: signal === undefined ? limit : AbortSignal.any([limit, signal]) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Cannot ask Prometheus at ${url.origin}: ${reason}. Check the address.`);
    }
    if (!answer.ok) throw new Error(`Prometheus at ${url.origin} answered ${answer.status} to ${url.pathname}.`);
    answers.push(await answer.text());
  }
  return answers;
}

import type { Counted, RequestLog } from '../config.js';
import type { FilterCounters } from './proxy-stats.js';

const kinds = {
  request: 'request_twoway',
  'one-way': 'request_oneway',
  stream: 'request_stream',
  heartbeat: 'request_event',
} as const;

/** Counts a request that is over as the MetaProtocol proxy does (active_message.cc, conn_manager.cc). */
export function countOwn({ kind }: RequestLog, { end, exception }: Counted, counters: FilterCounters): void {
  // What cannot be decoded was counted as that and is no request.
  if (end === 'closes') return;
  counters.request.value += 1;
  counters.request_decoding_success.value += 1;
  // A one-way call that is sent on was taken for one that wants an answer.
  counters[kind === 'one-way' && end !== 'dropped' ? 'request_twoway' : kinds[kind]].value += 1;
  switch (end) {
    case 'answered':
      counters.response.value += 1;
      counters.response_decoding_success.value += 1;
      // The status of an answer that was read is always Ok; an exception counts as that besides.
      counters.response_success.value += 1;
      if (exception) counters.response_business_exception.value += 1;
      return;
    case 'unreadable-answer':
      counters.response_decoding_error.value += 1;
      counters.local_response_business_exception.value += 1;
      return;
    case 'local-reply':
      counters.local_response_business_exception.value += 1;
      return;
    case 'client-gone':
      counters.cx_destroy_remote_with_active_rq.value += 1;
      return;
    default:
  }
}

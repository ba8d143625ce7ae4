/** What a client says of itself or of what it got is kept and shown up to here: it says it again in every message. */
const longest = 300;

/** Text from a peer, cut to a length that does no harm in memory, logs and pages. */
export function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

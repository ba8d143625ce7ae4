import { defaultSettings, type Settings } from './engine.js';

/** All that a link to the page holds; it travels in the fragment, which no browser sends to a server. */
export interface State {
  readonly rules: string;
  readonly request: { readonly service: string; readonly attributes: string };
  readonly settings: Settings;
  /** Of the program that made the link. */
  readonly version: string;
}

/** The fragment of a state, without `#`. */
export async function encodeState(state: State): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `1:${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The largest text that a link may unfold to, in octets: more is a bomb. */
const largest = 2_000_000;

/** Reads a fragment; undefined where it is none of ours, or broken. */
export async function decodeState(fragment: string): Promise<State | undefined> {
  const [, encoded] = /^#?1:([\w-]+)$/.exec(fragment) ?? [];
  if (encoded === undefined) return undefined;
  try {
    const packed = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    return stateOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function stateOf(value: unknown): State {
  const given = fields(value);
  const settings = fields(given.settings);
  const request = fields(given.request);
  return {
    rules: text(given.rules),
    request: { service: text(request.service), attributes: text(request.attributes) },
    settings: {
      ...defaultSettings,
      fixed: settings.fixed === true,
      proxyVersion:
        (['1.3', '1.4', 'head', 'ideal'] as const).find((each) => each === settings.proxyVersion) ??
        defaultSettings.proxyVersion,
    },
    version: text(given.version),
  };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > largest) throw new Error('too large');
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

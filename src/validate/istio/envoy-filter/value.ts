import { escapePointer } from '../../../diagnostics/pointer.js';
import type { IstioContext, Report } from '../rule.js';
import type { Unreadable } from './messages.js';
import type { ConfigPatch } from './spec.js';

const named: ReadonlySet<string> = new Set([
  ...['NETWORK_FILTER', 'HTTP_FILTER', 'LISTENER_FILTER', 'EXTENSION_CONFIG'],
]);

/**
 * AER1197: what istiod cannot read of the piece of Envoy's configuration: a filter that is no object with a name, configurations without
 * `@type` or of xDS v2, and whatever is not the message that the part has to be.
 */
export function checkValue({ applyTo = '', patch }: ConfigPatch, pointer: string, context: IstioContext): void {
  const value = patch?.value;
  if (value === undefined) return;
  let refused = false;
  const report: Report = (code, at, args, place) => {
    refused ||= place?.severity !== 'warning';
    context.report(code, at, args, place);
  };
  if (named.has(applyTo)) {
    if (value.name !== undefined && typeof value.name !== 'string') {
      report('AER1197', `${pointer}/name`, { why: 'name is no text', cure: 'Write the name of the filter' });
    }
    const typed = value.typed_config ?? value.typedConfig;
    const elsewhere = value.config_discovery ?? value.configDiscovery;
    if (typed === undefined && elsewhere === undefined && patch?.operation !== 'REMOVE') {
      const why = 'without typed_config Envoy does not know the filter';
      report('AER1197', pointer, { why, cure: 'Add typed_config with @type' }, { severity: 'warning' });
    }
  }
  checkTypes(value, pointer, report);
  if (!refused) checkMessage(applyTo, value, pointer, context);
}

function checkMessage(applyTo: string, value: unknown, pointer: string, { report, judgeMessage }: IstioContext): void {
  const fault = judgeMessage(applyTo, value);
  if (fault === undefined) return;
  const { why, cure, refused } = fault;
  const at = find(value, pointer, fault) ?? pointer;
  report('AER1197', at, { why, cure }, refused ? {} : { severity: 'warning' });
}

/** The first field of these names, of those with the value that is wrong. */
function find(value: unknown, pointer: string, fault: Pick<Unreadable, 'names' | 'value'>): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (fault.value === undefined ? fault.names.includes(key) : JSON.stringify(child) === fault.value) return at;
    const below = find(child, at, fault);
    if (below !== undefined) return below;
  }
  return undefined;
}

function checkTypes(value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if ((key === 'typed_config' || key === 'typedConfig') && !Array.isArray(child) && typeof child === 'object') {
      checkAny(child as Readonly<Record<string, unknown>>, at, report);
    }
    // A TypedStruct carries a type that istiod need not know.
    if (!isTypedStruct(value as Readonly<Record<string, unknown>>)) checkTypes(child, at, report);
  }
}

function isTypedStruct(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value['@type'] === 'string' && value['@type'].endsWith('.TypedStruct');
}

function checkAny(config: Readonly<Record<string, unknown>>, pointer: string, report: Report): void {
  const type = config['@type'];
  if (type === undefined) report('AER1197', pointer, { why: 'typed_config has no @type', cure: 'Add it' });
  else if (typeof type !== 'string') {
    report('AER1197', `${pointer}/@type`, { why: '@type is no text', cure: 'Write type.googleapis.com/ and the type' });
  } else if (/\.v2(?:alpha\d*)?\./.test(type)) {
    report('AER1197', `${pointer}/@type`, { why: `${type} is of xDS v2, which is gone`, cure: 'Write its v3 type' });
  }
}

import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { escapePointer } from '../../diagnostics/pointer.js';
import type { CodecDocument, CodecSpec } from '../../model/codec.js';
import type { Resource } from '../../model/resource.js';
import { type Field, fieldsOf } from './fields.js';

/** What the schema cannot say about a Codec document: fields that are named have to be there, and have to fit. */
export function checkCodec(resource: Resource<CodecDocument>): readonly Finding[] {
  const { spec } = resource.object;
  if (spec === undefined) return [];
  const findings: Finding[] = [];
  const say = (pointer: string, problem: string) =>
    findings.push(finding('AER0921', { problem }, { resource, pointer: `/spec${pointer}` }));
  checkFields(spec, say);
  checkNames(spec, say);
  return findings;
}

type Say = (pointer: string, problem: string) => void;

function checkFields({ header, byteOrder = 'big' }: CodecSpec, say: Say): void {
  const seen = new Set<string>();
  for (const [index, field] of header.fields.entries()) {
    const at = `/header/fields/${index}`;
    const { name, offset, size, type = 'uint', value, mask } = field;
    if (seen.has(name)) say(`${at}/name`, `Two fields are named ${name}. Rename one of them.`);
    seen.add(name);
    if (offset + size > header.size) {
      say(
        `${at}/size`,
        `The field ${name} ends at octet ${offset + size}, behind the header of ${header.size} octets.`,
      );
    }
    if (type === 'uint' && size > 8) {
      say(`${at}/size`, `The number ${name} takes ${size} octets, but 8 is the most. Use type: hex or type: text.`);
    }
    if (mask !== undefined && type !== 'uint') say(`${at}/mask`, `${name} is no number, so it has no bits to mask.`);
    else if (mask !== undefined && BigInt(mask) >> BigInt(size * 8) !== 0n) {
      say(`${at}/mask`, `The mask of ${name} has more bits than its ${size} octets.`);
    }
    if (value !== undefined && fieldOf(field, byteOrder).constant === undefined) {
      say(`${at}/value`, `The value ${value} of ${name} does not fit its ${size} octets.`);
    }
  }
}

function fieldOf(field: CodecSpec['header']['fields'][number], byteOrder: 'big' | 'little'): Field {
  const fields = fieldsOf({ header: { size: 1, fields: [field] }, length: { field: '' }, byteOrder });
  return fields.values().next().value as Field;
}

function checkNames(spec: CodecSpec, say: Say): void {
  const fields = fieldsOf(spec);
  const needs = (pointer: string, name: string | undefined) => {
    if (name === undefined) return;
    const field = fields.get(name);
    if (field === undefined) {
      const meant = nearest(name, fields.keys());
      const hint = meant === undefined ? `Known are ${[...fields.keys()].join(', ')}.` : `Did you mean ${meant}?`;
      say(pointer, `The header has no field ${name}. ${hint}`);
    } else if (!field.isNumber) say(pointer, `The field ${name} has to be a number here. Leave out its type.`);
  };
  needs('/length/field', spec.length.field);
  needs('/id', spec.id);
  needs('/kind/field', spec.kind?.field);
  needs('/status/field', spec.status?.field);
  for (const part of ['errorReply', 'heartbeatReply'] as const) {
    for (const name of Object.keys(spec[part]?.set ?? {})) needs(`/${part}/set/${escapePointer(name)}`, name);
  }
  const { noRoute, badResponse, other } = spec.errorReply ?? {};
  if ([noRoute, badResponse, other].some((value) => value !== undefined) && spec.status === undefined) {
    say('/errorReply', 'The answers to errors have a status, but no field of the header is said to be it. Add status.');
  }
}

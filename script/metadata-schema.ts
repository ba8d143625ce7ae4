import type { Schema } from './crd-schema.js';

const text: Schema = { type: 'string' };
const strings: Schema = { type: 'object', additionalProperties: text };
const open: Schema = { type: 'array', items: { type: 'object' } };

/** ObjectMeta (meta/v1): its fields and their types; the form of names and labels is checked by code. */
export const objectMeta: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: text,
    generateName: text,
    namespace: text,
    labels: strings,
    annotations: strings,
    creationTimestamp: { type: 'string', format: 'date-time' },
    deletionTimestamp: { type: 'string', format: 'date-time' },
    deletionGracePeriodSeconds: { type: 'integer', format: 'int64' },
    finalizers: { type: 'array', items: text },
    generation: { type: 'integer', format: 'int64' },
    managedFields: open,
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          apiVersion: text,
          kind: text,
          name: text,
          uid: text,
          controller: { type: 'boolean' },
          blockOwnerDeletion: { type: 'boolean' },
        },
      },
    },
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
};

import type { CompiledValidator, SchemaNode } from '../compiled.js';

export declare const validate: CompiledValidator;
export declare const schema: SchemaNode;

/** A JSON Schema as the compiled validators carry it: no titles and descriptions. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly 'x-nullable'?: boolean;
  readonly 'x-unique-by'?: readonly string[];
  readonly 'x-message'?: string;
}

/** What ajv reports with `verbose`. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer in the object. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema?: unknown;
  readonly parentSchema?: SchemaNode;
  readonly data?: unknown;
  readonly propertyName?: string;
}

export interface CompiledValidator {
  (object: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export interface Compiled {
  readonly validate: CompiledValidator;
  readonly schema: SchemaNode;
}

export const indexed: {
  readonly fields: string[];
  readonly storeFields: string[];
  readonly tokenize: (text: string) => string[];
};

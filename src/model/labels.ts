/** Labels of a Kubernetes object, or the equalities of a selector on them. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all that a selector asks for; a selector without terms fits all. */
export function fits(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Kubernetes' LabelSelector. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key?: string;
    readonly operator?: string;
    readonly values?: readonly string[];
  }[];
}

/** Whether a selector fits labels; one without terms fits all. */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  const all = fits(selector.matchLabels ?? {}, labels);
  return all && (selector.matchExpressions ?? []).every((expression) => holds(expression, labels));
}

function holds(
  { key = '', operator, values = [] }: NonNullable<LabelSelector['matchExpressions']>[number],
  labels: Labels,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'Exists') return value !== undefined;
  return operator === 'DoesNotExist' && value === undefined;
}

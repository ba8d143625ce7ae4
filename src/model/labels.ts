/** Labels of a Kubernetes object, or the equalities of a selector on them. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all that a selector asks for; a selector without terms fits all. */
export function fits(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** The element with this id; raises an error where the page lacks it. */
export function byId<E extends HTMLElement>(id: string, kind: abstract new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id}`);
  return found;
}

/** A new element; what is in it is always text, never markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export function button(id: string, pressed: () => Promise<unknown>): void {
  byId(id, HTMLButtonElement).addEventListener('click', () => void pressed());
}

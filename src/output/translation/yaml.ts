import { emitYaml } from './emit.js';
import { printedObjects, type TranslationView } from './view.js';

/** A stream of documents, as `kubectl apply -f -` takes it. */
export function translationYaml(view: TranslationView): string {
  return printedObjects(view)
    .map((object, index) => `${index > 0 ? '---\n' : ''}${emitYaml(object)}`)
    .join('');
}

import { toYamlStream } from '../yaml.js';
import { printedObjects, type TranslationView } from './view.js';

/** A stream of documents, as `kubectl apply -f -` takes it. */
export function translationYaml(view: TranslationView): string {
  return toYamlStream(printedObjects(view));
}

import { yamlChunks } from '../yaml.js';
import { printedObjects, type TranslationView } from './view.js';

/** A stream of documents, as `kubectl apply -f -` takes it. */
export function translationYaml(view: TranslationView): Iterable<string> {
  return yamlChunks(printedObjects(view));
}

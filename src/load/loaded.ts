import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource, ResourceId, Source } from '../model/resource.js';
import type { FileText } from './file-text.js';
import type { PassedOver } from './passed-over.js';

/** A line and column as editors count them: 1-based, UTF-16 units, a BOM not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One result per document (or List item), in input order. */
export type LoadedDocument =
  | { readonly status: 'resource'; readonly resource: Resource }
  | {
      readonly status: 'skipped';
      readonly source: Source;
      readonly id: Partial<ResourceId>;
      readonly reason: string;
      /** Of what one might take for a resource, or for a mistake: one note says how many there are. */
      readonly passedOver?: PassedOver;
    }
  | {
      readonly status: 'invalid';
      readonly source: Source;
      readonly id: Partial<ResourceId>;
      /** Why; these are among `Loaded.findings` too. */
      readonly findings: readonly Finding[];
    };

/** What the stage `load` makes of the inputs. */
export interface Loaded {
  readonly documents: readonly LoadedDocument[];
  /** The resources among `documents`, in input order; of two with the same kind, namespace and name only the first. */
  readonly resources: readonly Resource[];
  /** Syntax errors, unreadable files, duplicates, unknown Aeraki kinds, scalars that YAML 1.2 reads otherwise. */
  readonly findings: readonly Finding[];
  /** How many files were read. */
  readonly files: number;
  /** Every file and directory that was read, in input order: what `--watch` has to watch. */
  readonly paths?: readonly string[];
  /**
   * Where a JSON pointer of a resource stands in its file. Parses the document with positions on first use and keeps
   * the result, so that only documents with something to report pay for it. A pointer that is not there gives its
   * nearest parent's position. What comes through an alias or a merge key stands where its anchor is, for that is the
   * text to mend; the alias itself stands where it is used. Needs no `this`.
   */
  readonly locate: (source: Source, pointer: string, at: 'key' | 'value') => Position;
  /** The text of a file that was read, cut into documents; for editors. */
  readonly textOf?: (file: string) => FileText | undefined;
}

export interface LoadOptions {
  /** Namespace of namespaced resources that have none. */
  readonly namespace: string;
  /** Whether Pods, Namespaces, Endpoints and Deployments are read too; else they are none of ours. */
  readonly workloads?: boolean | undefined;
  /** Globs of files in directories to leave out, matched against the path below the named directory. */
  readonly exclude: readonly string[];
  /** Makes texts that are read as files with these names (`helm template`). May reject. */
  readonly render?: (() => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>) | undefined;
  /** Whether an empty standard input is what somebody means. */
  readonly allowEmpty?: boolean | undefined;
  /** Reads stdin when a path is `-`. */
  readonly stdin?: () => Promise<Uint8Array>;
}

import type { MetaKeyValue } from './envoy.js';
import type { KubernetesObject } from './resource.js';

/** What a case expects; what is left out is not compared (cli.md section 6). */
export interface Expectation {
  readonly route?: string;
  /** One that can be chosen. */
  readonly cluster?: string;
  /** All of them, with their weights. */
  readonly clusters?: Readonly<Record<string, number>>;
  readonly mirrors?: readonly { readonly cluster: string; readonly percentage?: number }[];
  readonly requestMutation?: readonly MetaKeyValue[];
  readonly responseMutation?: readonly MetaKeyValue[];
  readonly limited?: boolean;
  readonly noRoute?: boolean;
}

export interface RouteTestCase {
  readonly name?: string;
  readonly host: string;
  readonly port?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly expect?: Expectation;
}

export interface RouteTestSpec {
  /** Relative to the file of the test. */
  readonly rules?: readonly string[];
  readonly cases: readonly RouteTestCase[];
}

/** aeraki.io/v1alpha1: read from files only; the schema layer has seen to it that it has this shape. */
export type RouteTest = KubernetesObject<RouteTestSpec>;

import { analysis } from './catalogue/analysis.js';
import { behaviour } from './catalogue/behaviour.js';
import { cluster } from './catalogue/cluster.js';
import { codec } from './catalogue/codec.js';
import { controller } from './catalogue/controller.js';
import { edition } from './catalogue/edition.js';
import { input } from './catalogue/input.js';
import { inspect } from './catalogue/inspect.js';
import { istio } from './catalogue/istio.js';
import { proxy } from './catalogue/proxy.js';
import { registry } from './catalogue/registry.js';
import { registryCheck } from './catalogue/registry-check.js';
import { registryResult } from './catalogue/registry-result.js';
import { route } from './catalogue/route.js';
import { schema } from './catalogue/schema.js';
import { settings } from './catalogue/settings.js';
import { sidecar } from './catalogue/sidecar.js';
import { translate } from './catalogue/translate.js';
import { webhook } from './catalogue/webhook.js';
import { xds } from './catalogue/xds.js';
import type { Entry } from './entry.js';

/**
 * Every code there is. Ranges: 00xx input, 01xx schema, 02xx webhook, 03xx analysis, 04xx translation (0401–0430 are
 * the defects D1–D30), 05xx xds, 06xx config dumps, 07xx cluster, 08xx route and test, 09xx decode and proxy,
 * 11xx Istio's own admission, 12xx registries, 13xx Sidecars, 15xx the control plane in its cluster.
 */
export const catalogue = {
  ...analysis,
  ...behaviour,
  ...cluster,
  ...codec,
  ...controller,
  ...edition,
  ...input,
  ...inspect,
  ...istio,
  ...proxy,
  ...registry,
  ...registryCheck,
  ...registryResult,
  ...route,
  ...schema,
  ...settings,
  ...sidecar,
  ...translate,
  ...webhook,
  ...xds,
} as const satisfies Record<`AER${string}`, Entry>;

export type Code = keyof typeof catalogue;

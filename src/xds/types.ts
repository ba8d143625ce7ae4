/** The kinds of resource that `rds get` and `rds watch` can ask for. */
export const resourceTypes = {
  rds: { message: 'envoy.config.route.v3.RouteConfiguration', nameField: 'name' },
  lds: { message: 'envoy.config.listener.v3.Listener', nameField: 'name' },
  cds: { message: 'envoy.config.cluster.v3.Cluster', nameField: 'name' },
  eds: { message: 'envoy.config.endpoint.v3.ClusterLoadAssignment', nameField: 'clusterName' },
} as const satisfies Record<string, { readonly message: string; readonly nameField: string }>;

export type ResourceType = keyof typeof resourceTypes;

export const resourceTypeNames = Object.keys(resourceTypes) as readonly ResourceType[];

export function typeUrlOf(type: ResourceType): string {
  return `type.googleapis.com/${resourceTypes[type].message}`;
}

/** Undefined: no type of those. */
export function typeOfUrl(url: string): ResourceType | undefined {
  return resourceTypeNames.find((type) => typeUrlOf(type) === url);
}

/** A core Service with a Redis port, in the namespace `shop`. */
export function redisService(name: string, port: number, ip: string): string {
  return `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: ${ip}, selector: {app: ${name}}, ports: [{name: tcp-redis, port: ${port}, protocol: TCP}]}
---`;
}

/** A RedisService for the Service `orders`; `spec` is the rest of its spec as YAML flow. */
export function rules(spec: string): string {
  return `
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: orders, namespace: shop}
spec: {host: [orders.shop.svc.cluster.local], ${spec}}
---`;
}

/** A RedisDestination for the Service `orders`, with the connection pool as YAML flow. */
export function destination(connectionPool: string): string {
  return `
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisDestination
metadata: {name: orders, namespace: shop}
spec: {host: orders.shop.svc.cluster.local, trafficPolicy: {connectionPool: ${connectionPool}}}
---`;
}

/** A Secret in the namespace `shop`. */
export function secret(name: string, values: Readonly<Record<string, string>>): string {
  const data = Object.entries(values).map(([key, value]) => `${key}: ${Buffer.from(value).toString('base64')}`);
  return `
apiVersion: v1
kind: Secret
metadata: {name: ${name}, namespace: shop}
data: {${data.join(', ')}}
---`;
}

export const orders = 'outbound|6379||orders.shop.svc.cluster.local';
export const cache = 'outbound|6380||cache.shop.svc.cluster.local';

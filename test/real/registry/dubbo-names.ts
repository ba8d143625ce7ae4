/** The name of a provider's node, as Dubbo writes it. */
export function providerName(
  address: string,
  parameters: Readonly<Record<string, string>> = {},
  protocol = 'dubbo',
  named = 'com.shop.api.OrderService',
): string {
  const all = { aeraki_meta_app_namespace: 'shop', application: 'orders', interface: named, ...parameters };
  const query = Object.entries(all)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  return encodeURIComponent(`${protocol}://${address}/${named}?${query}`);
}

/** Waits until `check` gives something other than undefined, at most `milliseconds`. */
export async function eventually<Value>(
  check: () => Value | undefined | Promise<Value | undefined>,
  milliseconds: number,
  what: string,
): Promise<Value> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await check();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`after ${milliseconds} ms there is still no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

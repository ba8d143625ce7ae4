import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openSotw } from '../../xds/stream.js';
import type { ApiServer } from '../parts/apiserver.js';
import { chromium } from '../parts/chromium.js';
import { requirePart } from '../parts/require-part.js';
import { Running, startCluster } from './running.js';
import { entry, router } from './shop.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The admin page of a controller that is in step with a real kube-apiserver, in a real browser. */
describe('the admin page of the controller', function () {
  this.timeout(400_000);
  let server: ApiServer | undefined;
  let controller: Running | undefined;
  let browser: Browser | undefined;
  let stream: ReturnType<typeof openSotw> | undefined;
  let url = '';

  before(async function () {
    this.timeout(400_000);
    requirePart(this, 'chromium');
    server = await startCluster(this);
    await server.admin.create([entry('orders', 1), router('orders', 'v1'), router('lost', 'v1')]);
    controller = new Running(await server.kubeconfig());
    const page = await controller.line(({ message }) => message.startsWith('Admin page'), 120);
    url = /http:\S+\//.exec(page.message)?.[0] ?? '';
    const serving = await controller.line(({ message }) => /serving \d+ route configurations/.test(message), 120);
    const port = Number(/:(\d+)\.?$/.exec(serving.message)?.[1]);
    const name = 'orders.example.com_20880';
    stream = openSotw(port);
    stream.send({ resourceNames: [name], node: { id: 'sidecar~10.1.2.3~web-1.shop~shop.svc.cluster.local' } });
    const one = await stream.next();
    stream.send({ resourceNames: [name], responseNonce: one.nonce, errorDetail: { message: 'unknown cluster v1' } });
    browser = await chromium();
  });
  after(async () => {
    stream?.close();
    await browser?.close();
    await controller?.stop();
    await server?.stop();
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [375, 768, 1280])
      it(`${scheme}, ${width} px: shows clients and routes, fits, and axe-core finds nothing`, async () => {
        const context = await (browser as Browser).newContext({
          colorScheme: scheme,
          viewport: { width, height: 900 },
        });
        try {
          const page = await context.newPage();
          await page.goto(url);
          await page.locator('#clients td.state', { hasText: 'refused' }).waitFor();
          await page.locator('#routes tbody tr', { hasText: 'orders.example.com' }).first().waitFor();
          if (process.env.SCREENSHOTS)
            await page.screenshot({
              path: join(process.env.SCREENSHOTS, `controller-${scheme}-${width}.png`),
              fullPage: true,
            });
          const wide = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
          await page.evaluate(readFileSync(axe, 'utf8'));
          const found = await page.evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))',
          );
          assert.deepStrictEqual({ wide, found }, { wide: 0, found: [] });
        } finally {
          await context.close();
        }
      });
});

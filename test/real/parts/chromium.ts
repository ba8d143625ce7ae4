import { type Browser, chromium as driver } from 'playwright-core';
import { partProgram } from './require-part.js';

/** Starts a headless Chromium that calls nobody at home. Close it with `browser.close()`. */
export function chromium(): Promise<Browser> {
  return driver.launch({
    executablePath: partProgram('chromium'),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

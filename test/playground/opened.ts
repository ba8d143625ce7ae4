import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Serving, servePlayground } from '../../src/command/playground/serve.js';
import { built, root } from '../cli/program.js';
import { chromium } from '../real/parts/chromium.js';

/** The functions that the page leaves for these tests. */
export interface InPage {
  translatedJson(text: string, name: string): Promise<string>;
  validatedJson(text: string, name: string): Promise<string>;
  run(text: string, name: string, settings: object): Promise<unknown>;
}

export interface Opened {
  readonly page: Page;
  /** Addresses that the browser asked for. */
  readonly asked: readonly string[];
  /** Errors of scripts, and what the console says is wrong. */
  readonly errors: readonly string[];
}

export interface OpenOptions {
  readonly fragment?: string;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
}

/** The built page, served as `aeraki playground` does it, in a real browser. */
export class Playground {
  #browser: Browser | undefined;
  #serving: Serving | undefined;
  #context: BrowserContext | undefined;

  async start(): Promise<void> {
    await built();
    this.#serving = await servePlayground(root, { host: '127.0.0.1', port: 0 });
    this.#browser = await chromium();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#serving?.stop();
  }

  get address(): string {
    return `http://127.0.0.1:${this.#serving?.address.port}/`;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Opens the page in a browser that knows nothing yet, and waits until the editor is there. */
  async open({ fragment = '', scheme = 'light', width = 1280 }: OpenOptions = {}): Promise<Opened> {
    if (this.#browser === undefined) throw new Error('not started');
    await this.close();
    this.#context = await this.#browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await this.#context.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(this.address + fragment);
    await page.waitForSelector('html[data-ready=all]', { timeout: 60_000 }).catch((error: Error) => {
      throw new Error(`${errors.join('\n')}\n${error.message}`);
    });
    return { page, asked, errors };
  }
}

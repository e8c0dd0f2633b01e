/* browser.mjs: Chromium, without a window, spoken to through a pipe.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The DevTools protocol: messages of JSON that end with a zero byte, on file
 * descriptors 3 and 4. Nothing else is needed for what the tests do.
 */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/* The first that is installed; null. */
export function findBrowser() {
  return NAMES.find(name => spawnSync(name, ['--version']).status === 0) ?? null;
}

export class Browser {
  #process;
  #input;
  #waiting = new Map();
  #listeners = new Set();
  #last = 0;

  /* folder: of its own, for whatever it likes to keep. */
  constructor(name, folder) {
    /* It only ever sees files of ours, and there may be no sandbox to be had in a container.
     * No name is ever resolved: what tries to leave fails, and is reported. */
    this.#process = spawn(name, [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
      '--host-resolver-rules=MAP * ~NOTFOUND', `--user-data-dir=${folder}`, '--remote-debugging-pipe',
    ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } });
    this.#input = this.#process.stdio[3];
    this.#process.once('exit', () => this.#fail(new Error('the browser ended')));
    this.#process.once('error', error => this.#fail(error));
    this.#input.on('error', () => {});

    let pending = Buffer.alloc(0);
    this.#process.stdio[4].on('data', data => {
      pending = Buffer.concat([pending, data]);
      for (let end; (end = pending.indexOf(0)) >= 0; pending = pending.subarray(end + 1))
        this.#take(JSON.parse(pending.subarray(0, end).toString()));
    });
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values())
      reject(error);
    this.#waiting.clear();
  }

  #take(message) {
    const waiting = this.#waiting.get(message.id);

    if (!waiting) {
      for (const listener of this.#listeners)
        listener(message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error)
      waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else
      waiting.resolve(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;

    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#input.write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  /* A page that notes what is asked for and complained about. */
  async openPage() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId);

    this.#listeners.add(message => message.sessionId === sessionId && page.take(message));
    for (const domain of ['Page', 'Network', 'Log', 'Runtime'])
      await page.send(`${domain}.enable`);

    return page;
  }

  async close() {
    const ended = this.#process.exitCode === null ? once(this.#process, 'exit') : null;

    this.send('Browser.close').catch(() => {});
    await ended;
  }
}

class Page {
  #browser;
  #target;
  #session;
  #loaded = null;

  constructor(browser, target, session) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
    this.requests = [];
    this.complaints = [];
  }

  take({ method, params }) {
    if (method === 'Network.requestWillBeSent')
      this.requests.push(params.request.url);
    else if (method === 'Log.entryAdded')
      this.complaints.push(params.entry.text);
    else if (method === 'Runtime.exceptionThrown')
      this.complaints.push(params.exceptionDetails.text);
    else if (method === 'Page.loadEventFired')
      this.#loaded?.();
  }

  send(method, params = {}) {
    return this.#browser.send(method, params, this.#session);
  }

  /* options: dark, scripts, width of the window in CSS pixels. */
  async load(url, { dark = false, scripts = true, width = 1024 } = {}) {
    const loaded = new Promise(resolve => this.#loaded = resolve);

    await this.send('Emulation.setEmulatedMedia',
                    { features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    await this.send('Emulation.setScriptExecutionDisabled', { value: !scripts });
    await this.resize(width);
    this.requests = [];
    this.complaints = [];
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText)
      throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  resize(width) {
    return this.send('Emulation.setDeviceMetricsOverride',
                     { width, height: 900, deviceScaleFactor: 1, mobile: false });
  }

  /* The value of an expression, promises waited for. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate',
                                                         { expression, awaitPromise: true, returnByValue: true });

    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);

    return result.value;
  }

  /* Bytes of a PDF, on the paper that the page asks for. */
  async print() {
    const { data } = await this.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });

    return Buffer.from(data, 'base64');
  }

  close() {
    return this.#browser.send('Target.closeTarget', { targetId: this.#target });
  }
}

#!/usr/bin/env node
/* test-reports.mjs: HTML reports in a real browser.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: test-reports.mjs [--all] GAINSAYCTL LOAD-REFERENCE LOAD-NAUGHTY BUILD-FOLDER
 *
 * A report asks for nothing, needs no script, fits a narrow window, prints on
 * its paper, and axe-core finds no barrier in it: in every language, light
 * and dark. Skipped where there is no browser or axe-core cannot be had. What
 * is looked at without --all has each language and each colour at least once.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Browser, findBrowser } from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const all = process.argv[2] === '--all';
const [gainsayctl, loadReference, loadNaughty, buildFolder] = process.argv.slice(all ? 3 : 2);
const LANGUAGES = ['en', 'nl', 'de'];
const PAPERS = { a4: [595, 842], letter: [612, 792] };

function skip(why) {
  console.log(`1..0 # SKIP ${why}`);
  process.exit(0);
}

function run(program, ...args) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });

  if (status !== 0)
    throw new Error(`${program}: ${error?.message ?? stderr}`);
}

/* npm knows where packages come from; the build folder keeps what it fetched. */
function fetchAxe() {
  const script = join(buildFolder, 'node_modules', 'axe-core', 'axe.min.js');

  if (!existsSync(script)) {
    mkdirSync(buildFolder, { recursive: true });
    copyFileSync(join(here, 'package.json'), join(buildFolder, 'package.json'));
    const { status } = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts',
                                         '--fetch-retries=1', '--fetch-timeout=20000'],
                                 { cwd: buildFolder, stdio: 'ignore', timeout: 60000 });
    if (status !== 0 || !existsSync(script))
      return null;
  }

  return readFileSync(script, 'utf8');
}

/* Workspaces by name. */
function makeWorkspaces(folder) {
  const sample = join(folder, 'sample.gainsay');
  const naughty = join(folder, 'naughty.gainsay');
  const reference = join(folder, 'reference.gainsay');
  const seeds = process.env.GAINSAY_SEEDS;
  const workspaces = { sample, naughty };

  run(gainsayctl, 'new', sample, '--title', 'The Sirocco affair');
  run(gainsayctl, 'import', sample, join(here, '..', '..', 'resources', 'sample', 'sample.json'));
  run(loadNaughty, naughty);
  if (seeds && existsSync(seeds)) {
    run(loadReference, reference, seeds);
    workspaces.reference = reference;
  }

  return workspaces;
}

function exportReport(workspace, language, paper) {
  const file = `${workspace}-${language}-${paper}.html`;

  if (!existsSync(file))
    run(gainsayctl, 'export', workspace, '--format', 'html', '--language', language, '--paper', paper,
        '--output', file);

  return pathToFileURL(file).href;
}

function assert(condition, message) {
  if (!condition)
    throw new Error(message);
}

async function findBarriers(page, axe) {
  await page.evaluate(axe);

  return page.evaluate(`axe.run(document, { resultTypes: ['violations'], preload: false }).then(results =>
    results.violations.map(({ id, help, nodes }) => id + ': ' + help + ' (' + nodes.length + ' times), as in '
      + nodes[0].html.slice(0, 200) + ' ' + (nodes[0].any[0]?.message ?? '')))`);
}

async function assertQuiet(page, url) {
  const others = page.requests.filter(request => request !== url);

  assert(others.length === 0, `it asks for ${others.slice(0, 3).join(' ')}`);
  assert(page.complaints.length === 0, `the browser says: ${page.complaints.slice(0, 3).join(' ')}`);
}

/* The tests ---------------------------------------------------------------------- */

async function checkAccess(page, axe, url, dark) {
  await page.load(url, { dark });
  const barriers = await findBarriers(page, axe);

  assert(barriers.length === 0, barriers.join('\n'));
  await assertQuiet(page, url);
}

/* Without scripts it says the same, and there is none that could run. */
async function checkPlain(page, url) {
  await page.load(url, { scripts: false });
  const plain = await page.evaluate('document.body.innerText');

  await assertQuiet(page, url);
  await page.load(url);
  assert(await page.evaluate('document.body.innerText') === plain, 'scripts change what it says');
  assert(plain.length > 500, 'it says next to nothing');
  assert(await page.evaluate(`[...document.querySelectorAll('*')].every(element => element.localName !== 'script'
    && [...element.attributes].every(({ name, value }) => !name.startsWith('on') && !/^\\s*javascript:/i.test(value)))`),
         'it holds a script');
}

/* In a narrow window nothing sticks out to be scrolled to. */
async function checkNarrow(page, url) {
  await page.load(url, { width: 320 });
  const width = await page.evaluate('document.documentElement.scrollWidth');

  assert(width <= 320, `it is ${width} pixels wide in a window of 320`);
}

async function checkPrint(page, url, paper) {
  await page.load(url);
  const pdf = (await page.print()).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];

  assert(boxes.length > 0, 'there is no page');
  for (const [, width, height] of boxes)
    assert(Math.abs(width - PAPERS[paper][0]) < 1 && Math.abs(height - PAPERS[paper][1]) < 1,
           `a page is ${width} by ${height} points`);
}

function plant(folder, name, body) {
  const file = join(folder, `${name}.html`);

  writeFileSync(file, `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>${body}</body></html>`);

  return pathToFileURL(file).href;
}

/* What is looked for is found where it is. */
async function checkPlanted(page, axe, folder) {
  const barred = plant(folder, 'barred', '<p style="color:#bbb;background:#fff">Pale</p><img src="http://a.invalid/">');
  const scripted = plant(folder, 'scripted', '<script>document.body.append("Scripted ".repeat(100))</script>');
  const wide = plant(folder, 'wide', '<div style="width:500px">Wide</div>');

  await page.load(barred);
  const barriers = (await findBarriers(page, axe)).join('\n');
  for (const rule of ['color-contrast', 'html-has-lang', 'image-alt', 'document-title'])
    assert(barriers.includes(rule), `axe-core overlooks ${rule}`);
  for (const [words, check] of [
    ['it asks for', () => assertQuiet(page, barred)],
    ['scripts change', () => checkPlain(page, scripted)],
    ['pixels wide', () => checkNarrow(page, wide)],
    ['a page is', () => checkPrint(page, wide, 'a4')],
  ]) {
    const message = await check().then(() => '', error => error.message);
    assert(message.includes(words), `“${words}” is overlooked`);
  }
}

function listTests(workspaces, axe, folder) {
  const names = Object.keys(workspaces);
  const main = workspaces.reference ? 'reference' : 'sample';
  const tests = [['what is planted is found', page => checkPlanted(page, axe, folder)]];
  const add = (name, language, paper, what, check) =>
    tests.push([`${name}, ${language}, ${what}`, page => check(page, exportReport(workspaces[name], language, paper))]);
  const access = (name, language, dark) =>
    add(name, language, 'a4', dark ? 'dark' : 'light', (page, url) => checkAccess(page, axe, url, dark));

  for (const name of names)
    for (const language of LANGUAGES)
      for (const dark of [false, true])
        if (all || (name === main ? language === 'en' && !dark : name === 'naughty' && dark === (language === 'nl')
                    && language !== 'en'))
          access(name, language, dark);
  for (const name of all ? names : [main]) {
    add(name, 'en', 'a4', 'without scripts', checkPlain);
    add(name, 'en', 'a4', 'narrow', checkNarrow);
  }
  for (const paper of Object.keys(PAPERS))
    add(main, 'en', paper, `printed on ${paper}`, (page, url) => checkPrint(page, url, paper));

  return tests;
}

/* ------------------------------------------------------------------------------- */

const name = findBrowser() ?? skip('Chromium is not installed');
const axe = fetchAxe() ?? skip('npm cannot fetch axe-core');
const folder = mkdtempSync(join(tmpdir(), 'gainsay-browser-'));
const browser = new Browser(name, join(folder, 'browser'));
let failed = false;

try {
  const tests = listTests(makeWorkspaces(folder), axe, folder);

  console.log(`1..${tests.length}`);
  for (const [i, [title, check]] of tests.entries()) {
    const page = await browser.openPage();

    try {
      await check(page);
      console.log(`ok ${i + 1} ${title}`);
    } catch (error) {
      failed = true;
      console.log(`not ok ${i + 1} ${title}\n${String(error.stack).replace(/^/gm, '# ')}`);
    }
    await page.close();
  }
} catch (error) {
  failed = true;
  console.log(`Bail out! ${error.stack}`);
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);

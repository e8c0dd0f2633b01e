/* gs-html-style.c: how the HTML report looks, on a screen and on paper.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-style.h"

/* Browsers that know no boxes in margins leave the number out. */
#define PAGE                \
  ";margin:18mm 16mm 20mm;" \
  "@bottom-center{content:counter(page);font:8.5pt sans-serif;color:#444}}\n"

/* The size of a page follows; no width in the text is fixed. */
/* clang-format off */
const char gs_html_style[] =
  ":root{color-scheme:light dark;--ink:#1d1d20;--dim:#55555c;--paper:#fff;--panel:#f4f4f6;--line:#c8c8cf;"
  "--link:#1a56a8;--asserts:#1b6135;--denies:#a1172a;--mark:#fbeaa0}\n"
  "@media (prefers-color-scheme:dark){:root{--ink:#ececf0;--dim:#b4b4bd;--paper:#1c1c20;--panel:#28282d;--line:#4c4c55;"
  "--link:#8fbcff;--asserts:#83d8a0;--denies:#ff9aa6;--mark:#57480c}}\n"
  "*{box-sizing:border-box}\n"
  "body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:60rem;background:var(--paper);color:var(--ink);"
  "font:1rem/1.5 system-ui,-apple-system,\"Cantarell\",\"Segoe UI\",\"Noto Sans\",\"DejaVu Sans\",sans-serif;overflow-wrap:anywhere}\n"
  "a{color:var(--link)}\n"
  "h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}\n"
  "h2{font-size:1.45rem;line-height:1.25;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}\n"
  "h3{font-size:1.15rem;line-height:1.3;margin:2.25rem 0 .5rem}\n"
  "h4{font-size:1rem;margin:0 0 .5rem}\n"
  "p{margin:.4rem 0}\n"
  ".dim,small{color:var(--dim)}\n"
  "nav ol{margin:1rem 0;padding-left:1.25rem;columns:2}\n"
  "table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.94rem}\n"
  "caption{text-align:left;color:var(--dim);padding-bottom:.25rem}\n"
  "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);unicode-bidi:isolate}\n"
  "th{overflow-wrap:normal}thead th{border-bottom-width:2px;white-space:nowrap}\n"
  "table.counts{width:auto}\n"
  "td.number,th.number{text-align:right;width:1%;overflow-wrap:normal;font-variant-numeric:tabular-nums}\n"
  "ol.claims,ol.notes,ol.articles{padding-left:0;list-style:none}\n"
  ".claim{margin:0 0 1.1rem;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line)}\n"
  ".claim.asserts{border-color:var(--asserts)}.claim.denies{border-color:var(--denies)}\n"
  ".summary,.articles cite{font-weight:600}.place{margin:.2rem 0 .2rem 1rem}\n"
  ".stance{font-weight:700;font-size:.85rem;white-space:nowrap}\n"
  ".stance.asserts{color:var(--asserts)}.stance.denies{color:var(--denies)}\n"
  "blockquote{margin:.4rem 0;padding:.4rem .75rem;background:var(--panel);border-radius:.3rem;white-space:pre-line}\n"
  "dl{margin:.4rem 0;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;font-size:.9rem}\n"
  "dl>div{display:flex;gap:.4rem;max-width:100%}\n"
  "dl.long{display:block}dl.long>div{display:block}dl.long dt,dl.long dd{display:inline}dl.long dt::after{content:\": \"}\n"
  "dt{color:var(--dim);flex:none}dt::after{content:\":\"}\n"
  "dd{margin:0;min-width:0;white-space:pre-line}\n"
  "sup{line-height:0}\n"
  ".pair{border:1px solid var(--line);border-radius:.4rem;padding:.8rem 1rem;margin:1rem 0}\n"
  ".sides{display:grid;grid-template-columns:1fr 1fr;gap:1.25rem}\n"
  ".verdict{font-weight:600}\n"
  ".notes li,.articles li{margin:0 0 .8rem}\n"
  ".notes{font-size:.92rem}\n"
  "mark{background:var(--mark);color:inherit}\n"
  "@media (max-width:40rem){.sides{grid-template-columns:1fr}nav ol{columns:1}th,thead th,th.number{overflow-wrap:anywhere;white-space:normal}"
  "th,td{padding:.3rem .25rem}}\n"
  "figure{margin:1rem 0;break-inside:avoid}svg{max-width:100%;height:auto}\n"
  ".fill-0{fill:var(--ink)}.fill-1{fill:var(--dim)}.fill-2{fill:var(--line)}.fill-3{fill:var(--panel)}"
  ".fill-4{fill:var(--asserts)}.fill-5{fill:var(--denies)}.fill-6{fill:var(--link)}"
  ".stroke-0{stroke:var(--ink)}.stroke-1{stroke:var(--dim)}.stroke-2{stroke:var(--line)}.stroke-3{stroke:var(--panel)}"
  ".stroke-4{stroke:var(--asserts)}.stroke-5{stroke:var(--denies)}.stroke-6{stroke:var(--link)}\n"
  "@media print{:root{font-size:9.5pt;color-scheme:light;--ink:#000;--dim:#444;--paper:#fff;--panel:#f2f2f2;--line:#999;--link:#000;"
  "--asserts:#14532b;--denies:#8c1020;--mark:#e6e6e6}\n"
  "body{max-width:none;padding:0;line-height:1.4}h2{margin-top:2.2rem}h3{margin-top:1.8rem}.claim{margin-bottom:.9rem}\n"
  "h2,h3,h4,caption,.verdict{break-after:avoid}.claim,.pair,.sides,.notes li,.articles li,tr,figure{break-inside:avoid}\n"
  "p,blockquote,dd{orphans:3;widows:3}a{text-decoration:none}thead{display:table-header-group;break-after:avoid}"
  "tbody tr:first-child{break-before:avoid}figure svg{width:100%}}\n";
const char gs_html_style_a4[] = "@page{size:A4" PAGE;
const char gs_html_style_letter[] = "@page{size:letter" PAGE;
/* clang-format on */

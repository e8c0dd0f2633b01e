/* gs-page.h: a report to read, as a stream of blocks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What such a report says is decided once, in gs-page-*.c; how it looks is up
 * to a sink: a web page, a printed one, a text document. A sink gets one block
 * at a time and keeps none, so that a report of any length needs the memory of
 * a block.
 */

#pragma once

#include "gs-figure.h"
#include "gs-report.h"

G_BEGIN_DECLS

/* Phrases ---------------------------------------------------------------------- */

typedef enum
{
  GS_RUN_PLAIN,
  GS_RUN_STRONG,
  GS_RUN_DIM,
  GS_RUN_ASSERTS,
  GS_RUN_DENIES,
  GS_RUN_MARK,  /* the quoted words between those around them */
  GS_RUN_TITLE, /* of a work */
  GS_RUN_NOTE,  /* the number of a note */
} GsRunStyle;

/* Words that look alike. */
typedef struct
{
  char      *text;
  GsRunStyle style;
  gboolean   foreign;  /* said by an article or the analyst: has a direction of its own */
  char      *language; /* (nullable): BCP 47 */
  char      *target;   /* (nullable): "#" and an anchor of the report, or an address on the web */
  char      *label;    /* (nullable): what the target is called to those who do not see it */
} GsRun;

typedef struct
{
  GArray *runs; /* GsRun */
} GsPhrase;

GsPhrase *gs_phrase_new   (void);
GsPhrase *gs_phrase_of    (GsRunStyle   style,
                           const char  *text);
void      gs_phrase_free  (GsPhrase    *self);
/* In our words. */
void      gs_phrase_say   (GsPhrase    *self,
                           GsRunStyle   style,
                           const char  *text);
/* In those of an article or the analyst. */
void      gs_phrase_quote (GsPhrase    *self,
                           GsRunStyle   style,
                           const char  *language,
                           const char  *text);
/* Makes the last run lead to @prefix and @id. */
void      gs_phrase_link  (GsPhrase    *self,
                           const char  *prefix,
                           const char  *id,
                           const char  *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPhrase, gs_phrase_free)

/* Names and values. */
typedef struct
{
  const char *name;
  GsPhrase   *value;
} GsPageField;

/* Blocks ----------------------------------------------------------------------- */

typedef enum
{
  GS_BLOCK_TEXT,
  GS_BLOCK_DIM,
  GS_BLOCK_QUOTE,
  GS_BLOCK_CHAIN,
  GS_BLOCK_VERDICT,
  GS_BLOCK_PLACE, /* where a quote stands */
} GsBlock;

typedef enum
{
  GS_GROUP_SECTION,
  GS_GROUP_CLAIMS, /* holds claims */
  GS_GROUP_ASSERTED, /* a claim */
  GS_GROUP_DENIED,
  GS_GROUP_PAIR,
  GS_GROUP_ARTICLES, /* holds items */
  GS_GROUP_NOTES,
  GS_GROUP_ITEM,
} GsGroup;

typedef struct
{
  GsBlock   block;
  GsPhrase *phrase;
} GsParagraph;

typedef struct
{
  const char *title;
  const char *language; /* "nl" */
  const char *state;    /* (nullable): of when it is, a sentence */
  const char *modified; /* (nullable): the same as an instant */
  int         paper;    /* GsPaper */
  guint       n_parts;
  const char * const *anchors; /* of the parts */
  const char * const *parts;   /* their titles */
} GsPageHead;

/* Columns of a table: relative widths; one is as wide as its numbers need. */
#define GS_COLUMN_NUMBER 0

typedef struct
{
  const char         *caption;
  guint               n_columns;
  const char * const *heads;   /* (nullable) */
  const guint        *widths;
  gboolean            is_named; /* the first cell names the row */
} GsPageTable;

typedef struct _GsPageSink GsPageSink;

/* Everything passed belongs to the caller. Errors wait until pass() or end(). */
struct _GsPageSink
{
  void     (*begin)     (GsPageSink *self, const GsPageHead *head);
  void     (*heading)   (GsPageSink *self, guint level, const char *anchor, const GsPhrase *phrase);
  void     (*paragraph) (GsPageSink *self, GsBlock block, const GsPhrase *phrase);
  /* @is_long: one a line. */
  void     (*fields)    (GsPageSink *self, const GsPageField *fields, guint n_fields, gboolean is_long);
  void     (*open)      (GsPageSink *self, GsGroup group, const char *anchor);
  void     (*close)     (GsPageSink *self, GsGroup group);
  /* Two beside each other: arrays of GsParagraph. */
  void     (*sides)     (GsPageSink *self, const GArray *a, const GArray *b);
  void     (*table)     (GsPageSink *self, const GsPageTable *table);
  void     (*row)       (GsPageSink *self, GsPhrase * const *cells);
  void     (*table_end) (GsPageSink *self);
  void     (*figure)    (GsPageSink *self, const GsFigure *figure);
  /* Hands on what has gathered, if it is worth it. */
  gboolean (*pass)      (GsPageSink *self, GError **error);
  gboolean (*end)       (GsPageSink *self, GError **error);
};

gboolean gs_page_write (GsWorkspace            *workspace,
                        const GsReportOptions  *options,
                        GsPageSink             *sink,
                        GCancellable           *cancellable,
                        GError                **error);

G_END_DECLS

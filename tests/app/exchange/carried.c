/* carried.c: did a report survive as a REFI-QDA project?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "carried.h"

#include <string.h>

#include "gs-markup-text.h"
#include "gs-records.h"

GPtrArray *
gs_carried_records (GsMemoryReport *report, const GsRecordType *type)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == type)
        return report->records[i];
    }

  g_assert_not_reached ();
}

/* What markup makes of a text that it cannot carry. */
static char *
as_carried (const char *text)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  static const char *const entities[][2] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" }, { "&amp;", "&" },
  };

  if (text == NULL || *text == '\0')
    return NULL;

  gs_markup_append_text (markup, text);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (markup, entities[i][0], entities[i][1], 0);

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static gboolean
is_carried (const char *before, const char *after)
{
  g_autofree char *expected = as_carried (before);

  if (g_strcmp0 (expected, after != NULL && *after != '\0' ? after : NULL) == 0)
    return TRUE;

  g_test_message ("“%.200s” became “%.200s”", expected, after);

  return FALSE;
}

/* A name, which is an attribute: no longer than parsers take. */
static gboolean
is_named (const char *before, const char *after)
{
  g_autofree char *clipped =
    before != NULL ? g_utf8_substring (before, 0, MIN (g_utf8_strlen (before, -1), 8000)) : NULL;

  /* What has no name is called "?", and an article by its first words. */
  return before == NULL || *before == '\0' || is_carried (clipped, after);
}

static gboolean
is_same (const char *before, const char *after)
{
  return g_strcmp0 (before, after) == 0;
}

/* Fields of one record: which differs, or NULL. */
#define CHECK(condition, field) \
  if (!(condition))             \
  return field

static const char *
compare_article (const GsArticleRecord *a, const GsArticleRecord *b)
{
  CHECK (is_same (a->text, b->text), "text");
  CHECK (is_carried (a->outlet, b->outlet), "outlet");
  CHECK (is_carried (a->language, b->language), "language");
  CHECK (is_named (a->title, b->title), "title");

  return NULL;
}

static const char *
compare_tag (const GsTagRecord *a, const GsTagRecord *b)
{
  CHECK (is_named (a->name, b->name), "name");
  CHECK (is_same (a->parent, b->parent), "parent");
  CHECK (is_carried (a->description, b->description), "description");

  return NULL;
}

static const char *
compare_source (const GsSourceRecord *a, const GsSourceRecord *b)
{
  CHECK (a->kind == b->kind, "kind");
  CHECK (is_named (a->name, b->name), "name");
  CHECK (is_carried (a->note, b->note), "note");

  return NULL;
}

static const char *
compare_question (const GsQuestionRecord *a, const GsQuestionRecord *b)
{
  CHECK (is_named (a->text, b->text), "text");
  CHECK (is_carried (a->note, b->note), "note");

  return NULL;
}

static const char *
compare_link (const GsLinkRecord *a, const GsLinkRecord *b)
{
  CHECK (is_same (a->a, b->a) && is_same (a->b, b->b), "claims");
  CHECK (a->kind == b->kind, "kind");
  CHECK (a->verdict == b->verdict, "verdict");

  return NULL;
}

static const GsSpanRecord *
find_span (const GsClaimRecord *claim, const char *uuid)
{
  for (guint i = 0; i < claim->spans->len; i++)
    {
      const GsSpanRecord *span = claim->spans->pdata[i];

      if (is_same (span->uuid, uuid))
        return span;
    }

  return NULL;
}

static const char *
compare_spans (const GsClaimRecord *a, const GsClaimRecord *b)
{
  CHECK (a->spans->len == b->spans->len, "number of spans");
  for (guint i = 0; i < a->spans->len; i++)
    {
      const GsSpanRecord *one = a->spans->pdata[i], *other = find_span (b, one->uuid);
      gboolean lost = one->orphaned || a->article == NULL || one->end <= one->start;

      CHECK (other != NULL, "span");
      CHECK (one->role == other->role, "role of a span");
      CHECK (one->start == other->start && one->end == other->end, "place of a span");
      CHECK (lost == other->orphaned, "a lost place");
      CHECK (other->orphaned || is_same (one->exact, other->exact), "quote");
    }

  return NULL;
}

static const char *
compare_claim (const GsClaimRecord *a, const GsClaimRecord *b)
{
  CHECK (is_same (a->article, b->article), "article");
  CHECK (is_same (a->question, b->question), "question");
  CHECK (is_carried (a->summary, b->summary), "summary");
  CHECK (is_carried (a->scope, b->scope), "scope");
  CHECK (is_carried (a->value, b->value), "value");
  CHECK (is_carried (a->note, b->note), "note");
  CHECK (a->stance == b->stance, "stance");
  CHECK (a->certainty == b->certainty, "certainty");
  CHECK (a->status == b->status, "status");
  CHECK (a->credibility == b->credibility, "credibility");
  CHECK (a->review == b->review, "review");
  CHECK (a->hops->len == b->hops->len, "chain");
  CHECK (a->tags->len == b->tags->len, "number of tags");
  for (guint i = 0; i < a->tags->len; i++)
    CHECK (is_same (a->tags->pdata[i], b->tags->pdata[i]), "tags");

  return compare_spans (a, b);
}

static const char *
uuid_of (gconstpointer record)
{
  return ((const GsAnnotatorRecord *) record)->uuid;
}

/* Codes come nested, so that tags are in another order. */
static gconstpointer
find (const GPtrArray *records, const char *uuid)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (is_same (uuid_of (records->pdata[i]), uuid))
        return records->pdata[i];
    }

  return NULL;
}

static const char *
compare (const GsRecordType *type, gconstpointer a, gconstpointer b)
{
  CHECK (b != NULL, "UUID");
  if (type == &gs_article_type)
    return compare_article (a, b);
  if (type == &gs_tag_type)
    return compare_tag (a, b);
  if (type == &gs_source_type)
    return compare_source (a, b);
  if (type == &gs_question_type)
    return compare_question (a, b);
  if (type == &gs_claim_type)
    return compare_claim (a, b);

  return type == &gs_link_type ? compare_link (a, b) : NULL;
}

char *
gs_carried_difference (GsMemoryReport *before, GsMemoryReport *after)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];
      GPtrArray *a = gs_carried_records (before, type), *b = gs_carried_records (after, type);

      if (a->len != b->len)
        return g_strdup_printf ("%u %s before, %u after", a->len, type->plural, b->len);
      for (guint j = 0; j < a->len; j++)
        {
          const char *field = compare (type, a->pdata[j], find (b, uuid_of (a->pdata[j])));

          if (field != NULL)
            return g_strdup_printf ("%s of %s %u", field, type->name, j);
        }
    }

  return NULL;
}

/* gs-qdpx-parts.c: users, codes, sources, notes and links of a REFI-QDA project.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qdpx-private.h"

#include "gs-qda-note.h"

void
gs_qdpx_put_users (GsQdpx *self)
{
  GPtrArray *annotators = gs_report_catalogue_list (self->catalogue, &gs_annotator_type);

  if (annotators->len == 0)
    return;

  g_string_append (self->xml, "<Users>\n");
  for (guint i = 0; i < annotators->len; i++)
    {
      const GsAnnotatorRecord *annotator = annotators->pdata[i];

      g_string_append (self->xml, "<User");
      gs_qdpx_put_attribute (self, "guid", annotator->uuid);
      gs_qdpx_put_attribute (self, "name", annotator->name);
      g_string_append (self->xml, "/>\n");
    }
  g_string_append (self->xml, "</Users>\n");
}

/* Codes -------------------------------------------------------------------------- */

static gboolean
is_colour (const char *colour)
{
  return colour != NULL && g_regex_match_simple ("^#[0-9A-Fa-f]{6}\\z", colour, 0, 0);
}

/* Tags below @parent, which is NULL for those at the top. */
static void
put_codes_below (GsQdpx *self, const GsTagRecord *parent)
{
  GPtrArray *tags = gs_report_catalogue_list (self->catalogue, &gs_tag_type);

  for (guint i = 0; i < tags->len; i++)
    {
      const GsTagRecord *tag = tags->pdata[i];

      if (gs_report_catalogue_get (self->catalogue, &gs_tag_type, tag->parent) != parent)
        continue;
      g_string_append (self->xml, "<Code isCodable=\"true\"");
      gs_qdpx_put_attribute (self, "guid", tag->uuid);
      gs_qdpx_put_attribute (self, "name", tag->name != NULL ? tag->name : "?");
      gs_qdpx_put_attribute (self, "color", is_colour (tag->colour) ? tag->colour : NULL);
      g_string_append (self->xml, ">\n");
      gs_qdpx_put_element (self, "Description", tag->description);
      put_codes_below (self, tag);
      g_string_append (self->xml, "</Code>\n");
    }
}

void
gs_qdpx_put_codes (GsQdpx *self)
{
  if (gs_report_catalogue_list (self->catalogue, &gs_tag_type)->len == 0)
    return;

  g_string_append (self->xml, "<CodeBook><Codes>\n");
  put_codes_below (self, NULL);
  g_string_append (self->xml, "</Codes></CodeBook>\n");
}

/* Sources ------------------------------------------------------------------------ */

/* A coding has a name of its own there; here it is a tag of a claim. @coded: what has it. */
static void
put_coding (GsQdpx *self, const GsClaimRecord *claim, const char *coded, const char *tag)
{
  g_autofree char *both = g_strconcat (coded, " ", tag, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  g_autofree char *guid = g_strdup_printf ("%.8s-%.4s-5%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15, sum + 18);

  g_string_append (self->xml, "<Coding");
  gs_qdpx_put_attribute (self, "guid", guid);
  gs_qdpx_put_maker (self, (const GsHeadRecord *) claim, FALSE);
  g_string_append (self->xml, "><CodeRef");
  gs_qdpx_put_attribute (self, "targetGUID", tag);
  g_string_append (self->xml, "/></Coding>\n");
}

/* A place that is lost is not given as one; it is in the claim's note. */
static gboolean
has_place (const GsSpanRecord *span)
{
  return !span->orphaned && span->start >= 0 && span->end > span->start;
}

/* Whether a selection carries the claim's tags; otherwise its note does. */
static gboolean
has_quote (const GsClaimRecord *claim)
{
  for (guint i = 0; claim->article != NULL && i < claim->spans->len; i++)
    {
      const GsSpanRecord *span = claim->spans->pdata[i];

      if (span->role == GS_SPAN_QUOTE && has_place (span))
        return TRUE;
    }

  return FALSE;
}

static void
put_note_ref (GsQdpx *self, const char *guid)
{
  g_string_append (self->xml, "<NoteRef");
  gs_qdpx_put_attribute (self, "targetGUID", guid);
  g_string_append (self->xml, "/>");
}

static void
put_selection (GsQdpx *self, const GsClaimRecord *claim, const GsSpanRecord *span)
{
  if (!has_place (span))
    return;

  g_string_append (self->xml, "<PlainTextSelection");
  gs_qdpx_put_attribute (self, "guid", span->uuid);
  gs_qdpx_put_name (self, claim->summary);
  g_string_append_printf (self->xml, " startPosition=\"%" G_GINT64_FORMAT "\" endPosition=\"%" G_GINT64_FORMAT "\"",
                          span->start, span->end);
  gs_qdpx_put_maker (self, (const GsHeadRecord *) claim, TRUE);
  g_string_append (self->xml, ">\n");
  if (span->role != GS_SPAN_QUOTE)
    gs_qdpx_put_element (self, "Description", gs_word_to_nick (&gs_span_roles, span->role));
  for (guint i = 0; i < claim->tags->len && span->role == GS_SPAN_QUOTE; i++)
    put_coding (self, claim, span->uuid, claim->tags->pdata[i]);
  put_note_ref (self, claim->uuid);
  g_string_append (self->xml, "</PlainTextSelection>\n");
}

/* Claims that have no place in the text are about it all the same. */
static void
put_notes_of_article (GsQdpx *self, const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];
      gboolean placed = FALSE;

      for (guint j = 0; j < claim->spans->len; j++)
        placed = placed || has_place (claim->spans->pdata[j]);
      if (!placed && gs_qdpx_is_chosen (self, claim))
        put_note_ref (self, claim->uuid);
    }
}

static gboolean
put_source (GsQdpx *self, const GsArticleRecord *article, GError **error)
{
  g_autofree char *path = g_strdup_printf ("internal://%s.txt", article->uuid);
  g_autoptr (GPtrArray) claims = gs_workspace_claims_of_article (self->workspace, article->uuid, error);

  if (claims == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  g_string_append (self->xml, "<TextSource");
  gs_qdpx_put_attribute (self, "guid", article->uuid);
  gs_qdpx_put_name (self, article->title);
  gs_qdpx_put_attribute (self, "plainTextPath", path);
  gs_qdpx_put_maker (self, (const GsHeadRecord *) article, TRUE);
  g_string_append (self->xml, ">\n");
  gs_qdpx_put_element (self, "Description", article->url);
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (!gs_qdpx_is_chosen (self, claim))
        continue;
      for (guint j = 0; j < claim->spans->len; j++)
        put_selection (self, claim, claim->spans->pdata[j]);
    }
  put_notes_of_article (self, claims);
  gs_qdpx_put_values (self, article);
  g_string_append (self->xml, "</TextSource>\n");

  return gs_qdpx_pass (self, error);
}

gboolean
gs_qdpx_put_sources (GsQdpx *self, GError **error)
{
  GPtrArray *articles = gs_report_catalogue_list (self->catalogue, &gs_article_type);

  if (articles->len == 0)
    return TRUE;

  g_string_append (self->xml, "<Sources>\n");
  for (guint i = 0; i < articles->len; i++)
    {
      if (!put_source (self, articles->pdata[i], error))
        return FALSE;
    }
  g_string_append (self->xml, "</Sources>\n");

  return TRUE;
}

/* Notes and links ---------------------------------------------------------------- */

/* What a claim says beyond its place and its tags, for people to read. */
static void
put_note (GsQdpx *self, const GsClaimRecord *claim)
{
  GsQdaNames names = { .question = gs_report_catalogue_question (self->catalogue, claim->question) };
  g_autofree const char **sources = g_new0 (const char *, claim->hops->len + 1);
  g_autofree char *text = NULL;

  for (guint i = 0; i < claim->hops->len; i++)
    sources[i] = gs_report_catalogue_source (self->catalogue, ((GsHopRecord *) claim->hops->pdata[i])->source);
  names.sources = sources;
  text = gs_qda_note_format (claim, &names);

  g_string_append (self->xml, "<Note");
  gs_qdpx_put_attribute (self, "guid", claim->uuid);
  gs_qdpx_put_name (self, claim->summary);
  gs_qdpx_put_maker (self, (const GsHeadRecord *) claim, TRUE);
  g_string_append (self->xml, ">");
  gs_qdpx_put_element (self, "PlainTextContent", text);
  for (guint i = 0; i < claim->tags->len && !has_quote (claim); i++)
    put_coding (self, claim, claim->uuid, claim->tags->pdata[i]);
  g_string_append (self->xml, "</Note>\n");
  gs_qdpx_add_member (self, claim);
}

static void
put_link (GsQdpx *self, const GsLinkRecord *link)
{
  const char *kind = gs_word_to_nick (&gs_link_kinds, link->kind);
  const char *verdict = gs_word_to_nick (&gs_verdicts, link->verdict);
  g_autofree char *name = NULL;

  if (link->a == NULL || link->b == NULL)
    return;

  name = g_strjoin (", ", kind, verdict, link->reason, NULL);
  g_string_append (self->xml, "<Link direction=\"OneWay\"");
  gs_qdpx_put_attribute (self, "guid", link->uuid);
  gs_qdpx_put_attribute (self, "name", name);
  gs_qdpx_put_attribute (self, "originGUID", link->a);
  gs_qdpx_put_attribute (self, "targetGUID", link->b);
  g_string_append (self->xml, "/>\n");
}

/* Walks the records once more: claims make notes, links come after them. */
typedef struct
{
  GsReportSink parent;
  GsQdpx *qdpx;
  const char *open; /* "Notes", "Links" or NULL */
} Walker;

static gboolean
walker_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  return TRUE;
}

static void
move_to (Walker *walker, const char *part)
{
  if (walker->open == part)
    return;

  if (walker->open != NULL)
    g_string_append_printf (walker->qdpx->xml, "</%s>\n", walker->open);
  walker->open = part;
  if (part != NULL)
    g_string_append_printf (walker->qdpx->xml, "<%s>\n", part);
}

static gboolean
walker_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  static const char notes[] = "Notes", links[] = "Links";
  Walker *walker = (Walker *) sink;
  const GsLinkRecord *link = record;

  if (type == &gs_claim_type)
    {
      move_to (walker, notes);
      put_note (walker->qdpx, record);
    }
  else if (type == &gs_link_type && link->a != NULL && link->b != NULL)
    {
      move_to (walker, links);
      put_link (walker->qdpx, record);
    }

  return gs_qdpx_pass (walker->qdpx, error);
}

static gboolean
walker_end (GsReportSink *sink, GError **error)
{
  move_to ((Walker *) sink, NULL);

  return TRUE;
}

gboolean
gs_qdpx_put_notes (GsQdpx *self, GError **error)
{
  Walker walker = { { walker_begin, walker_record, walker_end, NULL }, self, NULL };

  return gs_report_feed_within (self->workspace, self->options, &walker.parent, self->cancellable, error);
}

/* gs-qdpx-write.c: the workspace as a REFI-QDA project, QDPX 1.5.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For programs of qualitative analysis: tags are codes, places of claims are
 * coded selections in code points, and what else a claim says is a note on
 * them. A ZIP archive of project.qde and the texts.
 */

#include "config.h"

#include "gs-qdpx-private.h"

#include <string.h>

#include "gs-markup-text.h"
#include "gs-report-checks.h"

#define PIECE (64 * 1024)
#define MAX_NAME 255
/* Readers, ours among them, refuse tags without bounds. */
#define MAX_ATTRIBUTE 8000
#define BOM "\xef\xbb\xbf"

/* Parsers make spaces of tabs and line ends in attributes, unless they are escaped. */
static void
keep_white_space (GString *xml, gsize from)
{
  for (gsize i = from; i < xml->len; i++)
    {
      const char *escape = xml->str[i] == '\n' ? "&#10;" : xml->str[i] == '\t' ? "&#9;" : NULL;

      if (escape == NULL)
        continue;
      g_string_erase (xml, (gssize) i, 1);
      g_string_insert (xml, (gssize) i, escape);
      i += strlen (escape) - 1;
    }
}

void
gs_qdpx_put_attribute (GsQdpx *self, const char *name, const char *value)
{
  g_autofree char *clipped = NULL;
  gsize from;

  if (value == NULL)
    return;

  g_string_append_printf (self->xml, " %s=\"", name);
  from = self->xml->len;
  if (g_utf8_strlen (value, -1) > MAX_ATTRIBUTE)
    clipped = g_utf8_substring (value, 0, MAX_ATTRIBUTE);
  gs_markup_append_text (self->xml, clipped != NULL ? clipped : value);
  keep_white_space (self->xml, from);
  g_string_append_c (self->xml, '"');
}

void
gs_qdpx_put_name (GsQdpx *self, const char *value)
{
  g_autofree char *clipped =
    value != NULL && g_utf8_strlen (value, -1) > MAX_NAME ? g_utf8_substring (value, 0, MAX_NAME) : NULL;

  gs_qdpx_put_attribute (self, "name", clipped != NULL ? clipped : value);
}

gboolean
gs_qdpx_is_chosen (GsQdpx *self, const GsClaimRecord *claim)
{
  return self->claims == NULL || g_hash_table_contains (self->claims, claim->uuid);
}

void
gs_qdpx_put_element (GsQdpx *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (self->xml, "<%s>", name);
  gs_markup_append_text (self->xml, text);
  g_string_append_printf (self->xml, "</%s>\n", name);
}

void
gs_qdpx_put_maker (GsQdpx *self, const GsHeadRecord *head, gboolean changes)
{
  if (gs_report_catalogue_get (self->catalogue, &gs_annotator_type, head->author) != NULL)
    gs_qdpx_put_attribute (self, "creatingUser", head->author);
  gs_qdpx_put_attribute (self, "creationDateTime", gs_is_instant (head->created) ? head->created : NULL);
  if (!changes)
    return;

  if (gs_report_catalogue_get (self->catalogue, &gs_annotator_type, head->modified_by) != NULL)
    gs_qdpx_put_attribute (self, "modifyingUser", head->modified_by);
  gs_qdpx_put_attribute (self, "modifiedDateTime", gs_is_instant (head->modified) ? head->modified : NULL);
}

static gboolean
flush (GsQdpx *self, GError **error)
{
  if (!gs_zip_writer_write (self->zip, self->xml->str, self->xml->len, error))
    return FALSE;

  g_string_truncate (self->xml, 0);

  return TRUE;
}

gboolean
gs_qdpx_pass (GsQdpx *self, GError **error)
{
  return self->xml->len < PIECE || flush (self, error);
}

/* First walk: what claims refer to, and which there are. */
typedef struct
{
  GsReportSink parent;
  GsQdpx *qdpx;
} Counter;

static gboolean
counter_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  ((Counter *) sink)->qdpx->title = g_strdup (header->title);

  return TRUE;
}

static gboolean
counter_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsQdpx *self = ((Counter *) sink)->qdpx;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_claim_type && self->claims != NULL)
    g_hash_table_add (self->claims, g_strdup (((GsClaimRecord *) record)->uuid));

  return TRUE;
}

static gboolean
counter_end (GsReportSink *sink, GError **error)
{
  return TRUE;
}

static gboolean
write_project (GsQdpx *self, GError **error)
{
  if (!gs_zip_writer_begin (self->zip, "project.qde", error))
    return FALSE;

  g_string_append (self->xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                              "<Project xmlns=\"urn:QDA-XML:project:1.0\" origin=\"Gainsay\"");
  gs_qdpx_put_attribute (self, "name", self->title != NULL ? self->title : "Gainsay");
  g_string_append (self->xml, ">\n");
  gs_qdpx_put_users (self);
  gs_qdpx_put_codes (self);
  gs_qdpx_put_variables (self);
  gs_qdpx_put_cases (self);
  if (!gs_qdpx_put_sources (self, error) || !gs_qdpx_put_notes (self, error) || !gs_qdpx_put_sets (self, error))
    return FALSE;
  g_string_append (self->xml, "</Project>\n");

  return flush (self, error);
}

static gboolean
write_text (GsQdpx *self, const char *uuid, GError **error)
{
  g_autofree char *name = g_strdup_printf ("sources/%s.txt", uuid);
  g_autoptr (GsArticleRecord) article = gs_workspace_load (self->workspace, &gs_article_type, uuid, error);
  const char *text = article != NULL && article->text != NULL ? article->text : "";

  if (article == NULL || !gs_zip_writer_begin (self->zip, name, error))
    return FALSE;

  /* Readers take a byte order mark away, and offsets would be off by one. */
  if (g_str_has_prefix (text, BOM) && !gs_zip_writer_write (self->zip, BOM, strlen (BOM), error))
    return FALSE;

  return gs_zip_writer_write (self->zip, text, strlen (text), error);
}

static gboolean
write_texts (GsQdpx *self, GError **error)
{
  GPtrArray *articles = gs_report_catalogue_list (self->catalogue, &gs_article_type);

  for (guint i = 0; i < articles->len; i++)
    {
      const GsArticleRecord *article = articles->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !write_text (self, article->uuid, error))
        return FALSE;
    }

  return TRUE;
}

static void
qdpx_clear (GsQdpx *self)
{
  gs_zip_writer_free (self->zip);
  g_string_free (self->xml, TRUE);
  gs_report_catalogue_free (self->catalogue);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsQdpx, qdpx_clear)

/**
 * gs_qdpx_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it
 * @out: where to write; not closed
 * @cancellable: (nullable): looked at with every record
 *
 * Blocks. Claims are held one article at a time.
 *
 * Returns: whether the whole project was written
 */
gboolean
gs_qdpx_write (GsWorkspace *workspace,
               const GsReportOptions *options,
               GOutputStream *out,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (GsQdpx) self = { .workspace = workspace, .options = options, .cancellable = cancellable };
  Counter counter = { { counter_begin, counter_record, counter_end, NULL }, &self };

  self.zip = gs_zip_writer_new (out);
  self.xml = g_string_sized_new (PIECE);
  self.catalogue = gs_report_catalogue_new ();
  if (!gs_report_options_are_whole (options))
    self.claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return gs_report_feed_within (workspace, options, &counter.parent, cancellable, error) && write_project (&self, error)
         && write_texts (&self, error) && gs_zip_writer_finish (self.zip, error);
}

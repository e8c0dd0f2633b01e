/* gs-docx.c: Word documents.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the text that stands: what a revision deleted or moved away is not
 * there, and of a drawing's two forms only the newer is read.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-flow.h"
#include "gs-office.h"
#include "gs-package.h"
#include "gs-sax.h"
#include "gs-zones.h"

#define MEDIA_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

typedef struct
{
  GsFlow flow;
  GHashTable *styles; /* id → name in lower case */
  char *style;        /* whose id is being read */
  guint skipped;      /* depth inside of what is not read */
  gboolean in_text;   /* inside w:t */
  gboolean notes;     /* in the part of the notes */
} Docx;

/* "Heading 1", "heading 1": Word keeps the English name in every language. */
static void
apply_style (Docx *self, const char *id)
{
  const char *name = g_hash_table_lookup (self->styles, id);
  g_autofree char *own = g_ascii_strdown (name != NULL ? name : id, -1);

  if (g_str_has_prefix (own, "heading"))
    gs_flow_mark (&self->flow, 0, (guint) CLAMP (atoi (own + 7 + strspn (own + 7, " ")), 1, 6), GS_ZONE_BODY);
  else if (strcmp (own, "title") == 0)
    gs_flow_mark (&self->flow, GS_BLOCK_HEADING, 1, GS_ZONE_TITLE);
  else if (strcmp (own, "subtitle") == 0)
    gs_flow_mark (&self->flow, 0, 0, GS_ZONE_SUBHEAD);
  else if (strcmp (own, "caption") == 0)
    gs_flow_mark (&self->flow, 0, 0, GS_ZONE_CAPTION);
}

static gboolean
is_skipped (const char *name)
{
  return strcmp (name, "Fallback") == 0 || strcmp (name, "moveFrom") == 0 || strcmp (name, "del") == 0
         || strcmp (name, "instrText") == 0;
}

static void
add_mark (Docx *self, const GsSaxAttributes *attributes)
{
  g_autofree char *id = gs_sax_attribute (attributes, "id");
  g_autofree char *mark = id != NULL ? g_strdup_printf ("[%s]", id) : NULL;

  if (mark != NULL)
    gs_flow_text (&self->flow, mark, strlen (mark));
}

/* Notes of a type are the line above them, not notes. */
static void
begin_note (Docx *self, const GsSaxAttributes *attributes)
{
  g_autofree char *type = gs_sax_attribute (attributes, "type");
  g_autofree char *id = gs_sax_attribute (attributes, "id");

  if (type != NULL || id == NULL)
    self->skipped = 1;
  else
    gs_flow_begin_note (&self->flow, id);
}

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Docx *self = data;
  g_autofree char *value = NULL;

  if (self->skipped > 0 || is_skipped (name))
    {
      self->skipped++;
      return;
    }
  self->in_text = strcmp (name, "t") == 0;
  if (strcmp (name, "p") == 0)
    gs_flow_begin (&self->flow);
  else if (strcmp (name, "pStyle") == 0 && (value = gs_sax_attribute (attributes, "val")) != NULL)
    apply_style (self, value);
  else if (strcmp (name, "numPr") == 0)
    gs_flow_mark (&self->flow, GS_BLOCK_LIST, 0, GS_ZONE_BODY);
  else if (strcmp (name, "tab") == 0 || strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    gs_flow_text (&self->flow, " ", 1);
  else if (strcmp (name, "noBreakHyphen") == 0)
    gs_flow_text (&self->flow, "-", 1);
  else if (strcmp (name, "footnoteReference") == 0 || strcmp (name, "endnoteReference") == 0)
    add_mark (self, attributes);
  else if (strcmp (name, "footnote") == 0 || strcmp (name, "endnote") == 0)
    begin_note (self, attributes);
}

static void
end_cb (gpointer data, const char *name)
{
  Docx *self = data;

  self->in_text = FALSE;
  if (self->skipped > 0)
    self->skipped--;
  else if (strcmp (name, "p") == 0)
    gs_flow_end (&self->flow);
  else if (strcmp (name, "footnote") == 0 || strcmp (name, "endnote") == 0)
    gs_flow_end_note (&self->flow);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Docx *self = data;

  if (self->in_text && self->skipped == 0)
    gs_flow_text (&self->flow, text, length);
}

static void
style_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Docx *self = data;

  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      self->style = gs_sax_attribute (attributes, "styleId");
    }
  else if (strcmp (name, "name") == 0 && self->style != NULL)
    {
      char *value = gs_sax_attribute (attributes, "val");

      if (value != NULL)
        g_hash_table_insert (self->styles, g_steal_pointer (&self->style), value);
    }
}

static gboolean
wanted (const char *name)
{
  static const char *const names[] = { "word/document.xml",  "word/document2.xml", "word/styles.xml",
                                       "word/footnotes.xml", "word/endnotes.xml",  "docProps/core.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (name, names[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_parts (Docx *self, GsIntake *intake, GHashTable *parts, GError **error)
{
  const GsSaxHandler styles = { style_cb, NULL, NULL };
  const GsSaxHandler body = { start_cb, end_cb, text_cb };
  static const char *const notes[] = { "word/footnotes.xml", "word/endnotes.xml" };
  GBytes *part = g_hash_table_lookup (parts, "word/styles.xml");
  GBytes *text = g_hash_table_lookup (parts, "word/document.xml");

  if (text == NULL)
    text = g_hash_table_lookup (parts, "word/document2.xml");
  if (text == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("an Office document without the text of one"));
      return FALSE;
    }
  if (part != NULL && !gs_sax_parse (part, &styles, self, intake->limits, error))
    return FALSE;
  if (!gs_sax_parse (text, &body, self, intake->limits, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      part = g_hash_table_lookup (parts, notes[i]);
      if (part != NULL && !gs_sax_parse (part, &body, self, intake->limits, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_docx_read:
 * @intake: gets one article
 * @bytes: a DOCX document (ECMA-376)
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_docx_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) parts = gs_package_expand (bytes, wanted, intake->limits, error);
  g_autoptr (GsDocument) document = NULL;
  Docx self = { 0 };
  gboolean done;

  if (parts == NULL)
    return FALSE;

  document = gs_document_new ();
  gs_flow_init (&self.flow, document);
  self.styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = read_parts (&self, intake, parts, error);
  if (done)
    gs_flow_finish (&self.flow);
  gs_flow_clear (&self.flow);
  g_hash_table_unref (self.styles);
  g_free (self.style);
  if (!done)
    return FALSE;

  gs_office_read_core (intake, g_hash_table_lookup (parts, "docProps/core.xml"), FALSE, document->article);
  gs_zones_classify (document);
  gs_intake_finish (intake, g_steal_pointer (&document), bytes, MEDIA_TYPE);

  return TRUE;
}

/* gs-odt.c: OpenDocument texts.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-flow.h"
#include "gs-office.h"
#include "gs-package.h"
#include "gs-sax.h"
#include "gs-zones.h"

#define MAX_CITATION_BYTES 20
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

typedef struct
{
  GsFlow flow;
  GHashTable *parents; /* automatic style → the one it is made from */
  guint skipped;       /* depth inside of what is not read */
  guint lists;         /* depth */
  gboolean in_body;
  GString *citation; /* of the note that begins, or NULL */
} Odt;

static void
apply_style (Odt *self, const char *name)
{
  const char *parent = g_hash_table_lookup (self->parents, name);

  if (parent != NULL)
    name = parent;
  if (strcmp (name, "Title") == 0)
    gs_flow_mark (&self->flow, GS_BLOCK_HEADING, 1, GS_ZONE_TITLE);
  else if (strcmp (name, "Subtitle") == 0)
    gs_flow_mark (&self->flow, 0, 0, GS_ZONE_SUBHEAD);
  else if (strcmp (name, "Caption") == 0 || strcmp (name, "Illustration") == 0 || strcmp (name, "Figure") == 0)
    gs_flow_mark (&self->flow, 0, 0, GS_ZONE_CAPTION);
}

static void
begin_paragraph (Odt *self, const char *name, const GsSaxAttributes *attributes)
{
  g_autofree char *style = gs_sax_attribute (attributes, "style-name");
  g_autofree char *level = gs_sax_attribute (attributes, "outline-level");

  gs_flow_begin (&self->flow);
  if (strcmp (name, "h") == 0)
    gs_flow_mark (&self->flow, 0, level != NULL ? (guint) CLAMP (atoi (level), 1, 6) : 1, GS_ZONE_BODY);
  if (self->lists > 0)
    gs_flow_mark (&self->flow, GS_BLOCK_LIST, 0, GS_ZONE_BODY);
  if (style != NULL)
    apply_style (self, style);
}

static void
add_style (Odt *self, const GsSaxAttributes *attributes)
{
  char *name = gs_sax_attribute (attributes, "name");
  char *parent = gs_sax_attribute (attributes, "parent-style-name");

  if (name != NULL && parent != NULL)
    {
      g_hash_table_insert (self->parents, name, parent);
      return;
    }
  g_free (name);
  g_free (parent);
}

static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "tracked-changes", "annotation", "forms", "table-of-content", "sequence-decls" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (name, names[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Odt *self = data;

  if (self->skipped > 0 || is_skipped (name))
    self->skipped++;
  else if (!self->in_body && strcmp (name, "style") == 0)
    add_style (self, attributes);
  else if (strcmp (name, "body") == 0)
    self->in_body = TRUE;
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    begin_paragraph (self, name, attributes);
  else if (strcmp (name, "list") == 0)
    self->lists++;
  else if (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0 || strcmp (name, "line-break") == 0)
    gs_flow_text (&self->flow, " ", 1);
  else if (strcmp (name, "note-citation") == 0 && self->citation == NULL)
    self->citation = g_string_new (NULL);
  else if (strcmp (name, "note-body") == 0)
    gs_flow_begin_note (&self->flow, self->citation != NULL ? self->citation->str : "");
}

static void
end_citation (Odt *self)
{
  gs_flow_text (&self->flow, "[", 1);
  gs_flow_text (&self->flow, self->citation->str, self->citation->len);
  gs_flow_text (&self->flow, "]", 1);
}

static void
end_cb (gpointer data, const char *name)
{
  Odt *self = data;

  if (self->skipped > 0)
    self->skipped--;
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    gs_flow_end (&self->flow);
  else if (strcmp (name, "list") == 0 && self->lists > 0)
    self->lists--;
  else if (strcmp (name, "note-body") == 0)
    gs_flow_end_note (&self->flow);
  else if (self->citation != NULL && strcmp (name, "note-citation") == 0)
    end_citation (self);
  else if (self->citation != NULL && strcmp (name, "note") == 0)
    g_string_free (g_steal_pointer (&self->citation), TRUE);
}

/* Whole characters, and no more than a mark has. */
static void
append_citation (Odt *self, const char *text, gsize length)
{
  gsize n = MIN (length, MAX_CITATION_BYTES);

  while (n > 0 && n < length && ((guchar) text[n] & 0xc0) == 0x80)
    n--;
  g_string_append_len (self->citation, text, (gssize) n);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Odt *self = data;

  if (!self->in_body || self->skipped > 0)
    return;
  if (self->citation != NULL && !self->flow.in_note && self->citation->len < MAX_CITATION_BYTES)
    append_citation (self, text, length);
  else
    gs_flow_text (&self->flow, text, length);
}

static gboolean
wanted (const char *name)
{
  return strcmp (name, "content.xml") == 0 || strcmp (name, "meta.xml") == 0;
}

static gboolean
read_content (Odt *self, GsIntake *intake, GBytes *content, GError **error)
{
  const GsSaxHandler handler = { start_cb, end_cb, text_cb };

  if (content == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("an OpenDocument file without content"));
      return FALSE;
    }

  return gs_sax_parse (content, &handler, self, intake->limits, error);
}

/**
 * gs_odt_read:
 * @intake: gets one article
 * @bytes: an OpenDocument text
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_odt_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) parts = gs_package_expand (bytes, wanted, intake->limits, error);
  g_autoptr (GsDocument) document = NULL;
  Odt self = { 0 };
  gboolean done;

  if (parts == NULL)
    return FALSE;

  document = gs_document_new ();
  gs_flow_init (&self.flow, document);
  self.parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = read_content (&self, intake, g_hash_table_lookup (parts, "content.xml"), error);
  if (done)
    gs_flow_finish (&self.flow);
  gs_flow_clear (&self.flow);
  g_hash_table_unref (self.parents);
  if (self.citation != NULL)
    g_string_free (self.citation, TRUE);
  if (!done)
    return FALSE;

  gs_office_read_core (intake, g_hash_table_lookup (parts, "meta.xml"), FALSE, document->article);
  gs_zones_classify (document);
  gs_intake_finish (intake, g_steal_pointer (&document), bytes, MEDIA_TYPE);

  return TRUE;
}

/* gs-epub.c: EPUB books.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the spine in their order, each read as the web page it is, one
 * after the other in one article.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-office.h"
#include "gs-package.h"
#include "gs-sax.h"

typedef struct
{
  char *root;        /* path of the package file */
  GHashTable *items; /* id → href */
  GPtrArray *spine;  /* ids */
} Epub;

static void
container_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Epub *self = data;

  if (strcmp (name, "rootfile") == 0 && self->root == NULL)
    self->root = gs_sax_attribute (attributes, "full-path");
}

static void
package_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Epub *self = data;
  g_autofree char *id = NULL;
  g_autofree char *href = NULL;

  if (strcmp (name, "item") == 0)
    {
      id = gs_sax_attribute (attributes, "id");
      href = gs_sax_attribute (attributes, "href");
      if (id != NULL && href != NULL)
        g_hash_table_insert (self->items, g_steal_pointer (&id), g_steal_pointer (&href));
    }
  else if (strcmp (name, "itemref") == 0)
    {
      id = gs_sax_attribute (attributes, "idref");
      if (id != NULL)
        g_ptr_array_add (self->spine, g_steal_pointer (&id));
    }
}

static gboolean
wanted (const char *name)
{
  static const char *const suffixes[] = { ".opf", ".xhtml", ".html", ".htm", ".xml" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (name, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

/* (transfer none) (nullable): the part that @href means beside the package
 * file. Never a path: only a key. */
static GBytes *
find_part (const Epub *self, GHashTable *parts, const char *href)
{
  const char *slash = strrchr (self->root, '/');
  g_autofree char *plain = g_strndup (href, strcspn (href, "#"));
  g_autofree char *bare = g_uri_unescape_string (plain, NULL);
  g_autofree char *name = NULL;

  if (bare == NULL)
    return NULL;
  name = slash != NULL ? g_strdup_printf ("%.*s/%s", (int) (slash - self->root), self->root, bare) : g_strdup (bare);

  return g_hash_table_lookup (parts, name);
}

static void
append (GsDocument *book, const GsDocument *page)
{
  gsize shift;

  if (book->text->len > 0)
    g_string_append_c (book->text, '\n');
  shift = book->text->len;
  g_string_append_len (book->text, page->text->str, (gssize) page->text->len);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      GsBlock block = *gs_document_block (page, i);

      block.start += shift;
      block.end += shift;
      /* The title of a chapter is not the book's. */
      if (block.kind == GS_ZONE_TITLE && book->blocks->len > 0)
        block.kind = GS_ZONE_SUBHEAD;
      g_array_append_val (book->blocks, block);
    }
}

static gboolean
read_page (GsIntake *intake, GsDocument *book, GBytes *part, GError **error)
{
  g_autoptr (GsDocument) page = gs_document_new ();
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (part, &length);

  if (length == 0)
    return TRUE;

  gs_decode (data, length, &decoded);
  if (!gs_intake_decoded (intake, page, GS_FORMAT_HTML, &decoded, error))
    return FALSE;
  if (page->blocks->len > 0 && book->blocks->len < GS_DOCUMENT_MAX_BLOCKS)
    append (book, page);

  return TRUE;
}

static gboolean
read_package (Epub *self, GsIntake *intake, GHashTable *parts, GsDocument *book, GError **error)
{
  const GsSaxHandler container = { container_cb, NULL, NULL };
  const GsSaxHandler package = { package_cb, NULL, NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GBytes *part = g_hash_table_lookup (parts, "META-INF/container.xml");

  if (part != NULL && !gs_sax_parse (part, &container, self, intake->limits, error))
    return FALSE;
  part = self->root != NULL ? g_hash_table_lookup (parts, self->root) : NULL;
  if (part == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("an EPUB book without a table of its parts"));
      return FALSE;
    }
  if (!gs_sax_parse (part, &package, self, intake->limits, error))
    return FALSE;

  gs_office_read_core (intake, part, TRUE, book->article);
  for (guint i = 0; i < self->spine->len; i++)
    {
      const char *href = g_hash_table_lookup (self->items, self->spine->pdata[i]);
      GBytes *page = href != NULL ? find_part (self, parts, href) : NULL;

      /* Each once, however often the spine names it. */
      if (page != NULL && g_hash_table_add (seen, page) && !read_page (intake, book, page, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_epub_read:
 * @intake: gets one article
 * @bytes: an EPUB book
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_epub_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GHashTable) parts = gs_package_expand (bytes, wanted, intake->limits, error);
  g_autoptr (GsDocument) book = NULL;
  Epub self = { 0 };
  gboolean done;

  if (parts == NULL)
    return FALSE;

  book = gs_document_new ();
  self.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.spine = g_ptr_array_new_with_free_func (g_free);
  done = read_package (&self, intake, parts, book, error);
  g_hash_table_unref (self.items);
  g_ptr_array_unref (self.spine);
  g_free (self.root);
  if (done)
    gs_intake_finish (intake, g_steal_pointer (&book), bytes, "application/epub+zip");

  return done;
}

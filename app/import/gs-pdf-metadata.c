/* gs-pdf-metadata.c: what a PDF says of itself, as far as it can be believed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles of PDFs are as often the name of the file they were made of, and
 * authors the account they were made with. So a title counts where it stands
 * on the first pages or at least reads like one, and the day on which the file
 * was made or last changed is no day of publication but its upper bound.
 */

#include "config.h"

#include "gs-pdf-metadata.h"

#include <string.h>

#include "gs-byline.h"
#include "gs-dates.h"
#include "gs-phrases.h"
#include "gs-sax.h"

#define MAX_TITLE_CHARS 250
/* Blocks among which the title stands. */
#define HEAD_BLOCKS 40
#define MAX_LABEL_WORDS 12

static gboolean
is_file_name (const char *title)
{
  static const char *const ends[] = { ".doc", ".docx", ".indd", ".qxp", ".qxd", ".pdf",  ".pages", ".tex",
                                      ".dvi", ".ps",   ".rtf",  ".odt", ".txt", ".html", ".htm",   NULL };
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; ends[i] != NULL; i++)
    {
      if (g_str_has_suffix (folded, ends[i]))
        return TRUE;
    }

  return g_str_has_prefix (folded, "microsoft word") || g_str_has_prefix (folded, "untitled")
         || g_str_has_prefix (folded, "layout ") || strstr (folded, "://") != NULL || strchr (folded, ' ') == NULL;
}

/* (transfer full) (nullable) */
static char *
stated_title (const GsPdfLines *lines)
{
  g_autofree char *title = gs_intake_clean (lines->title);

  return title != NULL && !is_file_name (title) ? g_steal_pointer (&title) : NULL;
}

static double
size_of (const GsPdfLines *lines, const GsDocument *document, const GsBlock *block)
{
  const char *text = document->text->str + block->start;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const GsPdfLine *line = gs_pdf_line (lines, i);

      if (!line->furniture && g_str_has_prefix (text, line->text))
        return line->size;
    }

  return 0.0;
}

static gboolean
is_stated (const GsDocument *document, const GsBlock *block, const char *stated)
{
  g_autofree char *text = gs_document_block_text (document, block);
  g_autofree char *here = gs_phrases_fold (text);
  g_autofree char *there = stated != NULL ? gs_phrases_fold (stated) : NULL;

  return there != NULL && *here != '\0'
         && (g_str_equal (here, there) || (block->words >= 4 && g_str_has_prefix (there, here)));
}

/* What stands above the headline and is no text: the section, a slogan. */
static void
mark_labels (GsDocument *document, const GsBlock *title)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);

      if (block == title || block->words > MAX_LABEL_WORDS || block->final)
        return;
      if ((block->flags & GS_BLOCK_FIXED) == 0)
        {
          block->kind = GS_ZONE_BOILERPLATE;
          block->flags |= GS_BLOCK_FIXED;
        }
    }
}

static gboolean
may_be_title (const GsBlock *block)
{
  return (block->flags & GS_BLOCK_FIXED) == 0 && block->chars <= MAX_TITLE_CHARS && block->letters >= 4
         && block->letters * 2 >= block->chars;
}

/**
 * gs_pdf_find_title:
 * @lines: lines
 * @document: with its blocks, before they are classified
 *
 * Marks the block that says what the metadata say; otherwise the first of the largest
 * headings at the beginning.
 */
void
gs_pdf_find_title (const GsPdfLines *lines, GsDocument *document)
{
  g_autofree char *stated = stated_title (lines);
  GsBlock *title = NULL;
  double largest = 0.0;

  for (guint i = 0; i < MIN (document->blocks->len, HEAD_BLOCKS); i++)
    {
      GsBlock *block = gs_document_block (document, i);
      double size;

      if (!may_be_title (block))
        continue;
      if (is_stated (document, block, stated))
        {
          title = block;
          break;
        }
      if ((block->flags & GS_BLOCK_HEADING) == 0)
        continue;
      size = size_of (lines, document, block);
      if (size > largest * 1.02)
        {
          largest = size;
          title = block;
        }
    }

  if (title == NULL)
    return;
  title->kind = GS_ZONE_TITLE;
  title->flags |= GS_BLOCK_FIXED;
  mark_labels (document, title);
  document->article->title = gs_document_block_text (document, title);
}

/* XMP, as far as it says when the text was published. */
typedef struct
{
  GString *value;
  gboolean in_date; /* of Dublin Core, a list */
  char *published;
  char *dated;
} Xmp;

static void
start_cb (gpointer data, const char *name, const char *ns, const GsSaxAttributes *attributes)
{
  Xmp *self = data;
  g_autofree char *published = gs_sax_attribute (attributes, "publicationDate");

  if (published != NULL && self->published == NULL)
    self->published = g_steal_pointer (&published);
  if (g_strcmp0 (ns, "http://purl.org/dc/elements/1.1/") == 0)
    self->in_date = strcmp (name, "date") == 0;
  g_string_truncate (self->value, 0);
}

static void
end_cb (gpointer data, const char *name)
{
  Xmp *self = data;

  if (strcmp (name, "publicationDate") == 0 && self->published == NULL)
    self->published = g_strdup (self->value->str);
  if (self->in_date && self->dated == NULL && (strcmp (name, "li") == 0 || strcmp (name, "date") == 0))
    self->dated = g_strdup (self->value->str);
  if (strcmp (name, "date") == 0)
    self->in_date = FALSE;
  g_string_truncate (self->value, 0);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Xmp *self = data;

  if (self->value->len < 200)
    g_string_append_len (self->value, text, (gssize) MIN (length, 200));
}

/* The packet begins and ends with instructions that are not for us. */
static void
read_xmp (GsIntake *intake, const char *xmp, GsArticleRecord *article)
{
  const GsSaxHandler handler = { start_cb, end_cb, text_cb };
  const char *start = xmp != NULL ? strstr (xmp, "<x:xmpmeta") : NULL;
  const char *end = start != NULL ? strstr (start, "</x:xmpmeta>") : NULL;
  Xmp self = { 0 };

  if (end == NULL)
    return;

  self.value = g_string_new (NULL);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (start, (gsize) (end - start) + strlen ("</x:xmpmeta>"));

    gs_sax_parse (bytes, &handler, &self, intake->limits, NULL);
  }
  gs_intake_set_day (article, self.published);
  gs_intake_set_day (article, self.dated);
  g_free (self.published);
  g_free (self.dated);
  g_string_free (self.value, TRUE);
}

static void
read_days (const GsPdfLines *lines, GsArticleRecord *article)
{
  g_autofree char *created = lines->created != NULL ? gs_dates_day_of (lines->created) : NULL;
  g_autofree char *modified = lines->modified != NULL ? gs_dates_day_of (lines->modified) : NULL;
  const char *last = g_strcmp0 (created, modified) > 0 ? created : modified;

  if (created != NULL)
    gs_intake_note (article, "The file was made on %s", created);
  if (last == NULL || article->published_lo != NULL || article->published_hi != NULL)
    return;
  article->published_hi = g_strdup (last);
  article->published_basis = GS_BASIS_BOUNDS;
}

/* Accounts have one word, authors have two. */
static char *
stated_author (const GsPdfLines *lines)
{
  g_autofree char *author = gs_intake_clean (lines->author);

  return author != NULL && strchr (author, ' ') != NULL ? gs_byline_clean (author) : NULL;
}

/**
 * gs_pdf_read_metadata:
 * @intake: whose limits hold
 * @lines: lines
 * @article: what the page itself said stays
 */
void
gs_pdf_read_metadata (GsIntake *intake, const GsPdfLines *lines, GsArticleRecord *article)
{
  if (article->title == NULL)
    article->title = stated_title (lines);
  if (article->byline == NULL)
    article->byline = stated_author (lines);
  read_xmp (intake, lines->xmp, article);
  read_days (lines, article);
}

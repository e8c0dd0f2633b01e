/* gs-pdf-reader.c: gainsay-pdf: the lines of a PDF, in a process of its own.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a PDF from standard input and writes what gs-pdf-lines.c reads. A PDF
 * is a program for a large interpreter: here it can crash, loop or eat memory
 * without taking the workbench along, for the kernel ends it at its limits. It
 * cannot write to files, and opens none but Poppler's own tables.
 *
 *   T title   A author   M XMP, on one line   C created   U modified (days)
 *   P width height label          a page
 *   L x0 y0 x1 y1 size bold text  a line on it, from the top left, in points
 *   E reason                      encrypted, damaged, pages, long
 *   .                             the end, without which nothing counts
 */

#include "config.h"

#include <poppler.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MAX_PAGES 10000
#define MAX_TEXT_BYTES (64 * 1024 * 1024)
#define MAX_MEMORY ((rlim_t) 768 * 1024 * 1024)
/* Processor time: of one page, and of all. */
#define PAGE_SECONDS 5
#define ALL_SECONDS 30

static GString *out;
static gsize written;

static void
flush (void)
{
  gsize at = 0;

  while (at < out->len)
    {
      gssize n = write (STDOUT_FILENO, out->str + at, out->len - at);

      if (n <= 0)
        _exit (1);
      at += (gsize) n;
    }
  written += out->len;
  g_string_truncate (out, 0);
}

static G_NORETURN void
fail (const char *reason)
{
  g_string_append_printf (out, "E %s\n", reason);
  flush ();
  _exit (0);
}

/* Line ends and tabs would end a field. */
static void
put_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *at = valid; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x20 || *at == 0x7f)
        *at = ' ';
    }
  g_string_append (out, valid);
}

static void
put_field (const char *name, char *value)
{
  g_autofree char *own = value;

  if (own == NULL || *own == '\0')
    return;
  g_string_append_printf (out, "%s ", name);
  put_text (own);
  g_string_append_c (out, '\n');
}

static char *
format_day (GDateTime *instant)
{
  g_autoptr (GDateTime) own = instant;

  return own != NULL ? g_date_time_format (own, "%Y-%m-%d") : NULL;
}

static void
limit_time (guint more)
{
  struct rusage used;
  rlim_t seconds;
  struct rlimit limit;

  getrusage (RUSAGE_SELF, &used);
  seconds = (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + more + 1;
  limit.rlim_cur = MIN (seconds, ALL_SECONDS);
  limit.rlim_max = ALL_SECONDS;
  setrlimit (RLIMIT_CPU, &limit);
}

static void
limit_all (void)
{
  const struct rlimit nothing = { 0, 0 };
#if !defined(__SANITIZE_ADDRESS__)
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };

  setrlimit (RLIMIT_AS, &memory);
#endif
  /* Whoever began this leaves its files open here, so as not to be copied for it. */
  closefrom (STDERR_FILENO + 1);
  setrlimit (RLIMIT_CORE, &nothing);
  setrlimit (RLIMIT_FSIZE, &nothing);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit_time (PAGE_SECONDS);
}

static GBytes *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);

  return g_byte_array_free_to_bytes (bytes);
}

/* The attributes that hold at character @index; they come in order. */
static const PopplerTextAttributes *
attributes_at (GList **attributes, int index)
{
  while (*attributes != NULL && ((PopplerTextAttributes *) (*attributes)->data)->end_index < index)
    *attributes = (*attributes)->next;

  return *attributes != NULL ? (*attributes)->data : NULL;
}

static gboolean
is_bold (const PopplerTextAttributes *attributes)
{
  g_autofree char *name = attributes->font_name != NULL ? g_ascii_strdown (attributes->font_name, -1) : NULL;

  return name != NULL && (strstr (name, "bold") != NULL || strstr (name, "black") != NULL || strstr (name, "heavy"));
}

/* What is further apart than this, in the font's size, are pieces: Poppler
 * takes lines of two columns for one where the gutter is narrow. */
#define MAX_GAP 0.75

typedef struct
{
  PopplerRectangle box;
  double size; /* of most of it */
  guint chars;
  guint bold;
  GString *text;
} Line;

static void
put_line (Line *line)
{
  g_strstrip (line->text->str);
  if (line->chars > 0)
    {
      g_string_append_printf (out, "L %.1f %.1f %.1f %.1f %.1f %d ", line->box.x1, line->box.y1, line->box.x2,
                              line->box.y2, line->size / line->chars, line->bold * 2 > line->chars);
      put_text (line->text->str);
      g_string_append_c (out, '\n');
    }
  line->chars = line->bold = 0;
  line->size = 0.0;
  g_string_truncate (line->text, 0);
}

static void
add_char (Line *line, gunichar c, const PopplerRectangle *box, const PopplerTextAttributes *attributes)
{
  if (g_unichar_isspace (c))
    {
      g_string_append_unichar (line->text, c);
      return;
    }

  if (line->chars > 0 && box->x1 - line->box.x2 > MAX_GAP * line->size / line->chars)
    put_line (line);
  g_string_append_unichar (line->text, c);
  if (line->chars == 0)
    line->box = *box;
  line->box.x1 = MIN (line->box.x1, box->x1);
  line->box.y1 = MIN (line->box.y1, box->y1);
  line->box.x2 = MAX (line->box.x2, box->x2);
  line->box.y2 = MAX (line->box.y2, box->y2);
  line->chars++;
  line->size += attributes != NULL ? attributes->font_size : box->y2 - box->y1;
  line->bold += attributes != NULL && is_bold (attributes);
}

static void
put_lines (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  GList *attributes = poppler_page_get_text_attributes (page);
  GList *at_attributes = attributes;
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  Line line = { .text = g_string_new (NULL) };
  int index = 0;

  if (text != NULL && poppler_page_get_text_layout (page, &boxes, &n_boxes))
    {
      for (const char *at = text; *at != '\0' && (guint) index < n_boxes; at = g_utf8_next_char (at), index++)
        {
          if (*at == '\n')
            put_line (&line);
          else
            add_char (&line, g_utf8_get_char (at), &boxes[index], attributes_at (&at_attributes, index));
        }
      put_line (&line);
    }

  g_string_free (line.text, TRUE);
  g_free (boxes);
  poppler_page_free_text_attributes (attributes);
}

static void
put_page (PopplerPage *page)
{
  double width = 0.0;
  double height = 0.0;
  g_autofree char *label = poppler_page_get_label (page);

  poppler_page_get_size (page, &width, &height);
  g_string_append_printf (out, "P %.1f %.1f ", width, height);
  put_text (label);
  g_string_append_c (out, '\n');
  put_lines (page);
}

static void
put_document (PopplerDocument *document)
{
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages > MAX_PAGES)
    fail ("pages");

  put_field ("T", poppler_document_get_title (document));
  put_field ("A", poppler_document_get_author (document));
  put_field ("M", poppler_document_get_metadata (document));
  put_field ("C", format_day (poppler_document_get_creation_date_time (document)));
  put_field ("U", format_day (poppler_document_get_modification_date_time (document)));

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page;

      limit_time (PAGE_SECONDS);
      page = poppler_document_get_page (document, i);
      if (page != NULL)
        {
          put_page (page);
          g_object_unref (page);
        }
      flush ();
      if (written > MAX_TEXT_BYTES)
        fail ("long");
    }
  g_string_append (out, ".\n");
  flush ();
}

int
main (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  limit_all ();
  out = g_string_new (NULL);
  bytes = read_input ();
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    fail (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? "encrypted" : "damaged");
  put_document (document);
  g_object_unref (document);

  return 0;
}

/* gs-qda.c: the project of another program, gathered as our records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qda.h"

#include <string.h>

#include "gs-anchor.h"
#include "gs-gettext.h"
#include "gs-report-checks.h"
#include "gs-report-private.h"

/**
 * gs_qda_new:
 *
 * Returns: (transfer full): an empty project
 */
GsQda *
gs_qda_new (void)
{
  GsQda *self = g_new0 (GsQda, 1);

  self->records = g_new0 (GPtrArray *, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    self->records[i] = gs_record_array_new (gs_workspace_types[i]);
  self->uuids = g_hash_table_new (g_str_hash, g_str_equal);
  self->remarks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * gs_qda_free:
 * @self: (transfer full): a project
 */
void
gs_qda_free (GsQda *self)
{
  g_hash_table_unref (self->uuids);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_ptr_array_unref (self->records[i]);
  g_free (self->records);
  g_ptr_array_unref (self->remarks);
  g_free (self->title);
  g_free (self);
}

/* UUIDs ----------------------------------------------------------------------------- */

/* As RFC 4122 wants one made of a hash to look. */
static char *
uuid_of_hash (GChecksum *sum)
{
  const char *hex = g_checksum_get_string (sum);

  return g_strdup_printf ("%.8s-%.4s-5%.3s-8%.3s-%.12s", hex, hex + 8, hex + 13, hex + 17, hex + 20);
}

/**
 * gs_qda_uuid:
 * @first: a text
 * @...: more texts, then %NULL
 *
 * Returns: (transfer full): a UUID that follows from the texts
 */
char *
gs_qda_uuid (const char *first, ...)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
  va_end (args);

  return uuid_of_hash (sum);
}

static char *
normal_uuid (const char *uuid)
{
  g_autofree char *lower = uuid != NULL ? g_ascii_strdown (uuid, -1) : NULL;
  gsize length = lower != NULL ? strlen (lower) : 0;

  if (length == 38 && lower[0] == '{' && lower[37] == '}')
    {
      memmove (lower, lower + 1, 36);
      lower[36] = '\0';
    }

  return lower != NULL && g_uuid_string_is_valid (lower) ? g_steal_pointer (&lower) : NULL;
}

/**
 * gs_qda_add:
 * @self: a project
 * @type: one of gs_workspace_types
 * @uuid: what identifies the record there
 *
 * Returns: (transfer none): a new record, which has its UUID
 */
gpointer
gs_qda_add (GsQda *self, const GsRecordType *type, const char *uuid)
{
  GsHeadRecord *record = gs_record_new (type);
  g_autofree char *own = normal_uuid (uuid);

  if (own == NULL)
    own = gs_qda_uuid (type->name, uuid, NULL);
  while (g_hash_table_contains (self->uuids, own))
    {
      char *next = gs_qda_uuid (type->name, own, NULL);

      g_free (own);
      own = next;
    }

  g_free (record->uuid);
  record->uuid = g_steal_pointer (&own);
  g_hash_table_insert (self->uuids, record->uuid, record);
  g_ptr_array_add (gs_qda_list (self, type), record);

  return record;
}

/**
 * gs_qda_list:
 * @self: a project
 * @type: one of gs_workspace_types
 *
 * Returns: (transfer none) (element-type gpointer): its records of that type, in order
 */
GPtrArray *
gs_qda_list (GsQda *self, const GsRecordType *type)
{
  int section = gs_report_section_of (type);

  g_assert (section >= 0);

  return self->records[section];
}

/**
 * gs_qda_remark:
 * @self: a project
 * @n: how many things had no place
 * @format: as for printf(), translated for that number
 * @...: for @format
 *
 * Notes the sentence, unless @n is 0.
 */
void
gs_qda_remark (GsQda *self, guint n, const char *format, ...)
{
  va_list args;

  if (n == 0)
    return;

  va_start (args, format);
  g_ptr_array_add (self->remarks, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * gs_qda_remark_lost:
 * @self: a project
 * @n: how many places are lost
 *
 * Notes that their words are nowhere in their text, unless @n is 0.
 */
void
gs_qda_remark_lost (GsQda *self, guint n)
{
  gs_qda_remark (self, n,
                 ngettext ("%u place is not in its text: its claim is marked as having lost it.",
                           "%u places are not in their texts: their claims are marked as having lost them.", n),
                 n);
}

/* A project that names no time has none of its own: the records get one instant, which
 * says that. */
static void
complete_head (GsHeadRecord *head)
{
  if (head->created == NULL)
    head->created = g_strdup ("1970-01-01T00:00:00.000Z");
  if (head->modified == NULL)
    head->modified = g_strdup (head->created);
  if (head->modified_by == NULL)
    head->modified_by = g_strdup (head->author);
}

/**
 * gs_qda_feed:
 * @self: a project
 * @sink: what takes its records
 *
 * Tells @sink the remarks, too.
 *
 * Returns: whether all was fed
 */
gboolean
gs_qda_feed (GsQda *self, GsReportSink *sink, GError **error)
{
  if (!sink->begin (sink, &(GsReportHeader){ self->title, NULL }, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; j < self->records[i]->len; j++)
        {
          gpointer record = self->records[i]->pdata[j];

          if (gs_workspace_types[i] != &gs_annotator_type)
            complete_head (record);
          if (!sink->record (sink, gs_workspace_types[i], record, error))
            return FALSE;
        }
    }

  for (guint i = 0; sink->remark != NULL && i < self->remarks->len; i++)
    sink->remark (sink, self->remarks->pdata[i]);

  return sink->end (sink, error);
}

/* Texts ----------------------------------------------------------------------------- */

/**
 * gs_qda_tag_name:
 * @name: (nullable): what a code is called
 *
 * Returns: (transfer full): the name of a tag: not blank, without slash
 */
char *
gs_qda_tag_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", "/", -1);
  char *joined = g_strjoinv ("∕", parts);

  if (*joined == '\0')
    {
      g_free (joined);
      joined = g_strdup ("?");
    }

  return joined;
}

/**
 * gs_qda_instant:
 * @text: (nullable): a date and a time, perhaps with a zone
 *
 * Returns: (transfer full) (nullable): the instant, in UTC where no zone is said
 */
char *
gs_qda_instant (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = text != NULL && strlen (text) >= 19 ? g_strdup (text) : NULL;
  g_autofree char *seconds = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) there = NULL;

  if (iso == NULL)
    return NULL;
  if (iso[10] == ' ')
    iso[10] = 'T';
  there = g_date_time_new_from_iso8601 (iso, utc);
  time = there != NULL ? g_date_time_to_utc (there) : NULL;
  if (time == NULL)
    return NULL;

  seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (time) / 1000);
}

/**
 * gs_qda_colour:
 * @text: (nullable): a colour
 *
 * Returns: (transfer full) (nullable): it as "#rrggbb"
 */
char *
gs_qda_colour (const char *text)
{
  if (text == NULL || !g_regex_match_simple ("^#([0-9A-Fa-f]{3}){1,2}\\z", text, 0, 0))
    return NULL;
  if (strlen (text) == 7)
    return g_ascii_strdown (text, -1);

  return g_strdup_printf ("#%c%c%c%c%c%c", g_ascii_tolower (text[1]), g_ascii_tolower (text[1]),
                          g_ascii_tolower (text[2]), g_ascii_tolower (text[2]), g_ascii_tolower (text[3]),
                          g_ascii_tolower (text[3]));
}

/**
 * gs_qda_annotator:
 * @self: a project
 * @name: (nullable): of a user
 *
 * Returns: (transfer none) (nullable): UUID of the annotator; %NULL for a blank name
 */
const char *
gs_qda_annotator (GsQda *self, const char *name)
{
  GPtrArray *annotators = gs_qda_list (self, &gs_annotator_type);
  g_autofree char *uuid = NULL;
  GsAnnotatorRecord *annotator;

  if (name == NULL || *name == '\0')
    return NULL;

  for (guint i = 0; i < annotators->len; i++)
    {
      annotator = annotators->pdata[i];
      if (g_strcmp0 (annotator->name, name) == 0)
        return annotator->uuid;
    }

  uuid = gs_qda_uuid ("annotator", name, NULL);
  annotator = gs_qda_add (self, &gs_annotator_type, uuid);
  annotator->name = g_strdup (name);

  return annotator->uuid;
}

/**
 * gs_qda_add_note:
 * @note: (inout): a note, perhaps %NULL
 * @text: (nullable): what to add
 */
void
gs_qda_add_note (char **note, const char *text)
{
  char *both;

  if (text == NULL || *text == '\0')
    return;

  both = *note != NULL ? g_strconcat (*note, "\n\n", text, NULL) : g_strdup (text);
  g_free (*note);
  *note = both;
}

/**
 * gs_qda_add_article:
 * @self: a project
 * @uuid: (nullable): what identifies it there; %NULL: its text
 * @title: (nullable): its title
 * @text: its text
 *
 * Returns: (transfer none): a new article
 */
GsArticleRecord *
gs_qda_add_article (GsQda *self, const char *uuid, const char *title, const char *text)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  GsArticleRecord *article = gs_qda_add (self, &gs_article_type, uuid != NULL ? uuid : sha256);

  article->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  article->text = g_strdup (text);
  article->sha256 = g_steal_pointer (&sha256);
  article->media_type = g_strdup ("text/plain");

  return article;
}

/**
 * gs_qda_is_variable:
 * @field: a field of articles
 *
 * Returns: whether a REFI-QDA project carries it as a variable
 */
gboolean
gs_qda_is_variable (const GsField *field)
{
  static const char *const others[] = { "uuid", "created", "modified", "url", "text", "sha256", "media_type", NULL };

  return !g_strv_contains (others, field->name)
         && (field->kind == GS_FIELD_TEXT || field->kind == GS_FIELD_WORD || field->kind == GS_FIELD_BOOL);
}

/* Places ---------------------------------------------------------------------------- */

/**
 * gs_qda_convert:
 * @text: a text
 * @unit: what @offset counts
 * @offset: an offset into @text
 *
 * Returns: the code point at which it lies, or in which; one more than the text is long
 *   when it lies beyond
 */
gint64
gs_qda_convert (const GsText *text, GsQdaUnit unit, gint64 offset)
{
  const char *p = gs_text_get (text);
  gint64 seen = 0, point = 0;

  if (offset < 0)
    return -1;
  if (unit == GS_QDA_CODE_POINTS)
    return MIN (offset, gs_text_length (text) + 1);
  if (unit == GS_QDA_BYTES)
    return offset <= (gint64) strlen (p) ? gs_text_from_byte (text, (gsize) offset) : gs_text_length (text) + 1;

  for (; seen < offset; p = g_utf8_next_char (p), point++)
    {
      if (*p == '\0')
        return gs_text_length (text) + 1;
      seen += g_utf8_get_char (p) > 0xffff ? 2 : 1;
    }

  return seen == offset ? point : point - 1;
}

/* Where @quote stands nearest to @start; -1 if nowhere. */
static gint64
find_nearest (const GsText *text, const char *quote, gint64 start)
{
  const char *all = gs_text_get (text);
  gint64 best = -1;

  for (const char *at = strstr (all, quote); at != NULL; at = strstr (at + 1, quote))
    {
      gint64 here = gs_text_from_byte (text, (gsize) (at - all));

      if (best >= 0 && ABS (here - start) >= ABS (best - start))
        break;
      best = here;
    }

  return best;
}

/**
 * gs_qda_place:
 * @span: gets its place
 * @text: the article's text
 * @start: in code points
 * @end: in code points
 * @quote: (nullable): what should stand there
 *
 * Returns: whether the span has a place; otherwise it is an orphan, with the quote
 */
gboolean
gs_qda_place (GsSpanRecord *span, const GsText *text, gint64 start, gint64 end, const char *quote)
{
  gboolean within = start >= 0 && start < end && end <= gs_text_length (text);
  g_autofree char *there = within ? gs_text_slice (text, start, end) : NULL;

  if (quote != NULL && *quote != '\0' && g_strcmp0 (there, quote) != 0)
    {
      gint64 found = find_nearest (text, quote, start);

      within = found >= 0;
      if (within)
        {
          start = found;
          end = found + g_utf8_strlen (quote, -1);
        }
    }

  span->start = start;
  span->end = end;
  if (within && gs_anchor_describe (text, span))
    return TRUE;

  g_free (span->exact);
  span->exact = g_strdup (quote);
  span->orphaned = TRUE;
  span->start = MAX (start, 0);
  span->end = MAX (end, span->start);

  return FALSE;
}

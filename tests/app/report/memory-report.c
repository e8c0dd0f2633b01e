/* memory-report.c: a report held in memory, to feed and to compare.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "memory-report.h"

#include <string.h>

#include "gs-records.h"

static gboolean
begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsMemoryReport *self = (GsMemoryReport *) sink;

  self->n_begun++;
  self->title = g_strdup (header->title);
  self->workspace = g_strdup (header->workspace);

  return TRUE;
}

static guint
index_of (const GsRecordType *type)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == type)
        return i;
    }

  g_assert_not_reached ();
}

static gboolean
record (GsReportSink *sink, const GsRecordType *type, gpointer data, GError **error)
{
  GsMemoryReport *self = (GsMemoryReport *) sink;

  g_assert_cmpuint (self->n_begun, ==, 1);
  g_assert_cmpuint (self->n_ended, ==, 0);
  g_ptr_array_add (self->records[index_of (type)], gs_record_copy (type, data));

  return TRUE;
}

static gboolean
end (GsReportSink *sink, GError **error)
{
  ((GsMemoryReport *) sink)->n_ended++;

  return TRUE;
}

static void
free_sink (GsReportSink *sink)
{
  GsMemoryReport *self = (GsMemoryReport *) sink;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    g_ptr_array_unref (self->records[i]);
  g_free (self->records);
  g_free (self->title);
  g_free (self->workspace);
  g_free (self);
}

GsMemoryReport *
gs_memory_report_new (void)
{
  GsMemoryReport *self = g_new0 (GsMemoryReport, 1);

  self->parent = (GsReportSink){ begin, record, end, free_sink };
  self->records = g_new0 (GPtrArray *, gs_n_workspace_types);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    self->records[i] = gs_record_array_new (gs_workspace_types[i]);

  return self;
}

void
gs_memory_report_free (GsMemoryReport *self)
{
  gs_report_sink_free (&self->parent);
}

gboolean
gs_memory_report_feed (GsMemoryReport *self, GsReportSink *sink, GError **error)
{
  if (!sink->begin (sink, &(GsReportHeader){ self->title, self->workspace }, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; j < self->records[i]->len; j++)
        {
          if (!sink->record (sink, gs_workspace_types[i], self->records[i]->pdata[j], error))
            return FALSE;
        }
    }

  return sink->end (sink, error);
}

const char *const gs_naughty_texts[] = {
  "",
  " ",
  "  leading and trailing  ",
  "\n",
  "\nline\r\nline\rline\n",
  "tab\there",
  "a & b < c > d \" e ' f",
  "]]>",
  "<![CDATA[ <!-- --> ]]>",
  "&amp; &#13; &lt;",
  "back\\slash \\n \\u0041",
  "\001\002\003 controls \037\177",
  "\\ and \001 together \\u0001 \\\\",
  "\xef\xbf\xbe\xef\xbf\xbf not characters \xef\xbf\xbd",
  "\xc2\x80\xc2\x85\xe2\x80\xa8\xe2\x80\xa9",
  "\U0001f469\u200d\U0001f692 \U0001f3f3\ufe0f\u200d\U0001f308",
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202e\u202c",
  "e\u0301 n\u0303 \u1e9b\u0323",
  "\ufeffbyte order mark",
  "\U0010ffff",
  "null true false {} [] , : \"",
  "\u201eNein\u201c, \u00abnon\u00bb, \u201cno\u201d",
  NULL,
};

static char *
random_text (GRand *rand)
{
  GString *text;

  if (g_rand_int_range (rand, 0, 40) == 0)
    return g_strnfill (100 * 1024, 'x');

  text = g_string_new (NULL);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      if (g_rand_boolean (rand))
        g_string_append (text, gs_naughty_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (gs_naughty_texts) - 1)]);
      else
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 1, 0xd800));
    }

  return g_string_free (text, FALSE);
}

static char *
random_uuid (GRand *rand)
{
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%04x%08x", g_rand_int (rand), g_rand_int_range (rand, 0, 0x10000),
                          g_rand_int_range (rand, 0, 0x1000), g_rand_int_range (rand, 0, 0x1000),
                          g_rand_int_range (rand, 0, 0x10000), g_rand_int (rand));
}

static double
random_number (GRand *rand)
{
  static const double some[] = { 0, -0.0, 1, 450, 0.1, 1e300, 5e-324, -12.5, 1.0 / 3, 9007199254740993.0 };

  if (g_rand_boolean (rand))
    return some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))];

  return g_rand_double_range (rand, -1e6, 1e6);
}

static GBytes *
random_bytes (GRand *rand)
{
  gsize length = (gsize) g_rand_int_range (rand, 0, 300);
  guint8 *data = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) g_rand_int (rand);

  return g_bytes_new_take (data, length);
}

static int
count_words (const GsWordList *words)
{
  int n = 0;

  while (words->nicks[n] != NULL)
    n++;

  return n;
}

static gpointer random_record (GRand *rand, GsMemoryReport *report, const GsRecordType *type);

/* A UUID of a record that is there already, or NULL. */
static char *
random_ref (GRand *rand, GsMemoryReport *report, const GsRecordType *type)
{
  GPtrArray *records = report->records[index_of (type)];
  GsHeadRecord *target;

  if (records->len == 0)
    return NULL;
  target = records->pdata[g_rand_int_range (rand, 0, (gint32) records->len)];

  return g_strdup (target->uuid);
}

static void
fill_array (GRand *rand, GsMemoryReport *report, const GsField *field, GPtrArray *list)
{
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      char *text;

      if (field->kind == GS_FIELD_LIST)
        g_ptr_array_add (list, random_record (rand, report, field->type));
      else if (field->kind == GS_FIELD_TEXTS)
        g_ptr_array_add (list, random_text (rand));
      else if ((text = random_ref (rand, report, field->type)) != NULL)
        {
          if (g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
            g_free (text);
          else
            g_ptr_array_add (list, text);
        }
    }
}

static void
fill_field (GRand *rand, GsMemoryReport *report, const GsField *field, gpointer data)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      *GS_FIELD_PTR (field, data, char *) = field->required ? random_uuid (rand) : random_text (rand);
      break;

    case GS_FIELD_REF:
      *GS_FIELD_PTR (field, data, char *) = random_ref (rand, report, field->type);
      break;

    case GS_FIELD_INT:
      *GS_FIELD_PTR (field, data, gint64) = g_rand_boolean (rand) ? G_MAXINT64 : g_rand_int_range (rand, 0, 1000);
      break;

    case GS_FIELD_BOOL:
      *GS_FIELD_PTR (field, data, gboolean) = g_rand_boolean (rand);
      break;

    case GS_FIELD_NUMBER:
      *GS_FIELD_PTR (field, data, double) = random_number (rand);
      break;

    case GS_FIELD_WORD:
      *GS_FIELD_PTR (field, data, int) = g_rand_int_range (rand, 0, count_words (field->words));
      break;

    case GS_FIELD_BYTES:
      *GS_FIELD_PTR (field, data, GBytes *) = random_bytes (rand);
      break;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
      fill_array (rand, report, field, GS_FIELD_VALUE (field, data, GPtrArray *));
      break;

    default:
      g_assert_not_reached ();
    }
}

static gpointer
random_record (GRand *rand, GsMemoryReport *report, const GsRecordType *type)
{
  gpointer data = gs_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (type->fields[i].required || g_rand_int_range (rand, 0, 3) > 0)
        fill_field (rand, report, &type->fields[i], data);
    }

  return data;
}

GsMemoryReport *
gs_memory_report_random (GRand *rand, guint n_records)
{
  GsMemoryReport *self = gs_memory_report_new ();

  if (g_rand_boolean (rand))
    self->title = random_text (rand);
  if (g_rand_boolean (rand))
    self->workspace = random_uuid (rand);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; j < n_records; j++)
        g_ptr_array_add (self->records[i], random_record (rand, self, gs_workspace_types[i]));
    }

  return self;
}

GBytes *
gs_memory_report_write (GsMemoryReport *self, const char *nick)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GsReportSink) writer = gs_report_format_by_nick (nick)->writer_new (out);
  g_autoptr (GError) error = NULL;

  gs_memory_report_feed (self, writer, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

GsMemoryReport *
gs_memory_report_read (GBytes *bytes, const char *nick, GError **error)
{
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GsMemoryReport) self = gs_memory_report_new ();

  if (!gs_report_format_by_nick (nick)->read (in, &self->parent, error))
    {
      g_assert_cmpuint (self->n_ended, ==, 0);
      return NULL;
    }

  g_assert_cmpuint (self->n_begun, ==, 1);
  g_assert_cmpuint (self->n_ended, ==, 1);

  return g_steal_pointer (&self);
}

void
gs_assert_reports_equal (GsMemoryReport *a, GsMemoryReport *b)
{
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->workspace, ==, b->workspace);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_assert_cmpuint (a->records[i]->len, ==, b->records[i]->len);
      for (guint j = 0; j < a->records[i]->len; j++)
        g_assert_true (gs_record_equal (gs_workspace_types[i], a->records[i]->pdata[j], b->records[i]->pdata[j]));
    }
}

void
gs_assert_bytes_equal (GBytes *a, GBytes *b)
{
  gsize a_length, b_length;
  const char *a_data = g_bytes_get_data (a, &a_length);
  const char *b_data = g_bytes_get_data (b, &b_length);

  for (gsize i = 0; i < MIN (a_length, b_length); i++)
    {
      if (a_data[i] != b_data[i])
        {
          g_test_message ("first difference at byte %" G_GSIZE_FORMAT ": “%.80s” against “%.80s”", i, a_data + i,
                          b_data + i);
          g_assert_cmpint (a_data[i], ==, b_data[i]);
        }
    }

  g_assert_cmpuint (a_length, ==, b_length);
}

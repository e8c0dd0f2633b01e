/* test-hostile.c: files of every readable format, damaged and hostile, into a
 * workspace that holds something.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After a refusal the workspace is byte for byte what it was, as a report of
 * its own tells, and its history has no step more. Where a damaged file can
 * still be read, what came is sound, and goes again with undo.
 * GAINSAY_HOSTILE_ROUNDS says how often each format is damaged.
 */

#include "config.h"

#include <string.h>

#include "fuzz-parts.h"
#include "gs-merge.h"
#include "gs-test.h"
#include "gs-zip-writer.h"
#include "memory-report.h"

#define ROUNDS 12
/* Where a database says which version of a program it is of, big-endian. */
#define USER_VERSION 60

typedef struct
{
  char *folder;
  GsWorkspace *workspace;
  GBytes *before;
  char *step; /* the last of the history */
} Fixture;

/* How a format is made, and how it comes in. */
typedef struct
{
  const char *name;
  GBytes *(*make) (const char *name, Fixture *fixture);
  gboolean (*take) (Fixture *fixture, GBytes *bytes, GError **error);
} Format;

static GBytes *
write_report (GsWorkspace *workspace, const char *nick)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gs_report_write (workspace, gs_report_format_by_nick (nick), NULL, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
remember (Fixture *self)
{
  g_clear_pointer (&self->before, g_bytes_unref);
  g_free (self->step);
  self->before = write_report (self->workspace, "json");
  self->step = g_strdup (gs_workspace_get_undo_label (self->workspace));
}

static void
fixture_init (Fixture *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 3);
  g_autoptr (GError) error = NULL;

  gs_memory_report_tame (report);
  *self = (Fixture){ .folder = gs_test_make_folder () };
  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_memory_report_load (report, self->workspace, &error);
  g_assert_no_error (error);
  remember (self);
  g_assert_nonnull (self->step);
}

static void
fixture_clear (Fixture *self)
{
  g_object_unref (self->workspace);
  g_bytes_unref (self->before);
  g_free (self->step);
  gs_test_remove_folder (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
assert_unchanged (Fixture *self)
{
  g_autoptr (GBytes) after = write_report (self->workspace, "json");

  gs_assert_bytes_equal (self->before, after);
  g_assert_cmpstr (gs_workspace_get_undo_label (self->workspace), ==, self->step);
}

/* The formats --------------------------------------------------------------------------- */

static GBytes *
golden (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");

  return gs_test_read (path);
}

static GBytes *
make_report (const char *name, Fixture *fixture)
{
  g_autoptr (GBytes) small = golden ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_report_import (workspace, small, NULL, NULL, &error);
  g_assert_no_error (error);

  return write_report (workspace, name);
}

static GBytes *
make_database (const char *name, Fixture *fixture)
{
  g_autofree char *tables = g_strdup_printf ("fuzz/corpus/%s/project.tables", name);
  g_autofree char *path = gs_test_data (tables);
  g_autoptr (GBytes) text = gs_test_read (path);
  gsize length;
  const guint8 *data = g_bytes_get_data (text, &length);

  return gs_fuzz_database (data, length);
}

static GBytes *
make_workspace (const char *name, Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sound.gainsay", NULL);
  g_autoptr (GBytes) small = golden ();
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  gs_workspace_create (path, NULL, &error);
  g_assert_no_error (error);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, small, NULL, NULL, &error);
  g_assert_no_error (error);
  gs_workspace_close (workspace);

  return gs_test_read (path);
}

static gboolean
take_report (Fixture *fixture, GBytes *bytes, GError **error)
{
  return gs_report_import (fixture->workspace, bytes, "file", NULL, error);
}

static gboolean
take_workspace (Fixture *fixture, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "theirs.gainsay", NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GsWorkspace) theirs = NULL;
  g_autoptr (GsMerge) merge = NULL;

  gs_test_write (path, data, (gssize) length);
  theirs = gs_merge_open_theirs (path, error);
  if (theirs != NULL)
    merge = gs_merge_compare (fixture->workspace, theirs, GS_MERGE_NEWER, NULL, error);

  return merge != NULL && gs_merge_perform (merge, NULL, error);
}

static const Format formats[] = {
  { "xml", make_report, take_report },           { "json", make_report, take_report },
  { "qdpx", make_report, take_report },          { "qdc", make_report, take_report },
  { "qualcoder", make_database, take_report },   { "taguette", make_database, take_report },
  { "gainsay", make_workspace, take_workspace },
};

/* Refused in a sentence and nothing changed; or read, sound, and gone with undo. */
static gboolean
offer (Fixture *fixture, const Format *format, const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gboolean taken = format->take (fixture, bytes, &error);

  if (!taken)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == GS_ERROR);
      g_assert_true (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
      assert_unchanged (fixture);
      return FALSE;
    }

  g_assert_no_error (error);
  findings = gs_workspace_check (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (findings->len > 0 ? findings->pdata[0] : NULL, ==, NULL);
  if (g_strcmp0 (gs_workspace_get_undo_label (fixture->workspace), fixture->step) != 0)
    gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  assert_unchanged (fixture);

  return TRUE;
}

/* Damage -------------------------------------------------------------------------------- */

static void
test_sound (gconstpointer data)
{
  const Format *format = data;
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  fixture_init (&fixture);
  bytes = format->make (format->name, &fixture);
  data = g_bytes_get_data (bytes, &length);
  g_assert_true (offer (&fixture, format, data, length));
}

static void
test_truncated (gconstpointer data)
{
  const Format *format = data;
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  guint n = gs_test_number ("GAINSAY_HOSTILE_ROUNDS", ROUNDS);

  fixture_init (&fixture);
  bytes = format->make (format->name, &fixture);
  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < n; i++)
    offer (&fixture, format, data, length * i / n);
  /* A line feed at the end is not missed. */
  g_assert_false (offer (&fixture, format, data, length / 2));
}

static void
test_bent (gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  guint n = gs_test_number ("GAINSAY_HOSTILE_ROUNDS", ROUNDS);

  fixture_init (&fixture);
  bytes = format->make (format->name, &fixture);
  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; i < n; i++)
    {
      g_autofree guint8 *bent = g_memdup2 (data, length);

      /* One bit, or a few bytes. */
      if (i % 2 == 0)
        bent[g_rand_int_range (rand, 0, (gint32) length)] ^= (guint8) (1u << (i / 2 % 8));
      for (guint j = 0; i % 2 == 1 && j < 8; j++)
        bent[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      offer (&fixture, format, bent, length);
    }
}

/* Hostility ----------------------------------------------------------------------------- */

#define XML_ROOT "<gainsay-report xmlns='https://gainsay.org/report/1' version='1'>"
#define JSON_ROOT "{\"format\":\"gainsay-report\",\"version\":1,"
#define QDE_ROOT "<Project xmlns=\"urn:QDA-XML:project:1.0\">"
#define QDC_ROOT "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">"
#define LAUGHS                                                                \
  "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>" \
  "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
#define OUTSIDE "<!DOCTYPE r [<!ENTITY d SYSTEM 'file:///etc/passwd'>]>"
/* Repeated until its element would be nested this deep. */
#define DEEP 20000

/* The text, or project.qde, or the tables of a database. */
typedef struct
{
  guint format; /* index */
  const char *head;
  const char *repeated; /* (nullable): DEEP times */
  const char *tail;
} Example;

enum
{
  XML,
  JSON,
  QDPX,
  QDC,
  QUALCODER,
  TAGUETTE,
  GAINSAY,
};

static const Example examples[] = {
  /* Newer than we are. */
  { XML, "<gainsay-report xmlns='https://gainsay.org/report/2' version='2'/>", NULL, "" },
  { JSON, "{\"format\":\"gainsay-report\",\"version\":2}", NULL, "" },
  { QDPX, "<Project xmlns=\"urn:QDA-XML:project:2.0\"/>", NULL, "" },
  { QDC, "<CodeBook xmlns=\"urn:QDA-XML:codebook:2.0\"/>", NULL, "" },
  { QUALCODER, "@@ source id name content\n1\ta\tb\n@@ code_text ctid position\n1\t2\n", NULL, "" },
  { TAGUETTE, "@@ documents id name\n1\ta\n@@ highlights id document_id start_offset\n1\t1\t0\n", NULL, "" },

  /* Something else altogether. */
  { XML, "<html xmlns='https://gainsay.org/report/1'/>", NULL, "" },
  { JSON, "[{\"format\":\"gainsay-report\",\"version\":1}]", NULL, "" },
  { QDPX, "<CodeBook/>", NULL, "" },
  { QDC, "<Code xmlns=\"urn:QDA-XML:codebook:1.0\" name=\"<CodeBook\"/>", NULL, "" },
  { QUALCODER, "@@ a b\n1\n", NULL, "" },
  { TAGUETTE, "", NULL, "" },

  /* Entities that grow, and that reach outside. */
  { XML, LAUGHS XML_ROOT "<title>&d;</title></gainsay-report>", NULL, "" },
  { XML, OUTSIDE XML_ROOT "<title>&d;</title></gainsay-report>", NULL, "" },
  { QDPX, LAUGHS "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"&d;\"/>", NULL, "" },
  { QDPX, OUTSIDE QDE_ROOT "<Description>&d;</Description></Project>", NULL, "" },
  { QDC, LAUGHS QDC_ROOT "<Codes><Code guid=\"a\" name=\"&d;\"/></Codes></CodeBook>", NULL, "" },
  { QDC, OUTSIDE QDC_ROOT "<Description>&d;</Description></CodeBook>", NULL, "" },

  /* Nested, and never closed. */
  { XML, XML_ROOT, "<tags>", "" },
  { JSON, JSON_ROOT "\"tags\":", "[", "" },
  { JSON, JSON_ROOT "\"tags\":", "{\"a\":", "" },
  { QDPX, QDE_ROOT "<CodeBook><Codes>", "<Code guid=\"a\">", "" },
  { QDC, QDC_ROOT "<Codes>", "<Code guid=\"a\">", "" },

  /* A tag that never ends. */
  { XML, XML_ROOT "<tags ", "aaaaaaaa", "" },
  { QDPX, QDE_ROOT "<Code name=\"", "aaaaaaaa", "" },
  { QDC, QDC_ROOT "<Code name=\"", "aaaaaaaa", "" },

  /* Half of it is right. */
  { XML, XML_ROOT "<annotators><annotator uuid='5a11c0de-0000-4000-8000-0000000000aa'><name>x</name></annotator>", NULL,
    "</annotators><nonsense/></gainsay-report>" },
  { JSON, JSON_ROOT "\"annotators\":[{\"uuid\":\"5a11c0de-0000-4000-8000-0000000000aa\",\"name\":\"x\"}]", NULL,
    ",\"nonsense\":[]}" },
  { QDC, QDC_ROOT "<Codes><Code guid=\"5a11c0de-0000-4000-8000-0000000000aa\" name=\"x\"/></Codes>", NULL,
    "<Sets></CodeBook>" },
};

/* @name: of a part beside project.qde; (nullable) */
static GBytes *
pack (const char *project, const char *name, const char *text)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GsZipWriter) zip = gs_zip_writer_new (out);
  gboolean written =
    gs_zip_writer_begin (zip, "project.qde", NULL) && gs_zip_writer_write (zip, project, strlen (project), NULL);

  if (name != NULL)
    written = written && gs_zip_writer_begin (zip, name, NULL) && gs_zip_writer_write (zip, text, strlen (text), NULL);
  g_assert_true (written && gs_zip_writer_finish (zip, NULL) && g_output_stream_close (out, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GBytes *
make_example (const Example *example)
{
  g_autoptr (GString) text = g_string_new (example->head);

  for (guint i = 0; example->repeated != NULL && i < DEEP; i++)
    g_string_append (text, example->repeated);
  g_string_append (text, example->tail);

  if (example->format == QDPX)
    return pack (text->str, NULL, NULL);
  if (example->format == QUALCODER || example->format == TAGUETTE)
    return gs_fuzz_database ((const guint8 *) text->str, text->len);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_examples (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GBytes) bytes = make_example (&examples[i]);
      gsize length = 0;
      const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : (const guint8 *) "SQLite format 3";

      g_test_message ("%s: %.80s", formats[examples[i].format].name, examples[i].head);
      g_assert_false (offer (&fixture, &formats[examples[i].format], data, bytes != NULL ? length : 16));
    }
}

/* A part whose name leads out of the archive is looked up by that name in the
 * archive, and in no folder. */
static void
test_paths (void)
{
  static const char *const names[] = { "../outside.txt", "/etc/passwd", "sources/../../outside.txt",
                                       "..\\outside.txt" };
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *outside = NULL;

  fixture_init (&fixture);
  outside = g_build_filename (fixture.folder, "outside.txt", NULL);
  gs_test_write (outside, "What stands outside.", -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *project =
        g_strdup_printf (QDE_ROOT "<Sources><TextSource guid=\"5a11c0de-0000-4000-8000-0000000000a%u\" name=\"a\" "
                                  "plainTextPath=\"internal://%s\"/></Sources></Project>",
                         i, names[i]);
      g_autoptr (GBytes) bytes = pack (project, names[i], "What stands in the archive.");
      g_autoptr (GBytes) alone = pack (project, NULL, NULL);
      g_autoptr (GBytes) kept = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *text;

      g_test_message ("%s", names[i]);
      gs_report_import (fixture.workspace, bytes, NULL, NULL, NULL);
      gs_report_import (fixture.workspace, alone, NULL, NULL, NULL);
      kept = write_report (fixture.workspace, "json");
      text = g_bytes_get_data (kept, &length);
      g_assert_null (g_strstr_len (text, (gssize) length, "What stands outside"));
      g_assert_null (g_strstr_len (text, (gssize) length, "root:"));
    }
}

/* What unpacks to a thousand times itself. */
static void
test_bombs (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GString) text = g_string_sized_new (20 << 20);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *data;

  fixture_init (&fixture);
  g_string_append (text, QDE_ROOT "<Description>");
  while (text->len < 20 << 20)
    g_string_append_len (text, "                                                                ", 64);
  bytes = pack (text->str, NULL, NULL);
  data = g_bytes_get_data (bytes, &length);
  g_assert_cmpuint (length, <, 1 << 20);
  g_assert_false (offer (&fixture, &formats[QDPX], data, length));
}

/* A workspace of a later version, and one that is none. */
static void
test_workspace_version (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guint8 *copy = NULL;
  gsize length;
  const guint8 *data;

  fixture_init (&fixture);
  bytes = make_workspace (NULL, &fixture);
  data = g_bytes_get_data (bytes, &length);
  copy = g_memdup2 (data, length);
  copy[USER_VERSION + 2] = 0x7f;
  g_assert_false (offer (&fixture, &formats[GAINSAY], copy, length));
  memcpy (copy, data, length);
  memset (copy + USER_VERSION + 8, 'x', 4);
  g_assert_false (offer (&fixture, &formats[GAINSAY], copy, length));
  g_assert_false (offer (&fixture, &formats[GAINSAY], (const guint8 *) XML_ROOT, strlen (XML_ROOT)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *sound = g_strdup_printf ("/exchange/hostile/%s/sound", formats[i].name);
      g_autofree char *truncated = g_strdup_printf ("/exchange/hostile/%s/truncated", formats[i].name);
      g_autofree char *bent = g_strdup_printf ("/exchange/hostile/%s/bent", formats[i].name);

      g_test_add_data_func (sound, &formats[i], test_sound);
      g_test_add_data_func (truncated, &formats[i], test_truncated);
      g_test_add_data_func (bent, &formats[i], test_bent);
    }
  g_test_add_func ("/exchange/hostile/examples", test_examples);
  g_test_add_func ("/exchange/hostile/paths", test_paths);
  g_test_add_func ("/exchange/hostile/bombs", test_bombs);
  g_test_add_func ("/exchange/hostile/workspace-version", test_workspace_version);

  return g_test_run ();
}

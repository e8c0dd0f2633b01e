/* gs-xlsx-writer.c: claims, links and sources as the sheets of a workbook.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Office Open XML (ECMA-376): a ZIP archive of XML. Texts stand in their
 * cells, as texts: nothing that an article says is ever computed. Sheets are
 * written one after the other, in the order in which the records come.
 */

#include "config.h"

#include "gs-report-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-markup-text.h"
#include "gs-table.h"
#include "gs-zip-writer.h"

#define PIECE (64 * 1024)
#define MAX_ROWS 1048576
#define MAX_LENGTH 32767 /* of a text, in units of UTF-16 */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

typedef struct
{
  GsTable parent;
  GString *xml;
  guint row, column; /* of the next cell, from 0 */
  guint n_columns;
} GsXlsxTable;

typedef struct
{
  GsReportSink parent;
  GsZipWriter *zip;
  GsReportCatalogue *catalogue;
  GsXlsxTable table;
  gboolean at_claims; /* their sheet is begun */
  gboolean at_links;  /* that of the claims is done */
} GsXlsxWriter;

/* Cells -------------------------------------------------------------------------- */

/* "A", "Z", "AA". */
static void
append_place (GString *xml, guint column, guint row)
{
  if (column >= 26)
    g_string_append_c (xml, (char) ('A' + column / 26 - 1));
  g_string_append_printf (xml, "%c%u", 'A' + (int) (column % 26), row + 1);
}

/* What looks like an escape is none of ours. */
static gboolean
is_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
    }

  return p[6] == '_';
}

/* Whatever XML cannot hold has an escape, so that no character is lost. */
static void
append_character (GString *xml, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '&')
    g_string_append (xml, "&amp;");
  else if (c == '<')
    g_string_append (xml, "&lt;");
  else if (c == '>')
    g_string_append (xml, "&gt;");
  else if (is_escape (p))
    g_string_append (xml, "_x005F_");
  else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff)
    g_string_append_printf (xml, "_x%04X_", c);
  else
    g_string_append_unichar (xml, c);
}

/* As much as a cell holds; programs refuse a file with more. */
static void
append_text (GString *xml, const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      length += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (length >= MAX_LENGTH && *next != '\0')
        {
          g_string_append (xml, "…");
          return;
        }
      append_character (xml, p);
    }
}

static void
open_cell (GsXlsxTable *self)
{
  if (self->column == 0)
    g_string_append_printf (self->xml, "<row r=\"%u\">", self->row + 1);
  g_string_append (self->xml, "<c r=\"");
  append_place (self->xml, self->column, self->row);
}

static void
gs_xlsx_table_cell (GsTable *table, const char *text)
{
  GsXlsxTable *self = (GsXlsxTable *) table;

  if (self->column > 0 && (text == NULL || *text == '\0'))
    {
      self->column++;
      return;
    }

  open_cell (self);
  /* The row of names is bold. */
  g_string_append_printf (self->xml, "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                          self->row == 0 ? 1 : 2);
  append_text (self->xml, text != NULL ? text : "");
  g_string_append (self->xml, "</t></is></c>");
  self->column++;
}

static void
gs_xlsx_table_number (GsTable *table, gint64 number)
{
  GsXlsxTable *self = (GsXlsxTable *) table;

  open_cell (self);
  g_string_append_printf (self->xml, "\"><v>%" G_GINT64_FORMAT "</v></c>", number);
  self->column++;
}

static void
gs_xlsx_table_end_row (GsTable *table)
{
  GsXlsxTable *self = (GsXlsxTable *) table;

  g_string_append (self->xml, "</row>\n");
  self->n_columns = self->column;
  self->column = 0;
  self->row++;
}

/* Sheets ------------------------------------------------------------------------- */

static const char *const sheets[] = { "claims", "links", "sources" };

static gboolean
flush (GsXlsxWriter *self, GError **error)
{
  GString *xml = self->table.xml;
  gboolean done = gs_zip_writer_write (self->zip, xml->str, xml->len, error);

  g_string_truncate (xml, 0);

  return done;
}

static gboolean
write_part (GsXlsxWriter *self, const char *name, const char *text, GError **error)
{
  return gs_zip_writer_begin (self->zip, name, error) && gs_zip_writer_write (self->zip, text, strlen (text), error);
}

static gboolean
open_sheet (GsXlsxWriter *self, guint number, GError **error)
{
  g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", number);

  self->table.row = 0;
  g_string_append_printf (self->table.xml,
                          HEAD "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView workbookViewId=\"0\"%s>"
                               "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                               "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
                               "<col min=\"1\" max=\"1\" width=\"12\" customWidth=\"1\"/>"
                               "<col min=\"2\" max=\"30\" width=\"24\" customWidth=\"1\"/></cols><sheetData>\n",
                          number == 1 ? " tabSelected=\"1\"" : "");

  return gs_zip_writer_begin (self->zip, name, error);
}

static gboolean
close_sheet (GsXlsxWriter *self, GError **error)
{
  GString *xml = self->table.xml;

  g_string_append (xml, "</sheetData><autoFilter ref=\"A1:");
  append_place (xml, self->table.n_columns - 1, self->table.row - 1);
  g_string_append (xml, "\"/></worksheet>\n");

  return flush (self, error);
}

static gboolean
pass (GsXlsxWriter *self, GError **error)
{
  if (self->table.row > MAX_ROWS)
    {
      g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
                   _ ("A sheet of a workbook holds at most %d rows. Choose CSV, or a part of the workspace."),
                   MAX_ROWS);
      return FALSE;
    }

  return self->table.xml->len < PIECE || flush (self, error);
}

static gboolean
put_sources (GsXlsxWriter *self, GError **error)
{
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  gs_table_put_source_heads (&self->table.parent);
  for (guint i = 0; i < sources->len; i++)
    {
      gs_table_put_source (&self->table.parent, self->catalogue, sources->pdata[i]);
      if (!pass (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Workbook ----------------------------------------------------------------------- */

/* The cells of names, and of texts, which begin at the top. */
static const char styles[] =
  HEAD "<styleSheet xmlns=\"" MAIN "\">"
       "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
       "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
       "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
       "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
       "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
       "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
       "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
       "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
       "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
       "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs>"
       "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>\n";

static const char relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
       "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n";

static gboolean
write_workbook (GsXlsxWriter *self, GError **error)
{
  g_autoptr (GString) types = g_string_new (HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
                                                 "<Default Extension=\"rels\" ContentType=\"application/"
                                                 "vnd.openxmlformats-package.relationships+xml\"/>"
                                                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                                 "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE
                                                 "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
                                                 "ContentType=\"" SHEET_TYPE "styles+xml\"/>");
  g_autoptr (GString) book =
    g_string_new (HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><bookViews><workbookView/></bookViews>"
                       "<sheets>");
  g_autoptr (GString) parts =
    g_string_new (HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId9\" Type=\"" RELATIONS
                       "/styles\" Target=\"styles.xml\"/>");

  for (guint i = 1; i <= G_N_ELEMENTS (sheets); i++)
    {
      g_string_append_printf (types,
                              "<Override PartName=\"/xl/worksheets/sheet%u.xml\" ContentType=\"" SHEET_TYPE
                              "worksheet+xml\"/>",
                              i);
      g_string_append_printf (book, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"rId%u\"/>", sheets[i - 1], i, i);
      g_string_append_printf (parts,
                              "<Relationship Id=\"rId%u\" Type=\"" RELATIONS
                              "/worksheet\" Target=\"worksheets/sheet%u.xml\"/>",
                              i, i);
    }
  g_string_append (types, "</Types>\n");
  g_string_append (book, "</sheets></workbook>\n");
  g_string_append (parts, "</Relationships>\n");

  /* Programs look for the types first. */
  return write_part (self, "[Content_Types].xml", types->str, error)
         && write_part (self, "_rels/.rels", relations, error) && write_part (self, "xl/workbook.xml", book->str, error)
         && write_part (self, "xl/_rels/workbook.xml.rels", parts->str, error)
         && write_part (self, "xl/styles.xml", styles, error);
}

/* Nothing is written before there is something to write. */
static gboolean
gs_xlsx_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  return TRUE;
}

static gboolean
begin_claims (GsXlsxWriter *self, GError **error)
{
  if (self->at_claims)
    return TRUE;
  if (!write_workbook (self, error) || !open_sheet (self, 1, error))
    return FALSE;

  self->at_claims = TRUE;
  gs_table_put_claim_heads (&self->table.parent);

  return TRUE;
}

static gboolean
begin_links (GsXlsxWriter *self, GError **error)
{
  if (self->at_links)
    return TRUE;
  if (!begin_claims (self, error) || !close_sheet (self, error) || !open_sheet (self, 2, error))
    return FALSE;

  self->at_links = TRUE;
  gs_table_put_link_heads (&self->table.parent);

  return TRUE;
}

static gboolean
gs_xlsx_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsXlsxWriter *self = (GsXlsxWriter *) sink;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_claim_type)
    {
      if (!begin_claims (self, error))
        return FALSE;
      gs_table_put_claim (&self->table.parent, self->catalogue, record);
    }
  else if (type == &gs_link_type)
    {
      if (!begin_links (self, error))
        return FALSE;
      gs_table_put_link (&self->table.parent, record);
    }

  return pass (self, error);
}

static gboolean
gs_xlsx_writer_end (GsReportSink *sink, GError **error)
{
  GsXlsxWriter *self = (GsXlsxWriter *) sink;

  return begin_links (self, error) && close_sheet (self, error) && open_sheet (self, 3, error)
         && put_sources (self, error) && close_sheet (self, error) && gs_zip_writer_finish (self->zip, error);
}

static void
gs_xlsx_writer_free (GsReportSink *sink)
{
  GsXlsxWriter *self = (GsXlsxWriter *) sink;

  gs_zip_writer_free (self->zip);
  gs_report_catalogue_free (self->catalogue);
  g_string_free (self->table.xml, TRUE);
  g_free (self);
}

/**
 * gs_xlsx_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes a workbook with a sheet each of claims, links and sources
 */
GsReportSink *
gs_xlsx_writer_new (GOutputStream *out)
{
  GsXlsxWriter *self = g_new0 (GsXlsxWriter, 1);

  self->parent.begin = gs_xlsx_writer_begin;
  self->parent.record = gs_xlsx_writer_record;
  self->parent.end = gs_xlsx_writer_end;
  self->parent.free = gs_xlsx_writer_free;
  self->zip = gs_zip_writer_new (out);
  self->catalogue = gs_report_catalogue_new ();
  self->table.parent.cell = gs_xlsx_table_cell;
  self->table.parent.number = gs_xlsx_table_number;
  self->table.parent.end_row = gs_xlsx_table_end_row;
  self->table.xml = g_string_sized_new (PIECE);

  return &self->parent;
}

/* gs-odt-styles.c: what every text document says of how it looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-odt-styles.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACES                                                                              \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                          \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                            \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                              \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                            \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                           \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                   \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                     \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\""

/* clang-format off */
const char gs_odt_content_head[] =
  HEAD "<office:document-content" NAMESPACES ">\n<office:automatic-styles>\n"
  "<style:style style:name=\"W0\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"3000*\"/></style:style>\n"
  "<style:style style:name=\"W1\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"1000*\"/></style:style>\n"
  "<style:style style:name=\"W2\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"2000*\"/></style:style>\n"
  "<style:style style:name=\"W3\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"3000*\"/></style:style>\n"
  "<style:style style:name=\"W4\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"4000*\"/></style:style>\n"
  "<style:style style:name=\"W5\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"5000*\"/></style:style>\n"
  "<style:style style:name=\"W6\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"6000*\"/></style:style>\n"
  "<style:style style:name=\"W7\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"7000*\"/></style:style>\n"
  "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:rel-width=\"100%\" table:align=\"margins\" fo:margin-bottom=\"2mm\"/></style:style>\n"
  "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"1mm\" fo:border-bottom=\"0.5pt solid #999999\"/></style:style>\n"
  "<style:style style:name=\"Side\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"2mm\" fo:border=\"0.5pt solid #999999\"/></style:style>\n"
  "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\n"
  "</office:automatic-styles>\n<office:body><office:text>\n";

const char gs_odt_styles[] =
  HEAD "<office:document-styles" NAMESPACES ">\n<office:styles>\n"
  "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"1.5mm\" style:writing-mode=\"lr-tb\"/><style:text-properties style:font-name=\"Noto Sans\" fo:font-family=\"'Noto Sans', 'DejaVu Sans', sans-serif\" fo:font-size=\"10pt\" fo:language=\"%s\"/></style:default-style>\n"
  "<style:style style:name=\"Standard\" style:family=\"paragraph\"></style:style>\n"
  "<style:style style:name=\"Text_20_body\" style:display-name=\"Text body\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"></style:style>\n"
  "<style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"2mm\"/><style:text-properties fo:font-size=\"20pt\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"7mm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"15pt\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"5mm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"12pt\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Heading_20_3\" style:display-name=\"Heading 3\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"4mm\" fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"10.5pt\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Remark\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:text-properties fo:font-size=\"9pt\" fo:color=\"#444444\"/></style:style>\n"
  "<style:style style:name=\"Quotations\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-left=\"4mm\" fo:background-color=\"#ececec\" fo:padding=\"1mm\" fo:keep-with-next=\"always\"/></style:style>\n"
  "<style:style style:name=\"Chain\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-with-next=\"always\"/><style:text-properties fo:font-size=\"9pt\"/></style:style>\n"
  "<style:style style:name=\"Facts\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-together=\"always\"/><style:text-properties fo:font-size=\"9pt\"/></style:style>\n"
  "<style:style style:name=\"Verdict\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-with-next=\"always\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Place\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-left=\"5mm\"/><style:text-properties fo:font-size=\"9pt\"/></style:style>\n"
  "<style:style style:name=\"Item\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"0.5mm\"/></style:style>\n"
  "<style:style style:name=\"Asserted\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"3mm\" fo:padding-left=\"2mm\" fo:border-left=\"2pt solid #14532b\" fo:keep-with-next=\"always\"/></style:style>\n"
  "<style:style style:name=\"Denied\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"3mm\" fo:padding-left=\"2mm\" fo:border-left=\"2pt solid #8c1020\" fo:keep-with-next=\"always\"/></style:style>\n"
  "<style:style style:name=\"Caption\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:keep-with-next=\"always\"/><style:text-properties fo:color=\"#444444\"/></style:style>\n"
  "<style:style style:name=\"Figure\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-top=\"2mm\"/></style:style>\n"
  "<style:style style:name=\"Table_20_contents\" style:display-name=\"Table contents\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-bottom=\"0mm\"/></style:style>\n"
  "<style:style style:name=\"Number\" style:family=\"paragraph\" style:parent-style-name=\"Table_20_contents\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
  "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\"><style:text-properties fo:color=\"#1a56a8\" style:text-underline-style=\"none\"/></style:style>\n"
  "<style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Dim\" style:family=\"text\"><style:text-properties fo:color=\"#444444\" fo:font-size=\"90%%\"/></style:style>\n"
  "<style:style style:name=\"Asserts\" style:family=\"text\"><style:text-properties fo:color=\"#14532b\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Denies\" style:family=\"text\"><style:text-properties fo:color=\"#8c1020\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Mark\" style:family=\"text\"><style:text-properties fo:background-color=\"#ececec\"/></style:style>\n"
  "<style:style style:name=\"Title_20_of_20_work\" style:display-name=\"Title of work\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>\n"
  "<style:style style:name=\"Note_20_mark\" style:display-name=\"Note mark\" style:family=\"text\"><style:text-properties style:text-position=\"super 60%%\"/></style:style>\n"
  "</office:styles>\n<office:automatic-styles>"
  "<style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"%s\" fo:page-height=\"%s\" fo:margin=\"18mm\"/><style:footer-style/></style:page-layout>\n"
  "<style:style style:name=\"Footer\" style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"center\"/></style:style>\n"
  "</office:automatic-styles>\n<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\">"
  "<style:footer><text:p text:style-name=\"Footer\"><text:page-number>1</text:page-number></text:p></style:footer>"
  "</style:master-page></office:master-styles></office:document-styles>\n";

const char gs_odt_meta_head[] =
  HEAD "<office:document-meta" NAMESPACES "><office:meta><meta:generator>Gainsay</meta:generator><dc:title>";

const char gs_odt_manifest[] =
  HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
  "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
  "</manifest:manifest>\n";
/* clang-format on */

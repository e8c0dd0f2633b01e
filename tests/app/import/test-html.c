/* test-html.c: what is the article on a web page, one rule at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-byline.h"
#include "gs-extract.h"
#include "gs-headline.h"
#include "gs-language.h"
#include "gs-main-text.h"

#include <string.h>

#define P1 "<p>The harbour council said on Monday that no ship had come in during the night of the storm.</p>"
#define P2 "<p>Two dockers, who asked not to be named, told this paper that they had unloaded it themselves.</p>"
#define P3 "<p>The customs office has opened an inquiry, and its chairman will speak to the council next week.</p>"
#define ARTICLE "<h1>Nobody saw the ship</h1>" P1 P2 P3
#define OTHER "<p>This sentence stands somewhere else on the page and has nothing to do with the article at all.</p>"

#define BODY1 "The harbour council said on Monday that no ship had come in during the night of the storm."
#define BODY2 "Two dockers, who asked not to be named, told this paper that they had unloaded it themselves."
#define BODY3 "The customs office has opened an inquiry, and its chairman will speak to the council next week."
#define BODY BODY1 "\n" BODY2 "\n" BODY3

static GsArticleRecord *
extract (const char *html)
{
  g_autofree char *page = g_strconcat ("<!DOCTYPE html>", html, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article = gs_extract (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return article;
}

typedef struct
{
  const char *rule;
  const char *html;
  const char *body;
} Page;

static const Page pages[] = {
  { "comments go, however long they are",
    "<main>" ARTICLE "<div id='comments'><div class='comment'>" OTHER OTHER "</div><div class='comment'>" OTHER OTHER
    "</div><div class='comment'>" OTHER OTHER "</div></div></main>",
    BODY },
  { "the whole page is a form", "<form id='all'><div>" ARTICLE "</div></form>", BODY },
  { "a frame with a telling name",
    "<div class='sidebar-grid'><h1>Nobody saw the ship</h1></div><div class='sidebar-grid'>" P1 P2
    "</div><div class='sidebar-grid'>" P3 "</div>",
    BODY },
  { "the name of a state is no name", "<div class='page comments-enabled has-sidebar'>" P1 P2 P3 "</div>", BODY },
  { "a sidebar goes", "<div><div>" ARTICLE "</div><div class='sidebar'>" OTHER "</div></div>", BODY },
  { "a long consent dialogue hides nothing",
    "<div class='body paywall-article'>" ARTICLE "</div><div id='onetrust-sdk'>" OTHER OTHER OTHER OTHER OTHER OTHER
    "</div>",
    BODY },
  { "hidden text goes", "<div>" ARTICLE "<div style='display:none'>" OTHER "</div><div hidden>" OTHER "</div></div>",
    BODY },
  { "cards go",
    "<div>" ARTICLE "<div class='c'><a href='/1'>Another story of the day</a>" OTHER "</div>"
    "<div class='c'><a href='/2'>Another story of the week</a><p>It has a first line, too.</p></div>"
    "<div class='c'><a href='/3'>Another story of the month</a><p>It has a first line, too.</p></div>"
    "<div class='c'><a href='/4'>Another story of the year</a><p>It has a first line, too.</p></div></div>",
    BODY "\nThis sentence stands somewhere else on the page and has nothing to do with the article at all." },
  { "paragraphs with links are no cards",
    "<div><p>The <a href='/a'>harbour council said on Monday</a> that no ship had come in during the night of the "
    "storm."
    "</p><p>Two dockers, <a href='/a'>who asked not to be named</a>, told this paper that they had unloaded it "
    "themselves."
    "</p><p>The customs office <a href='/a'>has opened an inquiry</a>, and its chairman will speak to the council next "
    "week.</p></div>",
    BODY },
  { "slices of one make are one article",
    "<div><div class='slice'>" P1 P2 OTHER "</div><div class='ad'></div><div class='slice'>" P3 "</div></div>",
    BODY1 "\n" BODY2
          "\nThis sentence stands somewhere else on the page and has nothing to do with the article at all.\n" BODY3 },
  { "articleBody is not looked into",
    "<h1>Nobody saw the ship</h1><div itemprop='articleBody'><div>5th of May: the first ship</div><div>6th of May: the "
    "second ship</div>" P1 "</div>",
    "5th of May: the first ship\n6th of May: the second ship\n" BODY1 },
  { "what comes after “Related” goes", "<div>" ARTICLE "<h3>More from this harbour</h3>" OTHER "</div>", BODY },
  { "a section of its own goes, and the article goes on",
    "<div>" P1 P2 "<div><h3>Related stories</h3>" OTHER "</div>" P3 "</div>", BODY },
  { "a heading in the midst is no end", "<div>" P1 "<h3>Latest developments</h3>" P2 P3 "</div>",
    BODY1 "\nLatest developments\n" BODY2 "\n" BODY3 },
  { "dates and minutes above the text",
    "<div><h1>Nobody saw the ship</h1><div>6 May 2031</div><div>3 min read</div>" P1 P2 P3 "</div>", BODY },
  { "what is said twice at once",
    "<div>" P1 "<p>A crane at the north quay in the night of the storm.</p>"
    "<p>A crane at the north quay in the night of the storm.</p>" P2 P3 "</div>",
    BODY1 "\nA crane at the north quay in the night of the storm.\n" BODY2 "\n" BODY3 },
  { "a quotation in a social box stays",
    "<article>" P1 P2 "<div class='social-embed'><blockquote>" P3 "</blockquote></div></article>", BODY },
  { "a linked list after the text stays out of boilerplate's way",
    "<article>" P1 P2 P3 "<p>1) A crane from the north quay</p><p><a href='/1'>buy</a></p>"
    "<p>2) A rope from the south quay of the harbour</p></article>",
    BODY "\n1) A crane from the north quay\n2) A rope from the south quay of the harbour" },
};

static void
test_body (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (GsArticleRecord) article = extract (page->html);
  g_autofree char *body = gs_main_text (article, NULL);

  g_assert_cmpstr (body, ==, page->body);
}

typedef struct
{
  const char *rule;
  const char *head;
  const char *title;
  const char *byline;
  const char *day;
} Facts;

static const Facts facts[] = {
  { "Open Graph before the rest",
    "<title>A ship - Courier</title><meta property='og:title' content='Nobody saw the great ship'>",
    "Nobody saw the great ship", NULL, NULL },
  { "the site's name goes",
    "<meta property='og:site_name' content='The Quay Courier'>"
    "<meta property='og:title' content='Nobody saw the great ship - The Quay Courier'>",
    "Nobody saw the great ship", NULL, NULL },
  { "an unknown site's name goes where the headline stands below",
    "<meta property='og:title' content='Nobody saw the ship - Some Paper of This World'>", "Nobody saw the ship", NULL,
    NULL },
  { "an address is no author",
    "<meta name='author' content='m.halloway@courier.example'><meta name='dc.creator' content='Halloway, Mira'>",
    "Nobody saw the ship", "Mira Halloway", NULL },
  { "several authors in as many elements",
    "<meta name='dc.creator' content='Halloway, Mira'><meta name='dc.creator' content='Sandberg, Ott'>",
    "Nobody saw the ship", "Mira Halloway, Ott Sandberg", NULL },
  { "a label names the author",
    "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Mira Halloway'>"
    "<meta name='twitter:label2' content='Lesezeit'><meta name='twitter:data2' content='3 Minuten'>",
    "Nobody saw the ship", "Mira Halloway", NULL },
  { "a person described elsewhere",
    "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"Article\", \"author\": {\"@id\": \"#m\"}},"
    "{\"@type\": \"Person\", \"@id\": \"#m\", \"name\": \"Mira Halloway\"}]}</script>",
    "Nobody saw the ship", "Mira Halloway", NULL },
  { "an organization is the last to be believed",
    "<meta name='author' content='Mira Halloway'><script type='application/ld+json'>{\"@type\": \"NewsArticle\","
    "\"author\": {\"@type\": \"Organization\", \"name\": \"The Quay Courier\"}}</script>",
    "Nobody saw the ship", "Mira Halloway", NULL },
  { "several types",
    "<script type='application/ld+json'>{\"@type\": [\"WebPage\", \"NewsArticle\"], "
    "\"headline\": \"The ship\", \"datePublished\": \"2031-05-06T10:00:00Z\"}</script>",
    "The ship", NULL, "2031-05-06" },
  /* json-glib answered these with a critical warning. */
  { "members that are no strings",
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": {\"name\": [\"A\"], \"@id\": {}},"
    "\"headline\": {\"name\": []}, \"datePublished\": 5, \"publisher\": {\"name\": {}}}</script>"
    "<script type='application/ld+json'>{\"@type\": \"Person\", \"@id\": [], \"name\": {}}</script>",
    "Nobody saw the ship", NULL, NULL },
  { "colons in a name", "<meta name='article:published:time' content='2031-05-06T10:00:00Z'>", "Nobody saw the ship",
    NULL, "2031-05-06" },
  { "the day in the address", "<link rel='canonical' href='https://courier.example/2031/05/06/ship'>",
    "Nobody saw the ship", NULL, "2031-05-06" },
};

static void
test_facts (gconstpointer data)
{
  const Facts *wanted = data;
  g_autofree char *html =
    g_strconcat ("<html><head>", wanted->head, "</head><body><div>" ARTICLE "</div></body>", NULL);
  g_autoptr (GsArticleRecord) article = extract (html);

  g_assert_cmpstr (article->title, ==, wanted->title);
  g_assert_cmpstr (article->byline, ==, wanted->byline);
  g_assert_cmpstr (article->published_lo, ==, wanted->day);
}

/* The lines around the headline are asked where the metadata are silent, or
 * name no one but the site. */
static void
test_head (void)
{
  const char *html = "<head><meta property='og:site_name' content='The Quay Courier'>"
                     "<meta name='author' content='Quay Courier'></head>"
                     "<body><div><div class='date'>6 May 2031</div><h1>Nobody saw the ship</h1>"
                     "<div class='article-author'>By: <a>Mira Halloway</a></div>" P1 P2 P3 "</div></body>";
  g_autoptr (GsArticleRecord) article = extract (html);

  g_assert_cmpstr (article->title, ==, "Nobody saw the ship");
  g_assert_cmpstr (article->byline, ==, "Mira Halloway");
  g_assert_cmpstr (article->published_lo, ==, "2031-05-06");
  g_assert_cmpint (article->published_basis, ==, GS_BASIS_DATELINE);
}

/* Microdata whose value does not stand in the text. */
static void
test_microdata (void)
{
  g_autoptr (GsArticleRecord) article =
    extract ("<body itemscope itemtype='https://schema.org/NewsArticle'><time datetime='2001-01-01'>old</time>"
             "<div><h1>Nobody saw the ship</h1><span itemprop='datePublished' content='2031-05-06T10:00'>today</span>"
             "<p itemprop='author'>Mira Halloway</p>" P1 P2 P3 "</div></body>");

  g_assert_cmpstr (article->published_lo, ==, "2031-05-06");
  g_assert_cmpstr (article->byline, ==, "Mira Halloway");
}

/* A page that its scripts write is known by what it says of itself. */
/* Declarations of entities are no text, and entities are not expanded. */
static void
test_document_type (void)
{
  static const char *const types[] = {
    "<!DOCTYPE html [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">\n<!-- ] > --> ]>",
    "<?xml version='1.0'?>\n<!-- a page -->\n<!doctype html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'a>b' "
    "[<!ENTITY a 'it is \"]>\" here'>]  >",
    "<!DOCTYPE html SYSTEM \"[\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *page = g_strconcat (types[i], "<html xmlns='http://www.w3.org/1999/xhtml'><body>", P1,
                                           "<p>&b;</p></body></html>", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
      g_autoptr (GError) error = NULL;
      g_autoptr (GsArticleRecord) article = gs_extract (bytes, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (article->text, ==, BODY1 "\n&b;");
    }
}

static void
test_no_text (void)
{
  g_autoptr (GsArticleRecord) article =
    extract ("<html lang='en'><head><meta property='og:title' content='Nobody saw the great ship'>"
             "<meta name='description' content='The council said that no ship had come in.'></head>"
             "<body><div id='root'></div></body></html>");
  g_autofree char *body = gs_main_text (article, NULL);

  g_assert_cmpstr (article->title, ==, "Nobody saw the great ship");
  g_assert_cmpstr (body, ==, "The council said that no ship had come in.");
  g_assert_cmpstr (article->language, ==, "en");
}

static void
test_bylines (void)
{
  static const char *const cleaned[][2] = {
    { "By Mira Halloway", "Mira Halloway" },
    { "Von: Mira Halloway", "Mira Halloway" },
    { "Byron Halloway", "Byron Halloway" },
    { " Mira Halloway, ", "Mira Halloway" },
    { "https://courier.example/m", NULL },
    { "@halloway", NULL },
    { "m@courier.example", NULL },
    { "12345", NULL },
    { "by ", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cleaned); i++)
    {
      g_autofree char *byline = gs_byline_clean (cleaned[i][0]);

      g_test_message ("“%s”", cleaned[i][0]);
      g_assert_cmpstr (byline, ==, cleaned[i][1]);
    }
  g_assert_true (gs_byline_is_site ("courier.example", NULL));
  g_assert_true (gs_byline_is_site ("Quay Courier", "Quay Courier Online"));
  g_assert_false (gs_byline_is_site ("M. Halloway", "Quay Courier"));
  g_assert_true (gs_byline_is_label ("Written by"));
  g_assert_false (gs_byline_is_label ("Reading time"));
}

static void
test_headlines (void)
{
  static const struct
  {
    const char *headline, *outlet, *other;
    gboolean loose;
    const char *expected;
  } cases[] = {
    { "Nobody saw the ship | Courier", NULL, NULL, FALSE, "Nobody saw the ship" },
    { "Nobody saw the ship - Courier", NULL, NULL, FALSE, "Nobody saw the ship - Courier" },
    { "Nobody saw the ship - Courier", "The Courier", NULL, TRUE, "Nobody saw the ship" },
    { "Nobody saw the ship - Harbour | Courier", "Harbour", NULL, FALSE, "Nobody saw the ship" },
    { "Nobody saw the ship - A Paper", NULL, "Nobody saw the ship", FALSE, "Nobody saw the ship" },
    { "A ship - two stories", "two", NULL, TRUE, "A ship - two stories" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found =
        gs_headline_without_site (cases[i].headline, cases[i].outlet, cases[i].other, cases[i].loose);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What a page states stands unless its text is clearly in another language. */
static void
test_languages (void)
{
  static const char *const dutch = "De minister ontkende dat het schip in de haven was en zei dat er niets was gelost.";
  static const char *const frisian =
    "De minister hat ûntkend dat it skip yn de haven lei en hy sei dat der neat lost wie.";
  static const struct
  {
    const char *text, *stated, *expected;
  } cases[] = {
    { dutch, "nl-BE", "nl-BE" },
    { dutch, "en-US", "nl" },
    { dutch, NULL, "nl" },
    { "Amsterdam 12", "en", "en" },
    { frisian, "fy", "fy" },
    { "", NULL, NULL },
    { "Ministeren sa at det ikke hadde vært noe skip i havnen, og at han ikke var blitt spurt.", "nb", "nb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = gs_language_settle (cases[i].text, strlen (cases[i].text), cases[i].stated);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/body/", pages[i].rule, NULL);

      g_test_add_data_func (path, &pages[i], test_body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/facts/", facts[i].rule, NULL);

      g_test_add_data_func (path, &facts[i], test_facts);
    }
  g_test_add_func ("/import/html/head", test_head);
  g_test_add_func ("/import/html/microdata", test_microdata);
  g_test_add_func ("/import/html/document-type", test_document_type);
  g_test_add_func ("/import/html/no-text", test_no_text);
  g_test_add_func ("/import/html/bylines", test_bylines);
  g_test_add_func ("/import/html/headlines", test_headlines);
  g_test_add_func ("/import/html/languages", test_languages);

  return g_test_run ();
}

#include "ctk_html.h"
#include "ctk_sax_bridge.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct ctk_html_parser {
  ctk_sax_handler handler;
  htmlParserCtxtPtr context;
  ctk_sax_names names;
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  ctk_html_parser *parser = user;
  int32_t element = ctk_sax_element(&parser->names, &parser->handler, name);
  if (element < 0) {
    return;
  }
  ctk_attribute known[CTK_MOST_ATTRIBUTES];
  int32_t count = 0;
  while (attributes != NULL && attributes[count * 2] != NULL && count < CTK_MOST_ATTRIBUTES) {
    const xmlChar *value = attributes[count * 2 + 1];
    known[count].name = (const char *)attributes[count * 2];
    known[count].value = value == NULL ? "" : (const char *)value;
    known[count].length = strlen(known[count].value);
    count++;
  }
  parser->handler.start(parser->handler.context, element, known, count);
}

static void end_element(void *user, const xmlChar *name) {
  ctk_html_parser *parser = user;
  int32_t element = ctk_sax_element(&parser->names, &parser->handler, name);
  if (element >= 0) {
    parser->handler.end(parser->handler.context, element);
  }
}

static void characters(void *user, const xmlChar *bytes, int length) {
  ctk_html_parser *parser = user;
  if (length > 0) {
    parser->handler.text(parser->handler.context, (const char *)bytes, (size_t)length);
  }
}

ctk_html_parser *ctk_html_open(const ctk_sax_handler *handler) {
  ctk_sax_initialise();
  ctk_html_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) {
    return NULL;
  }
  parser->handler = *handler;
  htmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = start_element;
  sax.endElement = end_element;
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.serror = ctk_sax_ignore_error;
  sax.initialized = XML_SAX2_MAGIC;
  parser->context = htmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (parser->context == NULL) {
    free(parser);
    return NULL;
  }
  (void)htmlCtxtUseOptions(parser->context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                                HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                                HTML_PARSE_IGNORE_ENC);
  return parser;
}

int32_t ctk_html_feed(ctk_html_parser *parser, const uint8_t *bytes, size_t length,
                      int32_t final) {
  if (length > INT_MAX) {
    return 1;
  }
  int status = htmlParseChunk(parser->context, (const char *)bytes, (int)length, final);
  return status == XML_ERR_NO_MEMORY;
}

void ctk_html_stop(ctk_html_parser *parser) { xmlStopParser(parser->context); }

void ctk_html_close(ctk_html_parser *parser) {
  if (parser == NULL) {
    return;
  }
  htmlFreeParserCtxt(parser->context);
  free(parser);
}

#include "ctk_xml.h"
#include "ctk_sax_bridge.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct ctk_xml_parser {
  ctk_sax_handler handler;
  xmlParserCtxtPtr context;
  int32_t refused;
  int32_t error_line;
  /* Attribute values are not terminated in libxml2's own array. */
  char *values;
  size_t capacity;
};

/* libxml2 hands our own pointer back: user_data of the context. */
static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes) {
  (void)prefix;
  (void)namespace_count;
  (void)namespaces;
  (void)defaulted;
  ctk_xml_parser *parser = user;
  const char *pairs[CTK_MOST_ATTRIBUTES * 2];
  int32_t count = attribute_count > CTK_MOST_ATTRIBUTES ? CTK_MOST_ATTRIBUTES : attribute_count;
  size_t needed = 0;
  for (int32_t index = 0; index < count; index++) {
    needed += (size_t)(attributes[index * 5 + 4] - attributes[index * 5 + 3]) + 1;
  }
  if (needed > parser->capacity) {
    char *grown = realloc(parser->values, needed * 2);
    if (grown == NULL) {
      count = 0;
    } else {
      parser->values = grown;
      parser->capacity = needed * 2;
    }
  }
  char *cursor = parser->values;
  for (int32_t index = 0; index < count; index++) {
    const xmlChar **attribute = attributes + index * 5;
    size_t length = (size_t)(attribute[4] - attribute[3]);
    memcpy(cursor, attribute[3], length);
    cursor[length] = 0;
    pairs[index * 2] = (const char *)attribute[0];
    pairs[index * 2 + 1] = cursor;
    cursor += length + 1;
  }
  parser->handler.start(parser->handler.context, (const char *)name, (const char *)uri, pairs,
                        count);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
  (void)prefix;
  (void)uri;
  ctk_xml_parser *parser = user;
  parser->handler.end(parser->handler.context, (const char *)name);
}

static void characters(void *user, const xmlChar *bytes, int length) {
  ctk_xml_parser *parser = user;
  if (length > 0) {
    parser->handler.text(parser->handler.context, (const char *)bytes, (size_t)length);
  }
}

static void internal_subset(void *user, const xmlChar *name, const xmlChar *external,
                            const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  ctk_xml_parser *parser = user;
  parser->refused = 1;
  xmlStopParser(parser->context);
}

ctk_xml_parser *ctk_xml_open(const ctk_sax_handler *handler) {
  ctk_sax_initialise();
  ctk_xml_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) {
    return NULL;
  }
  parser->handler = *handler;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element;
  sax.endElementNs = end_element;
  sax.characters = characters;
  sax.cdataBlock = characters;
  sax.internalSubset = internal_subset;
  sax.serror = ctk_sax_ignore_error;
  parser->context = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
  if (parser->context == NULL) {
    free(parser);
    return NULL;
  }
  /* No entity substitution, no external anything, libxml2's own limits on depth and size. */
  (void)xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_COMPACT);
  return parser;
}

int32_t ctk_xml_feed(ctk_xml_parser *parser, const uint8_t *bytes, size_t length, int32_t final) {
  if (length > INT_MAX) {
    return CTK_XML_MEMORY;
  }
  int status = xmlParseChunk(parser->context, (const char *)bytes, (int)length, final);
  if (parser->refused) {
    return CTK_XML_DOCTYPE;
  }
  if (status == XML_ERR_NO_MEMORY) {
    return CTK_XML_MEMORY;
  }
  if (status != XML_ERR_OK && !parser->context->wellFormed) {
    const xmlError *error = xmlCtxtGetLastError(parser->context);
    parser->error_line = error == NULL ? 0 : error->line;
    return CTK_XML_MALFORMED;
  }
  return CTK_XML_OK;
}

int32_t ctk_xml_error_line(const ctk_xml_parser *parser) { return parser->error_line; }

void ctk_xml_close(ctk_xml_parser *parser) {
  if (parser == NULL) {
    return;
  }
  xmlFreeParserCtxt(parser->context);
  free(parser->values);
  free(parser);
}

#include "ctk_xml.h"
#include "ctk_sax_bridge.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
  /* libxml2's own limit is 256 without XML_PARSE_HUGE. */
  most_depth = 300,
  /* No OOXML element has half as many. libxml2 compares each with all the others. */
  most_attributes = 256,
  /* Fewer bytes than this between two '<' cannot hold so many. */
  harmless_stretch = most_attributes * 4,
  /* libxml2 looks through all that are open for each element. */
  most_namespaces = 1024,
  /* A thousand pages have a third. */
  most_elements = 4000000
};

struct ctk_xml_parser {
  ctk_sax_handler handler;
  xmlParserCtxtPtr context;
  int32_t refused; /* the CTK_XML_… code, or 0 */
  int32_t error_line;
  /* The namespaces that each open element declares, and their sum. */
  int32_t depth;
  int32_t namespaces[most_depth];
  int32_t open_namespaces;
  int32_t elements;
  /* Bytes, and beginnings of attributes' values, since the last '<'. */
  size_t stretch;
  size_t values_begun;
  ctk_sax_names names;
};

/* Makes the parse end with a code of ours. */
static void refuse(ctk_xml_parser *parser, int32_t code) {
  parser->refused = code;
  xmlStopParser(parser->context);
}

/* libxml2 hands our own pointer back: user_data of the context. */
static void start_element(void *user, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes) {
  (void)prefix;
  (void)uri;
  (void)namespaces;
  (void)defaulted;
  ctk_xml_parser *parser = user;
  if (parser->refused) {
    return;
  }
  if (++parser->elements > most_elements) {
    refuse(parser, CTK_XML_ELEMENTS);
    return;
  }
  if (parser->depth < most_depth) {
    parser->namespaces[parser->depth] = namespace_count;
  }
  parser->depth++;
  parser->open_namespaces += namespace_count;
  if (parser->open_namespaces > most_namespaces) {
    refuse(parser, CTK_XML_NAMESPACES);
    return;
  }
  int32_t element = ctk_sax_element(&parser->names, &parser->handler, name);
  if (element < 0) {
    return;
  }
  ctk_attribute known[CTK_MOST_ATTRIBUTES];
  int32_t count = attribute_count > CTK_MOST_ATTRIBUTES ? CTK_MOST_ATTRIBUTES : attribute_count;
  for (int32_t index = 0; index < count; index++) {
    /* Local name, prefix, namespace, beginning and end of the value. */
    const xmlChar **attribute = attributes + index * 5;
    known[index].name = (const char *)attribute[0];
    known[index].value = (const char *)attribute[3];
    known[index].length = (size_t)(attribute[4] - attribute[3]);
  }
  parser->handler.start(parser->handler.context, element, known, count);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
  (void)prefix;
  (void)uri;
  ctk_xml_parser *parser = user;
  if (parser->refused) {
    return;
  }
  parser->depth--;
  if (parser->depth < most_depth) {
    parser->open_namespaces -= parser->namespaces[parser->depth];
  }
  int32_t element = ctk_sax_element(&parser->names, &parser->handler, name);
  if (element >= 0) {
    parser->handler.end(parser->handler.context, element);
  }
}

static void characters(void *user, const xmlChar *bytes, int length) {
  ctk_xml_parser *parser = user;
  if (length > 0 && !parser->refused) {
    parser->handler.text(parser->handler.context, (const char *)bytes, (size_t)length);
  }
}

static void internal_subset(void *user, const xmlChar *name, const xmlChar *external,
                            const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  ctk_xml_parser *parser = user;
  refuse(parser, CTK_XML_DOCTYPE);
}

/* OOXML is written in UTF-8 or UTF-16; in UTF-7 and the like no byte is what it looks to be. */
static void start_document(void *user) {
  ctk_xml_parser *parser = user;
  const xmlChar *name = parser->context->encoding;
  if (name != NULL && xmlStrncasecmp(name, BAD_CAST "utf-8", 5) != 0 &&
      xmlStrncasecmp(name, BAD_CAST "utf-16", 6) != 0) {
    refuse(parser, CTK_XML_ENCODING);
  }
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
  sax.startDocument = start_document;
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

/* Looks for elements of more attributes than libxml2 should see: it compares each with all the others,
   so that a hundred thousand would keep it busy for minutes. Within well-formed markup a '<' stands
   in no value, so the values that begin (='…, ="…) between two of them are at least the attributes of
   one element. Most stretches are short and cost one memchr. */
static int has_too_many_attributes(ctk_xml_parser *parser, const uint8_t *bytes, size_t length) {
  const uint8_t *end = bytes + length;
  while (bytes < end) {
    const uint8_t *next = memchr(bytes, '<', (size_t)(end - bytes));
    const uint8_t *stop = next == NULL ? end : next;
    parser->stretch += (size_t)(stop - bytes);
    if (parser->stretch > harmless_stretch) {
      uint8_t before = 0;
      for (const uint8_t *cursor = bytes; cursor < stop; cursor++) {
        if ((*cursor == '"' || *cursor == '\'') && before == '=') parser->values_begun++;
        if (*cursor > ' ') before = *cursor;
      }
      if (parser->values_begun > most_attributes) return 1;
    }
    if (next == NULL) return 0;
    parser->stretch = parser->values_begun = 0;
    bytes = next + 1;
  }
  return 0;
}

int32_t ctk_xml_feed(ctk_xml_parser *parser, const uint8_t *bytes, size_t length, int32_t final) {
  if (length > INT_MAX) {
    return CTK_XML_MEMORY;
  }
  if (has_too_many_attributes(parser, bytes, length)) {
    return CTK_XML_ATTRIBUTES;
  }
  int status = xmlParseChunk(parser->context, (const char *)bytes, (int)length, final);
  if (parser->refused) {
    return parser->refused;
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
  free(parser);
}

/* Streaming XML parse (libxml2, SAX2, push). */
#ifndef CTK_XML_H
#define CTK_XML_H
#include "ctk_sax.h"
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_xml_parser ctk_xml_parser;

enum {
  CTK_XML_OK = 0,
  CTK_XML_MALFORMED = 1,
  CTK_XML_DOCTYPE = 2, /* a document type declaration: refused */
  CTK_XML_MEMORY = 3,
  CTK_XML_ATTRIBUTES = 4, /* an element of more than 256 attributes */
  CTK_XML_NAMESPACES = 5, /* more than 1,024 namespaces open at a time */
  CTK_XML_ENCODING = 6,   /* neither UTF-8 nor UTF-16 */
  CTK_XML_ELEMENTS = 7    /* more than 4,000,000 elements */
};

/* NULL when memory is out. The handler is copied. */
ctk_xml_parser *ctk_xml_open(const ctk_sax_handler *handler);
/* Feeds a chunk; `final` is non-zero with the last one. Returns a CTK_XML_… code; after an error
   nothing more may be fed. */
int32_t ctk_xml_feed(ctk_xml_parser *parser, const uint8_t *bytes, size_t length, int32_t final);
/* Line of the last error, 0 if unknown. */
int32_t ctk_xml_error_line(const ctk_xml_parser *parser);
void ctk_xml_close(ctk_xml_parser *parser);
#endif

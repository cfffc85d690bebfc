/* Streaming HTML parse (libxml2's HTML parser, SAX, push). Input is UTF-8. */
#ifndef CTK_HTML_H
#define CTK_HTML_H
#include "ctk_sax.h"
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_html_parser ctk_html_parser;

/* NULL when memory is out. The handler is copied. */
ctk_html_parser *ctk_html_open(const ctk_sax_handler *handler);
/* Feeds a chunk; `final` is non-zero with the last one. Broken markup is repaired; non-zero only
   when memory is out. */
int32_t ctk_html_feed(ctk_html_parser *parser, const uint8_t *bytes, size_t length, int32_t final);
/* Makes the parser deliver nothing more. */
void ctk_html_stop(ctk_html_parser *parser);
void ctk_html_close(ctk_html_parser *parser);
#endif

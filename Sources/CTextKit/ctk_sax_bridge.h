/* What the XML and the HTML parser share: handing events on to a ctk_sax_handler. */
#ifndef CTK_SAX_BRIDGE_H
#define CTK_SAX_BRIDGE_H
#include "ctk_sax.h"
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* More attributes than this on one element are dropped. */
enum { CTK_MOST_ATTRIBUTES = 64 };

/* Runs libxml2's own initialisation once, however many threads ask. */
void ctk_sax_initialise(void);
/* Swallows messages that libxml2 would print. */
void ctk_sax_ignore_error(void *context, xmlErrorPtr error);
#endif

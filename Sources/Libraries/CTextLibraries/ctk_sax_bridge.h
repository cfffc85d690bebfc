/* What the XML and the HTML parser share: handing events on to a ctk_sax_handler. */
#ifndef CTK_SAX_BRIDGE_H
#define CTK_SAX_BRIDGE_H
#include "ctk_sax.h"
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

enum {
  /* More attributes than this on one element are dropped. */
  CTK_MOST_ATTRIBUTES = 64,
  /* As many as the first block of libxml2's dictionary has bytes: the usual names never share one. */
  CTK_NAME_PLACES = 1024
};

/* The handler's numbers of names that were met. libxml2 keeps names in a dictionary of the parser,
   so that the pointer stands for the name for as long as the parser lives. */
typedef struct {
  const xmlChar *names[CTK_NAME_PLACES];
  int32_t elements[CTK_NAME_PLACES];
} ctk_sax_names;

/* The handler's number for the elements of a name. */
static inline int32_t ctk_sax_element(ctk_sax_names *names, const ctk_sax_handler *handler,
                                      const xmlChar *name) {
  size_t place = (uintptr_t)name % CTK_NAME_PLACES;
  if (names->names[place] != name) {
    names->elements[place] = handler->element(handler->context, (const char *)name);
    names->names[place] = name;
  }
  return names->elements[place];
}

/* Runs libxml2's own initialisation once, however many threads ask. */
void ctk_sax_initialise(void);
/* Swallows messages that libxml2 would print. */
void ctk_sax_ignore_error(void *context, xmlErrorPtr error);
#endif

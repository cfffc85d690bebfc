/* Events of an XML or HTML parse. Strings are UTF-8, borrowed for the call only. */
#ifndef CTK_SAX_H
#define CTK_SAX_H
#include <stddef.h>
#include <stdint.h>

/* attributes: name, value, name, value …, `attribute_count` pairs; a value is never NULL.
   Names are local names without a prefix; for XML `uri` is the element's namespace or NULL.
   Attribute prefixes are dropped (w:val and val are both "val"). */
typedef struct {
  void *context;
  void (*start)(void *context, const char *name, const char *uri, const char *const *attributes,
                int32_t attribute_count);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *bytes, size_t length);
} ctk_sax_handler;
#endif

/* Events of an XML or HTML parse. Strings are UTF-8, borrowed for the call only. */
#ifndef CTK_SAX_H
#define CTK_SAX_H
#include <stddef.h>
#include <stdint.h>

/* Names are local names without a prefix (w:val and val are both "val"). */
typedef struct {
  const char *name;
  const char *value; /* never NULL; not terminated */
  size_t length;
} ctk_attribute;

typedef struct {
  void *context;
  /* The handler's own number for the elements of a name, which the events carry instead of it;
     negative where their events are not wanted. Asked again only where a name was forgotten. */
  int32_t (*element)(void *context, const char *name);
  void (*start)(void *context, int32_t element, const ctk_attribute *attributes,
                int32_t attribute_count);
  void (*end)(void *context, int32_t element);
  void (*text)(void *context, const char *bytes, size_t length);
} ctk_sax_handler;
#endif

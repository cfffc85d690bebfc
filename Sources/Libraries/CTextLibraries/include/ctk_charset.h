/* Legacy character sets (GB18030, Big5), one character at a time so that each one's place in the
   source is known exactly. */
#ifndef CTK_CHARSET_H
#define CTK_CHARSET_H
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_charset ctk_charset;

/* NULL when ICU does not know the name or memory is short. Free with ctk_charset_close. */
ctk_charset *ctk_charset_open(const char *name);
void ctk_charset_close(ctk_charset *charset);

#define CTK_CHARSET_CHARACTER 1
#define CTK_CHARSET_END 0
#define CTK_CHARSET_INVALID -1

/* Decodes the character that starts at *offset and moves *offset behind it; behind at least one
   byte on CTK_CHARSET_INVALID, too. */
int ctk_charset_next(ctk_charset *charset, const uint8_t *bytes, size_t length, size_t *offset,
                     uint32_t *code_point);

/* How sure ICU's detector is (0...100) that the bytes are in the named set; -1 when it failed. */
int ctk_charset_confidence(const uint8_t *bytes, int32_t length, const char *name);
#endif

/* Regular expressions over UTF-8, by ICU. Offsets are bytes. */
#ifndef CTK_REGEX_H
#define CTK_REGEX_H
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_regex ctk_regex;

/* What a search gives: nothing, a match, or that it took too long. */
enum { ctk_regex_none = 0, ctk_regex_found = 1, ctk_regex_failed = -1 };

/* A pattern of `length` bytes of UTF-8, as ICU reads it. NULL where it is none: `column` is then how many
   UTF-16 units into it the mistake stands, 0 where ICU does not say. */
ctk_regex *ctk_regex_open(const uint8_t *pattern, size_t length, int32_t *column);

/* The number of a named group; 0 where there is none. `name` ends with a zero byte. */
int32_t ctk_regex_group(ctk_regex *regex, const char *name);

/* The text that is searched from now on. It is not copied: it must stay where it is until another is set or
   the pattern is closed. Returns 0, or ICU's error. */
int32_t ctk_regex_set_text(ctk_regex *regex, const uint8_t *text, size_t length);

/* From now on matches lie between these two bytes of the text, which the pattern takes for its beginning and
   its end. Returns 0, or ICU's error. */
int32_t ctk_regex_set_stretch(ctk_regex *regex, size_t start, size_t end);

/* The next match; ctk_regex_failed where the pattern takes too many steps to tell. */
int32_t ctk_regex_next(ctk_regex *regex);

/* The bytes of a group of the last match, 0 being all of it. Returns 0 where it took no part. */
int32_t ctk_regex_range(ctk_regex *regex, int32_t group, size_t *start, size_t *end);

/* Ends it; NULL is fine. */
void ctk_regex_close(ctk_regex *regex);
#endif

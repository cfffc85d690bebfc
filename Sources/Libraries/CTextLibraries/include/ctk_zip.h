/* Read-only ZIP archive in memory (libzip). */
#ifndef CTK_ZIP_H
#define CTK_ZIP_H
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_zip ctk_zip;
typedef struct ctk_zip_entry ctk_zip_entry;

enum { CTK_ZIP_OK = 0, CTK_ZIP_NOT_ZIP = 1, CTK_ZIP_MEMORY = 2, CTK_ZIP_ENCRYPTED = 3,
       CTK_ZIP_DAMAGED = 4, CTK_ZIP_NO_ENTRY = 5 };

/* `bytes` must outlive the archive. */
ctk_zip *ctk_zip_open(const uint8_t *bytes, size_t length, int32_t *status);
/* Opens the archive in a file, which must allow random access. The descriptor is duplicated. */
ctk_zip *ctk_zip_open_file(int32_t descriptor, int32_t *status);
int64_t ctk_zip_count(const ctk_zip *archive);
/* Borrowed until the archive is closed; NULL for a bad index. */
const char *ctk_zip_name(const ctk_zip *archive, int64_t index);
/* Opens the first entry of that exact name. */
typedef struct {
  const char *name; /* as stored, in whatever character set; valid while the archive is open */
  uint64_t size;    /* as declared: it may lie */
  uint32_t crc;
} ctk_zip_description;
/* 1, or 0 where there is no such entry. */
int32_t ctk_zip_describe(const ctk_zip *archive, int64_t index, ctk_zip_description *description);
ctk_zip_entry *ctk_zip_entry_open_index(ctk_zip *archive, int64_t index, int32_t *status);
ctk_zip_entry *ctk_zip_entry_open(ctk_zip *archive, const char *name, int32_t *status);
/* Bytes read, 0 at the end, negative when damaged. */
int64_t ctk_zip_entry_read(ctk_zip_entry *entry, uint8_t *buffer, size_t capacity);
void ctk_zip_entry_close(ctk_zip_entry *entry);
void ctk_zip_close(ctk_zip *archive);
#endif

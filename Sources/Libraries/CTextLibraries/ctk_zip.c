#include "ctk_zip.h"
#include <stdlib.h>
#include <zip.h>

struct ctk_zip {
  zip_t *archive;
};

struct ctk_zip_entry {
  zip_file_t *file;
};

ctk_zip *ctk_zip_open(const uint8_t *bytes, size_t length, int32_t *status) {
  zip_error_t error;
  zip_error_init(&error);
  *status = CTK_ZIP_MEMORY;
  ctk_zip *result = calloc(1, sizeof *result);
  if (result == NULL) {
    zip_error_fini(&error);
    return NULL;
  }
  zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &error);
  if (source != NULL) {
    result->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (result->archive == NULL) {
      zip_source_free(source);
      *status = zip_error_code_zip(&error) == ZIP_ER_MEMORY ? CTK_ZIP_MEMORY : CTK_ZIP_NOT_ZIP;
    }
  }
  zip_error_fini(&error);
  if (result->archive == NULL) {
    free(result);
    return NULL;
  }
  *status = CTK_ZIP_OK;
  return result;
}

ctk_zip *ctk_zip_open_file(int32_t descriptor, int32_t *status) {
  *status = CTK_ZIP_MEMORY;
  ctk_zip *result = calloc(1, sizeof *result);
  if (result == NULL) {
    return NULL;
  }
  int code = 0;
  result->archive = zip_fdopen(descriptor, 0, &code);
  if (result->archive == NULL) {
    *status = code == ZIP_ER_MEMORY ? CTK_ZIP_MEMORY : CTK_ZIP_NOT_ZIP;
    free(result);
    return NULL;
  }
  *status = CTK_ZIP_OK;
  return result;
}

int64_t ctk_zip_count(const ctk_zip *archive) { return zip_get_num_entries(archive->archive, 0); }

const char *ctk_zip_name(const ctk_zip *archive, int64_t index) {
  if (index < 0) {
    return NULL;
  }
  return zip_get_name(archive->archive, (zip_uint64_t)index, ZIP_FL_ENC_GUESS);
}

int32_t ctk_zip_describe(const ctk_zip *archive, int64_t index, ctk_zip_description *description) {
  zip_stat_t stat;
  if (index < 0 || zip_stat_index(archive->archive, (zip_uint64_t)index, 0, &stat) != 0) {
    return 0;
  }
  description->name = zip_get_name(archive->archive, (zip_uint64_t)index, ZIP_FL_ENC_RAW);
  description->size = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
  description->crc = (stat.valid & ZIP_STAT_CRC) != 0 ? stat.crc : 0;
  return description->name != NULL;
}

ctk_zip_entry *ctk_zip_entry_open(ctk_zip *archive, const char *name, int32_t *status) {
  return ctk_zip_entry_open_index(archive, zip_name_locate(archive->archive, name, 0), status);
}

ctk_zip_entry *ctk_zip_entry_open_index(ctk_zip *archive, int64_t index, int32_t *status) {
  if (index < 0) {
    *status = CTK_ZIP_NO_ENTRY;
    return NULL;
  }
  zip_stat_t stat;
  if (zip_stat_index(archive->archive, (zip_uint64_t)index, 0, &stat) == 0 &&
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    *status = CTK_ZIP_ENCRYPTED;
    return NULL;
  }
  ctk_zip_entry *entry = calloc(1, sizeof *entry);
  if (entry == NULL) {
    *status = CTK_ZIP_MEMORY;
    return NULL;
  }
  entry->file = zip_fopen_index(archive->archive, (zip_uint64_t)index, 0);
  if (entry->file == NULL) {
    free(entry);
    *status = CTK_ZIP_DAMAGED;
    return NULL;
  }
  *status = CTK_ZIP_OK;
  return entry;
}

int64_t ctk_zip_entry_read(ctk_zip_entry *entry, uint8_t *buffer, size_t capacity) {
  return zip_fread(entry->file, buffer, capacity);
}

void ctk_zip_entry_close(ctk_zip_entry *entry) {
  if (entry == NULL) {
    return;
  }
  (void)zip_fclose(entry->file);
  free(entry);
}

void ctk_zip_close(ctk_zip *archive) {
  if (archive == NULL) {
    return;
  }
  /* Nothing was changed: discard cannot fail. */
  zip_discard(archive->archive);
  free(archive);
}

#include "CLibPQ.h"

#include <dlfcn.h>
#include <stddef.h>

/* The ABI that the header describes; libpq has kept it since 2006. */
static const char library_name[] = "libpq.so.5";

const char *clp_open(clp_functions *functions) {
  void *library = dlopen(library_name, RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) {
    return dlerror();
  }
#define FIND(name)                                                                                 \
  if ((functions->name = (__typeof__(functions->name))dlsym(library, #name)) == NULL) {            \
    return "libpq lacks " #name;                                                                   \
  }
  FIND(PQclear)
  FIND(PQconnectdb)
  FIND(PQerrorMessage)
  FIND(PQexec)
  FIND(PQexecParams)
  FIND(PQfinish)
  FIND(PQgetResult)
  FIND(PQgetisnull)
  FIND(PQgetvalue)
  FIND(PQnfields)
  FIND(PQntuples)
  FIND(PQputCopyData)
  FIND(PQputCopyEnd)
  FIND(PQresultErrorField)
  FIND(PQresultErrorMessage)
  FIND(PQresultStatus)
  FIND(PQsetClientEncoding)
  FIND(PQsetNoticeProcessor)
  FIND(PQstatus)
#undef FIND
  return NULL;
}

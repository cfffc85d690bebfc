/* libpq, opened when a PostgreSQL database is asked for. Linked, it would bring 20 libraries (TLS, LDAP,
   Kerberos) into every start of the program, most of which load no database. */
#ifndef CLIBPQ_H
#define CLIBPQ_H

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/* The functions in use, under libpq's own names and with its own types. */
typedef struct clp_functions {
  __typeof__(PQclear) *PQclear;
  __typeof__(PQconnectdb) *PQconnectdb;
  __typeof__(PQerrorMessage) *PQerrorMessage;
  __typeof__(PQexec) *PQexec;
  __typeof__(PQexecParams) *PQexecParams;
  __typeof__(PQfinish) *PQfinish;
  __typeof__(PQgetResult) *PQgetResult;
  __typeof__(PQgetisnull) *PQgetisnull;
  __typeof__(PQgetvalue) *PQgetvalue;
  __typeof__(PQnfields) *PQnfields;
  __typeof__(PQntuples) *PQntuples;
  __typeof__(PQputCopyData) *PQputCopyData;
  __typeof__(PQputCopyEnd) *PQputCopyEnd;
  __typeof__(PQresultErrorField) *PQresultErrorField;
  __typeof__(PQresultErrorMessage) *PQresultErrorMessage;
  __typeof__(PQresultStatus) *PQresultStatus;
  __typeof__(PQsetClientEncoding) *PQsetClientEncoding;
  __typeof__(PQsetNoticeProcessor) *PQsetNoticeProcessor;
  __typeof__(PQstatus) *PQstatus;
} clp_functions;

/* Opens libpq and fills in all functions. The library stays open to the end of the process.
   Returns NULL, or what is missing in the words of the dynamic linker. */
const char *clp_open(clp_functions *functions);

#endif

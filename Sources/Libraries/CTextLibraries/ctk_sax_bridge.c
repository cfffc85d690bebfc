#include "ctk_sax_bridge.h"
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialise(void) { xmlInitParser(); }

void ctk_sax_initialise(void) { (void)pthread_once(&once, initialise); }

void ctk_sax_ignore_error(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

#include "ctk_yaml.h"
#include <stdlib.h>
#include <yaml.h>

struct ctk_yaml {
  yaml_parser_t parser;
  yaml_document_t document;
  int has_document;
  const char *problem;
  int32_t line, column;
};

static void fail(ctk_yaml *self, const char *problem, yaml_mark_t mark) {
  self->problem = problem;
  self->line = (int32_t)mark.line + 1;
  self->column = (int32_t)mark.column + 1;
}

/* Reads the next document into `document`; 0 where that fails. */
static int load(ctk_yaml *self, yaml_document_t *document) {
  if (yaml_parser_load(&self->parser, document)) {
    return 1;
  }
  const char *problem = self->parser.problem;
  if (self->parser.error == YAML_READER_ERROR) {
    /* The reader counts bytes: where it stopped is where the parser is, or a little behind. */
    fail(self, problem, self->parser.mark);
  } else {
    fail(self, problem != NULL ? problem : "out of memory", self->parser.problem_mark);
  }
  return 0;
}

/* libyaml looks through all open brackets at each token. So many it may have; no file that people write
   has a hundredth of it. */
enum { most_unlooked = 10000, deepest = 1000 };

/* Whether brackets are open within more others than `deepest`. Costs a second pass, and only where there
   are brackets enough. */
static int is_too_deep(ctk_yaml *self, const uint8_t *bytes, size_t length) {
  size_t brackets = 0;
  for (size_t index = 0; index < length; index++) {
    brackets += bytes[index] == '[' || bytes[index] == '{';
  }
  yaml_parser_t scanner;
  if (brackets <= most_unlooked || !yaml_parser_initialize(&scanner)) {
    return 0;
  }
  yaml_parser_set_encoding(&scanner, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&scanner, bytes, length);
  int depth = 0;
  yaml_token_t token;
  while (depth <= deepest && yaml_parser_scan(&scanner, &token)) {
    const yaml_token_type_t type = token.type;
    if (type == YAML_FLOW_SEQUENCE_START_TOKEN || type == YAML_FLOW_MAPPING_START_TOKEN) {
      if (++depth > deepest) {
        fail(self, "brackets are nested too deeply", token.start_mark);
      }
    } else if (type == YAML_FLOW_SEQUENCE_END_TOKEN || type == YAML_FLOW_MAPPING_END_TOKEN) {
      depth--;
    }
    yaml_token_delete(&token);
    if (type == YAML_STREAM_END_TOKEN) {
      break;
    }
  }
  yaml_parser_delete(&scanner);
  return depth > deepest;
}

ctk_yaml *ctk_yaml_open(const uint8_t *bytes, size_t length) {
  ctk_yaml *self = calloc(1, sizeof *self);
  if (self == NULL || !yaml_parser_initialize(&self->parser)) {
    free(self);
    return NULL;
  }
  yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&self->parser, bytes, length);
  self->has_document = !is_too_deep(self, bytes, length) && load(self, &self->document);
  if (self->has_document && yaml_document_get_root_node(&self->document) != NULL) {
    yaml_document_t next;
    if (load(self, &next)) {
      if (yaml_document_get_root_node(&next) != NULL) {
        fail(self, "a second document begins here", next.start_mark);
      }
      yaml_document_delete(&next);
    }
  }
  return self;
}

const char *ctk_yaml_problem(const ctk_yaml *self, int32_t *line, int32_t *column) {
  *line = self->line;
  *column = self->column;
  return self->problem;
}

size_t ctk_yaml_node_count(const ctk_yaml *self) {
  if (!self->has_document) {
    return 0;
  }
  return (size_t)(self->document.nodes.top - self->document.nodes.start);
}

ctk_yaml_node ctk_yaml_node_at(const ctk_yaml *self, size_t index) {
  const yaml_node_t *node = self->document.nodes.start + index;
  ctk_yaml_node result = {0};
  result.line = (int32_t)node->start_mark.line + 1;
  result.column = (int32_t)node->start_mark.column + 1;
  switch (node->type) {
  case YAML_SEQUENCE_NODE:
    result.kind = CTK_YAML_SEQUENCE;
    result.child_count =
        (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    break;
  case YAML_MAPPING_NODE:
    result.kind = CTK_YAML_MAPPING;
    result.child_count =
        2 * (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    break;
  default:
    result.kind = CTK_YAML_SCALAR;
    result.text = node->data.scalar.value;
    result.length = node->data.scalar.length;
    break;
  }
  return result;
}

/* libyaml counts nodes from 1. */
void ctk_yaml_children(const ctk_yaml *self, size_t index, int32_t *children) {
  const yaml_node_t *node = self->document.nodes.start + index;
  if (node->type == YAML_SEQUENCE_NODE) {
    for (yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++) {
      *children++ = *item - 1;
    }
  } else if (node->type == YAML_MAPPING_NODE) {
    for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
      *children++ = pair->key - 1;
      *children++ = pair->value - 1;
    }
  }
}

void ctk_yaml_close(ctk_yaml *self) {
  if (self == NULL) {
    return;
  }
  if (self->has_document) {
    yaml_document_delete(&self->document);
  }
  yaml_parser_delete(&self->parser);
  free(self);
}

/* YAML to a tree of nodes (libyaml). */
#ifndef CTK_YAML_H
#define CTK_YAML_H
#include <stddef.h>
#include <stdint.h>

typedef struct ctk_yaml ctk_yaml;

enum { CTK_YAML_SCALAR = 1, CTK_YAML_SEQUENCE = 2, CTK_YAML_MAPPING = 3 };

typedef struct {
  int32_t kind;
  /* Where it begins, from 1; columns count characters. */
  int32_t line, column;
  /* Of a scalar; borrowed until the document is closed. */
  const uint8_t *text;
  size_t length;
  /* Of a sequence its elements, of a mapping twice the entries: key, value, key, value. */
  size_t child_count;
} ctk_yaml_node;

/* Reads one document in UTF-8. Never NULL but when memory is out; ctk_yaml_problem tells whether
   it was read. */
ctk_yaml *ctk_yaml_open(const uint8_t *bytes, size_t length);
/* NULL where all is well, else what is wrong, and where (0 where unknown). Borrowed. */
const char *ctk_yaml_problem(const ctk_yaml *document, int32_t *line, int32_t *column);
/* 0 for an empty document. The root is node 0. */
size_t ctk_yaml_node_count(const ctk_yaml *document);
/* A node below the count. An alias is the node that it names. */
ctk_yaml_node ctk_yaml_node_at(const ctk_yaml *document, size_t index);
/* The indices of a node's children; `children` has room for its child_count. */
void ctk_yaml_children(const ctk_yaml *document, size_t index, int32_t *children);
void ctk_yaml_close(ctk_yaml *document);
#endif

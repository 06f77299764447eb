#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
// The fields of a node: reading a text from one costs a copy of it through the functions of cmark-gfm.h.
#include <cmark-gfm/node.h>

// The extensions' node types are set when they are registered and are in no installed header.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
static inline cmark_node_type opyt_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type opyt_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type opyt_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type opyt_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

/**
 * The parser: paper records of raw documents. What the formats look like is in the formats module.
 */
@NullMarked
package io.paperflow.parser;

import org.jspecify.annotations.NullMarked;

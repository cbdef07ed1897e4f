/** Which papers are one: what records claim, and which paper a key leads to. Pure. */
@NullMarked
package io.paperflow.indexer.identity;

import org.jspecify.annotations.NullMarked;

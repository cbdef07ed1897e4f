/**
 * Documents people name: files, folders, patterns and web addresses become raw documents and parts.
 */
@NullMarked
package io.paperflow.fetcher.input;

import org.jspecify.annotations.NullMarked;

/**
 * Hugging Face Daily Papers, read from the API of the lists, or from their pages when that fails.
 */
@NullMarked
package io.paperflow.fetcher.sources.huggingface;

import org.jspecify.annotations.NullMarked;

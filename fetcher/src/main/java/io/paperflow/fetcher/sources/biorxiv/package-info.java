/** bioRxiv and medRxiv, which one API serves. */
@NullMarked
package io.paperflow.fetcher.sources.biorxiv;

import org.jspecify.annotations.NullMarked;

/**
 * arXiv: OAI-PMH, the feeds of the day, the query API and the snapshot of all metadata. All of its
 * hosts together take one request every three seconds on one connection.
 */
@NullMarked
package io.paperflow.fetcher.sources.arxiv;

import org.jspecify.annotations.NullMarked;

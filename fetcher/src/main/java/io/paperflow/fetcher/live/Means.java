package io.paperflow.fetcher.live;

import io.paperflow.http.Web;
import java.time.InstantSource;

/** What the readers of all host groups of a process share. */
record Means(
    Web web, SourceRecords records, SourceMetrics metrics, Retry retry, InstantSource clock) {}

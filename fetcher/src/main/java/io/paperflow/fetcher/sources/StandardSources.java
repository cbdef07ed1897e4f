package io.paperflow.fetcher.sources;

import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.sources.acl.AclAnthologySource;
import io.paperflow.fetcher.sources.arxiv.ArxivFeedSource;
import io.paperflow.fetcher.sources.arxiv.ArxivOaiSource;
import io.paperflow.fetcher.sources.arxiv.ArxivQuerySource;
import io.paperflow.fetcher.sources.arxiv.ArxivSnapshot;
import io.paperflow.fetcher.sources.biorxiv.PreprintSource;
import io.paperflow.fetcher.sources.huggingface.DailyPapersSource;
import io.paperflow.fetcher.sources.openreview.OpenReviewSource;
import io.paperflow.fetcher.sources.paperswithcode.CodeArchive;
import java.util.List;

/** All sources there are. */
public final class StandardSources {

  private StandardSources() {}

  /** A line for each; its settings are in application-fetcher.yml. */
  public static List<SourceKind> kinds() {
    return List.of(
        WatchedFolder.kind(),
        new SourceKind(DailyPapersSource.NAME, DailyPapersSource::of),
        new SourceKind(ArxivOaiSource.NAME, ArxivOaiSource::of),
        new SourceKind(ArxivOaiSource.RAW_NAME, ArxivOaiSource::raw),
        new SourceKind(ArxivFeedSource.NAME, ArxivFeedSource::of),
        new SourceKind(ArxivQuerySource.NAME, ArxivQuerySource::of),
        new SourceKind(ArxivSnapshot.NAME, ArxivSnapshot::of),
        new SourceKind(CodeArchive.NAME, CodeArchive::of),
        new SourceKind(OpenReviewSource.NAME, OpenReviewSource::of),
        new SourceKind(AclAnthologySource.NAME, AclAnthologySource::of),
        new SourceKind(PreprintSource.BIORXIV, PreprintSource::biorxiv),
        new SourceKind(PreprintSource.MEDRXIV, PreprintSource::medrxiv));
  }
}

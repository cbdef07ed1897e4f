package io.paperflow.indexer.fusion;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Statements and links for examples. */
public final class Said {

  public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  public static final Instant TUESDAY = Instant.parse("2026-01-06T00:00:00Z");

  private Said() {}

  /** arXiv's word, with all but a daily listing. */
  public static Statement byArxiv(Instant sourceTime, String title, List<Link> links) {
    return new Statement(
        SomePapers.ID,
        "arxiv",
        "",
        sourceTime,
        new Content(
            Optional.of("2401.12345"),
            Optional.of("10.1000/xyz"),
            Optional.empty(),
            title,
            Optional.of("We show that.\nCode: https://github.com/acme/thing"),
            List.of(new Author("Ada Example", Optional.of("Example University"))),
            Optional.of(MONDAY),
            Optional.of(sourceTime),
            List.of("cs.LG", "stat.ML"),
            Optional.of("12 pages"),
            Optional.of("J. Examples 1 (2026)"),
            Optional.of("http://creativecommons.org/licenses/by/4.0/"),
            Optional.of("Conference of Examples"),
            List.of("examples"),
            Optional.empty(),
            List.of(new Version(1, Optional.of(MONDAY), Optional.of("D"))),
            Optional.empty(),
            false,
            links),
        new Reading(sourceTime.plusSeconds(3600), "https://export.arxiv.org/api/query", "aa", 1));
  }

  /** The daily list's word, with title, abstract, authors and votes. */
  public static Statement byDailyPapers(Instant sourceTime, int upvotes, List<Link> links) {
    return new Statement(
        SomePapers.ID,
        "huggingface-daily-papers",
        "",
        sourceTime,
        new Content(
            Optional.of("2401.12345"),
            Optional.empty(),
            Optional.empty(),
            "A title as listed",
            Optional.of("An abstract as listed"),
            List.of(new Author("A. Example", Optional.empty())),
            Optional.of(TUESDAY),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of("In short: an example."),
            List.of(),
            Optional.of(
                new Daily(
                    Optional.of(LocalDate.of(2026, 1, 6)),
                    Optional.of(upvotes),
                    Optional.empty(),
                    Optional.of("someone"))),
            false,
            links),
        new Reading(
            sourceTime.plusSeconds(60), "https://huggingface.co/api/daily_papers", "bb", 1));
  }

  /** The same said as one part of what its source says. */
  public static Statement part(String part, Statement said) {
    return new Statement(
        said.paperKey(), said.source(), part, said.sourceTime(), said.content(), said.reading());
  }

  /** An own, available repository. */
  public static Link repository(String url, Evidence... evidence) {
    return link(url, LinkKind.CODE_REPO, LinkRole.OWN, LinkState.AVAILABLE, evidence);
  }

  /** Any link. */
  public static Link link(
      String url, LinkKind kind, LinkRole role, LinkState state, Evidence... evidence) {
    return new Link(url, kind, role, state, 0.9, Optional.empty(), List.of(evidence));
  }

  /** Evidence in a field. */
  public static Evidence in(String source, String field, String raw) {
    return new Evidence(source, field, 0, raw.length(), raw, "url");
  }
}

package io.paperflow.search.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.catalogue.paper.Paper;
import java.util.List;
import java.util.Optional;

/** All formats. Thread-safe. */
public final class Exports {

  private final List<Export> all;

  /** Formats that write JSON as this mapper does. */
  public Exports(ObjectMapper mapper) {
    all =
        List.of(
            new Bibtex(),
            new Ris(),
            new CslJson(mapper),
            new Csv(),
            new NdJson(mapper),
            new CodeLinks(mapper));
  }

  /** The format of files whose names end so. */
  public Optional<Export> bySuffix(String suffix) {
    return all.stream().filter(export -> export.suffix().equals(suffix)).findFirst();
  }

  /** A paper as an entry for BibTeX. */
  public static String bibtex(Paper paper) {
    return new Bibtex().paper(paper);
  }
}

package io.paperflow.bench.papers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.paperflow.bench.papers.GeneratedPaper.Author;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/**
 * Writes papers as lines of the arXiv metadata snapshot
 * (https://www.kaggle.com/datasets/Cornell-University/arxiv): one JSON object a line, abstracts
 * broken into lines as arXiv's are. Not thread-safe.
 */
public final class SnapshotLines implements AutoCloseable {

  private static final String LICENSE = "http://creativecommons.org/licenses/by/4.0/";

  private final JsonGenerator json;

  /** Lines written to a stream, which is closed with this. */
  public SnapshotLines(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  /** Writes a paper. */
  public void write(GeneratedPaper paper) throws IOException {
    String authors =
        paper.authors().stream()
            .map(author -> author.given() + " " + author.family())
            .collect(Collectors.joining(", "));
    json.writeStartObject();
    json.writeStringField("id", paper.arxivId());
    json.writeStringField("submitter", authors.split(", ", 2)[0]);
    json.writeStringField("authors", authors);
    json.writeStringField("title", WrappedText.of(paper.title(), ""));
    json.writeStringField("comments", paper.comments().orElse(null));
    json.writeNullField("journal-ref");
    json.writeStringField("doi", paper.doi().orElse(null));
    json.writeNullField("report-no");
    json.writeStringField("categories", String.join(" ", paper.categories()));
    json.writeStringField("license", LICENSE);
    json.writeStringField("abstract", WrappedText.of(paper.abstractText(), "  ") + "\n");
    times(paper);
    json.writeArrayFieldStart("authors_parsed");
    for (Author author : paper.authors()) {
      json.writeArray(new String[] {author.family(), author.given(), ""}, 0, 3);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void times(GeneratedPaper paper) throws IOException {
    var submitted = paper.submitted().atOffset(ZoneOffset.UTC);
    json.writeArrayFieldStart("versions");
    json.writeStartObject();
    json.writeStringField("version", "v1");
    json.writeStringField("created", DateTimeFormatter.RFC_1123_DATE_TIME.format(submitted));
    json.writeEndObject();
    json.writeEndArray();
    json.writeStringField("update_date", submitted.toLocalDate().plusDays(1).toString());
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}

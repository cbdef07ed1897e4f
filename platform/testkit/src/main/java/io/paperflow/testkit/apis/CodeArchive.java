package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.ArchivedPaper;
import io.paperflow.testkit.world.ArchivedPaper.ArchivedLink;
import io.paperflow.testkit.world.Author;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The two dumps of Papers with Code, plain and gzip. */
final class CodeArchive implements Endpoint {

  private static final String PAPERS = "papers-with-abstracts.json";
  private static final String LINKS = "links-between-papers-and-code.json";

  private final List<ArchivedPaper> archive;

  CodeArchive(List<ArchivedPaper> archive) {
    this.archive = archive;
  }

  @Override
  public Answer answer(Request request) {
    String file = request.path().substring(request.path().lastIndexOf('/') + 1);
    return switch (file) {
      case PAPERS -> plain(papers());
      case LINKS -> plain(links());
      case PAPERS + ".gz" -> packed(papers());
      case LINKS + ".gz" -> packed(links());
      default -> Answer.notFound();
    };
  }

  private ArrayNode papers() {
    ArrayNode papers = Json.array();
    for (ArchivedPaper paper : archive) {
      ObjectNode node = papers.addObject().put("paper_url", paper.page());
      node.set("arxiv_id", Json.orNull(paper.arxivId()));
      node.putNull("nips_id").putNull("openreview_id");
      node.put("title", paper.title()).put("abstract", paper.text());
      node.put("short_abstract", paper.text()).put("url_abs", paper.abstractPage());
      node.put("url_pdf", paper.abstractPage().replace("/abs/", "/pdf/") + ".pdf");
      node.putNull("proceeding");
      node.set("authors", Json.strings(paper.authors().stream().map(Author::name).toList()));
      node.putArray("tasks").add("Image Classification");
      node.put("date", paper.date().toString());
      node.putNull("conference_url_abs").putNull("conference_url_pdf").putNull("conference");
      node.putNull("reproduces_paper").putArray("methods");
    }
    return papers;
  }

  private ArrayNode links() {
    ArrayNode links = Json.array();
    for (ArchivedPaper paper : archive) {
      for (ArchivedLink link : paper.links()) {
        ObjectNode node = links.addObject();
        node.put("paper_url", paper.page()).put("paper_title", paper.title());
        node.set("paper_arxiv_id", Json.orNull(paper.arxivId()));
        node.put("paper_url_abs", paper.abstractPage())
            .put("paper_url_pdf", paper.abstractPage().replace("/abs/", "/pdf/") + ".pdf")
            .put("repo_url", link.repository())
            .put("is_official", link.official())
            .put("mentioned_in_paper", link.mentionedInPaper())
            .put("mentioned_in_github", link.mentionedInRepository())
            .put("framework", link.framework());
      }
    }
    return links;
  }

  private static Answer plain(ArrayNode content) {
    return Answer.json(200, content).tagged();
  }

  private static Answer packed(ArrayNode content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(200, "application/gzip", bytes.toByteArray(), Map.of()).tagged();
  }
}

package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.paperflow.testkit.world.Anthology;
import io.paperflow.testkit.world.AnthologyPaper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The ACL Anthology's repository: the list of its files as GitHub gives it, and the files. */
final class AnthologyFiles implements Endpoint {

  private static final String FOLDER = "/data/xml";

  private final Anthology anthology;
  private final InstantSource clock;

  AnthologyFiles(Anthology anthology, InstantSource clock) {
    this.anthology = anthology;
    this.clock = clock;
  }

  @Override
  public Answer answer(Request request) {
    Instant now = clock.instant();
    if (request.path().endsWith("/contents" + FOLDER)) {
      return list(request, now);
    }
    int name = request.path().lastIndexOf('/') + 1;
    return Optional.of(request.path())
        .filter(path -> path.contains(FOLDER + "/") && path.endsWith(".xml"))
        .map(path -> path.substring(name, path.length() - ".xml".length()))
        .map(collection -> anthology.shown(collection, now))
        .filter(papers -> !papers.isEmpty())
        .map(papers -> Answer.of(200, "text/plain; charset=utf-8", text(papers)).tagged())
        .orElseGet(Answer::notFound);
  }

  private Answer list(Request request, Instant now) {
    ArrayNode files = Json.array();
    for (String collection : anthology.collections(now)) {
      String text = text(anthology.shown(collection, now));
      String file = collection + ".xml";
      files
          .addObject()
          .put("name", file)
          .put("path", "data/xml/" + file)
          .put("sha", sum(text))
          .put("size", text.length())
          .put("type", "file")
          .put("download_url", request.server() + "/acl-org/acl-anthology/master/data/xml/" + file);
    }
    return Answer.json(200, files).tagged();
  }

  private static String text(List<AnthologyPaper> papers) {
    return AnthologyXml.of(papers);
  }

  /** Changes with the text; the real one is longer. */
  private static String sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(sum.getValue());
  }
}

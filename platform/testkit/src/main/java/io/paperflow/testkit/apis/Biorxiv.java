package io.paperflow.testkit.apis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.testkit.world.Author;
import io.paperflow.testkit.world.Preprint;
import io.paperflow.testkit.world.Preprints;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /details/SERVER/FROM/TO/CURSOR} of bioRxiv and medRxiv. */
final class Biorxiv implements Endpoint {

  private final Preprints preprints;
  private final InstantSource clock;
  private final int pageSize;

  Biorxiv(Preprints preprints, InstantSource clock, int pageSize) {
    this.preprints = preprints;
    this.clock = clock;
    this.pageSize = pageSize;
  }

  @Override
  public Answer answer(Request request) {
    Optional<String> details = request.after("/details/");
    String[] parts = details.orElse("").split("/", -1);
    if (parts.length < 3) {
      return Answer.notFound();
    }
    String cursor = parts.length > 3 && parts[3].matches("\\d{1,9}") ? parts[3] : "0";
    try {
      LocalDate from = LocalDate.parse(parts[1]);
      LocalDate to = LocalDate.parse(parts[2]);
      List<Preprint> all = preprints.shown(parts[0], from, to, clock.instant());
      Slice<Preprint> page =
          Slice.of(all, Integer.parseInt(cursor), pageSize, request.distortion());
      return page.from() >= page.total() ? none() : page(page, all, from + ":" + to);
    } catch (DateTimeException e) {
      return none();
    }
  }

  private static Answer page(Slice<Preprint> page, List<Preprint> all, String interval) {
    ObjectNode answer = Json.object();
    answer
        .putArray("messages")
        .addObject()
        .put("status", "ok")
        .put("category", "all")
        .put("interval", interval)
        .put("funder", "all")
        .put("cursor", page.from())
        .put("count", page.items().size())
        .put("count_new_papers", Long.toString(all.stream().filter(p -> p.version() == 1).count()))
        .put("total", Integer.toString(page.total()));
    ArrayNode collection = answer.putArray("collection");
    page.items().forEach(p -> collection.add(preprint(p)));
    return escaped(answer);
  }

  private static Answer none() {
    ObjectNode answer = Json.object();
    answer.putArray("messages").addObject().put("status", "no posts found");
    answer.putArray("collection");
    return escaped(answer);
  }

  private static ObjectNode preprint(Preprint preprint) {
    return Json.object()
        .put("title", preprint.title())
        .put(
            "authors",
            preprint.authors().stream().map(Biorxiv::initials).collect(Collectors.joining("; ")))
        .put("author_corresponding", preprint.authors().getFirst().name())
        .put("author_corresponding_institution", "Example Institute")
        .put("doi", preprint.doi())
        .put("date", preprint.date().toString())
        .put("version", Integer.toString(preprint.version()))
        .put("type", preprint.type())
        .put("license", "cc_by")
        .put("category", preprint.category())
        .put("jatsxml", "https://www.biorxiv.org/content/early/" + preprint.doi() + ".source.xml")
        .put("abstract", preprint.text())
        .put("funder", "NA")
        .put("published", preprint.published().orElse("NA"))
        .put("server", preprint.server().equals("biorxiv") ? "bioRxiv" : "medRxiv");
  }

  private static String initials(Author author) {
    return author.family() + ", " + author.given().charAt(0) + ".";
  }

  /** Slashes are escaped, as PHP does. */
  private static Answer escaped(ObjectNode answer) {
    return Answer.of(200, "application/json; charset=utf-8", answer.toString().replace("/", "\\/"));
  }
}

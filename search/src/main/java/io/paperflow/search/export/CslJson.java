package io.paperflow.search.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.paper.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An array in the JSON of the Citation Style Language 1.0.2, as citeproc and pandoc read it. */
final class CslJson implements JsonArrayExport {

  private final ObjectMapper mapper;

  CslJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String suffix() {
    return "csl.json";
  }

  @Override
  public String mediaType() {
    return "application/vnd.citationstyles.csl+json";
  }

  @Override
  public String paper(Paper paper) {
    ObjectNode item = mapper.createObjectNode();
    item.put("id", paper.id());
    item.put("type", paper.journalRef().isPresent() ? "article-journal" : "article");
    item.put("title", OneLine.of(paper.title()));
    ArrayNode authors = item.putArray("author");
    paper.authors().forEach(author -> author(authors, PersonName.of(author.name())));
    paper.published().ifPresent(time -> day(item, time));
    paper.journalRef().ifPresent(journal -> item.put("container-title", OneLine.of(journal)));
    paper.arxivId().ifPresent(id -> item.put("number", "arXiv:" + id));
    paper.doi().ifPresent(doi -> item.put("DOI", doi));
    PaperAddress.of(paper).ifPresent(url -> item.put("URL", url));
    paper.abstractText().ifPresent(text -> item.put("abstract", OneLine.of(text)));
    try {
      return mapper.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void author(ArrayNode authors, PersonName name) {
    ObjectNode author = authors.addObject();
    name.given()
        .ifPresentOrElse(
            given -> author.put("family", name.family()).put("given", given),
            () -> author.put("literal", name.family()));
  }

  private static void day(ObjectNode item, Instant time) {
    LocalDate day = time.atZone(ZoneOffset.UTC).toLocalDate();
    item.putObject("issued")
        .putArray("date-parts")
        .addArray()
        .add(day.getYear())
        .add(day.getMonthValue())
        .add(day.getDayOfMonth());
  }
}

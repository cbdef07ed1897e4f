package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.PaperVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Recorded XML is read as the JDK's document tree reads it, which knows names with prefixes only.
 */
class RecordedXmlTest {

  private static final PartSize SMALL = new PartSize(4_000, 900_000);

  private final ObjectMapper json = new ObjectMapper();

  /** What is compared of a paper; titles without what LaTeX and markup add to their letters. */
  record Paper(
      String id,
      String title,
      String text,
      Optional<String> comments,
      Optional<String> doi,
      Optional<Instant> published,
      Optional<Instant> updated,
      Instant sourceTime,
      int authors) {

    static Paper of(PaperRecord paper) {
      return new Paper(
          paper.getArxivId().orElse(""),
          letters(paper.getTitle()),
          paper.getAbstract$().orElse(""),
          paper.getComments(),
          paper.getDoi(),
          paper.getPublished(),
          paper.getUpdated(),
          paper.getSourceTime(),
          paper.getAuthors().size());
    }
  }

  private static String letters(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Test
  void readsOai() throws Exception {
    int records = 0;
    for (Path file : Shared.files("recorded/arxiv-oai")) {
      byte[] bytes = Files.readAllBytes(file);
      Element root = tree(bytes);
      Optional<String> error = child(root, "error").map(e -> e.getAttribute("code"));
      if (error.isPresent() && !error.get().equals("noRecordsMatch")) {
        assertRefused(bytes, error.get());
        continue;
      }
      List<Paper> expected = all(root, "record").stream().map(RecordedXmlTest::oai).toList();
      assertEquals(expected, read(bytes), file::toString);
      records += expected.size();
    }
    assertTrue(records > 25, "records: " + records);
  }

  private static Paper oai(Element record) {
    String stamp = text(record, "datestamp");
    Element dc = child(record, "oai_dc:dc").orElse(null);
    if (dc != null) {
      List<Element> dates = all(dc, "dc:date");
      List<String> texts = all(dc, "dc:description").stream().map(Node::getTextContent).toList();
      return new Paper(
          text(record, "identifier").replace("oai:arXiv.org:", ""),
          letters(text(dc, "dc:title")),
          texts.getFirst().strip(),
          texts.stream().skip(1).findFirst().map(t -> t.replace("Comment: ", "").strip()),
          all(dc, "dc:identifier").stream()
              .map(Node::getTextContent)
              .filter(id -> id.startsWith("doi:"))
              .map(id -> id.substring(4).toLowerCase(Locale.ROOT))
              .findFirst(),
          dates.stream().findFirst().map(date -> day(date.getTextContent())),
          dates.stream().skip(1).reduce((_, last) -> last).map(date -> day(date.getTextContent())),
          day(stamp),
          all(dc, "dc:creator").size());
    }
    List<Instant> versions =
        all(record, "date").stream().map(date -> rfc1123(date.getTextContent())).toList();
    return new Paper(
        text(record, "id"),
        letters(text(record, "title")),
        text(record, "abstract").strip(),
        optional(record, "comments"),
        optional(record, "doi").map(d -> d.split("[\\s,]", -1)[0].toLowerCase(Locale.ROOT)),
        versions.isEmpty()
            ? optional(record, "created").map(RecordedXmlTest::day)
            : Optional.of(versions.getFirst()),
        versions.isEmpty()
            ? optional(record, "updated").map(RecordedXmlTest::day)
            : Optional.of(versions.getLast()),
        day(stamp),
        versions.isEmpty()
            ? (int)
                all(record, "author").stream()
                    .filter(author -> !letters(text(author, "keyname")).isEmpty())
                    .count()
            : text(record, "authors").split(", and |,| and ", -1).length);
  }

  @Test
  void readsVersions() throws Exception {
    for (Path file : Shared.files("recorded/arxiv-oai/mikesaelim")) {
      byte[] bytes = Files.readAllBytes(file);
      List<List<String>> expected =
          all(tree(bytes), "record").stream()
              .map(
                  record ->
                      all(record, "version").stream()
                          .map(
                              version ->
                                  version.getAttribute("version")
                                      + rfc1123(text(version, "date"))
                                      + optional(version, "source_type").orElse(""))
                          .toList())
              .toList();
      Format format = Formats.standard().byMediaType(MediaTypes.ARXIV_OAI_RAW).orElseThrow();
      if (!expected.isEmpty()) {
        assertEquals(
            expected,
            Documents.papers(format, bytes).stream()
                .map(p -> p.getVersions().stream().map(RecordedXmlTest::version).toList())
                .toList());
      }
    }
  }

  private static String version(PaperVersion version) {
    return "v"
        + version.getNumber()
        + version.getCreated().orElseThrow()
        + version.getSourceType().orElse("");
  }

  @Test
  void readsTheQueryApi() throws Exception {
    int entries = 0;
    for (Path file : Shared.files("recorded/arxiv-atom-api")) {
      entries += assertApi(Files.readAllBytes(file), file);
    }
    for (Path file : Shared.files("recorded/arxiv-atom-recordings")) {
      String body = json.readTree(Files.readAllBytes(file)).get("body").asText();
      entries += assertApi(Documents.utf8(body), file);
    }
    assertTrue(entries > 200, "entries: " + entries);
  }

  private int assertApi(byte[] bytes, Path file) throws Exception {
    List<Paper> expected = all(tree(bytes), "entry").stream().map(RecordedXmlTest::entry).toList();
    assertEquals(MediaTypes.ARXIV_API, Documents.recognised(bytes).mediaType(), file::toString);
    assertEquals(expected, read(bytes), file::toString);
    return expected.size();
  }

  private static Paper entry(Element entry) {
    Instant updated = OffsetDateTime.parse(text(entry, "updated")).toInstant();
    return new Paper(
        text(entry, "id").replaceAll("^.*/abs/|v\\d+$", ""),
        letters(text(entry, "title")),
        text(entry, "summary").strip(),
        optional(entry, "arxiv:comment"),
        optional(entry, "arxiv:doi")
            .map(doi -> doi.split("[\\s,]", -1)[0].toLowerCase(Locale.ROOT)),
        Optional.of(OffsetDateTime.parse(text(entry, "published")).toInstant()),
        Optional.of(updated),
        updated,
        all(entry, "author").size());
  }

  @Test
  void readsAnnouncements() throws Exception {
    for (Path file : Shared.files("recorded/arxiv-rss")) {
      byte[] bytes = Files.readAllBytes(file);
      assertEquals(MediaTypes.ARXIV_FEED, Documents.recognised(bytes).mediaType());
      List<Paper> expected = all(tree(bytes), "entry").stream().map(RecordedXmlTest::item).toList();
      assertEquals(expected, read(bytes), file::toString);
    }
  }

  private static Paper item(Element entry) {
    Instant announced = OffsetDateTime.parse(text(entry, "published")).toInstant();
    boolean isNew = text(entry, "arxiv:announce_type").equals("new");
    return new Paper(
        text(entry, "id").replaceAll("^oai:arXiv.org:|v\\d+$", ""),
        letters(text(entry, "title")),
        text(entry, "summary").split("Abstract: ", 2)[1].strip(),
        Optional.empty(),
        Optional.empty(),
        isNew ? Optional.of(announced) : Optional.empty(),
        Optional.empty(),
        announced,
        text(entry, "dc:creator").split(",", -1).length);
  }

  /** What is compared of a paper of the ACL Anthology. */
  record AclRecord(
      String title,
      String text,
      List<String> authors,
      Optional<String> doi,
      List<String> code,
      Optional<Integer> year,
      String venue) {}

  @Test
  void readsTheAclAnthology() throws Exception {
    int papers = 0;
    for (Path file : Shared.files("recorded/acl-anthology-xml")) {
      byte[] bytes = Files.readAllBytes(file);
      List<AclRecord> expected =
          all(tree(bytes), "paper").stream().map(RecordedXmlTest::acl).toList();
      List<AclRecord> read = papers(bytes).stream().map(RecordedXmlTest::acl).toList();
      assertEquals(expected, read, file::toString);
      papers += read.size();
    }
    assertTrue(papers > 800, "papers: " + papers);
  }

  private static AclRecord acl(Element paper) {
    Element meta = child((Element) paper.getParentNode(), "meta").orElseThrow();
    return new AclRecord(
        line(text(paper, "title")),
        optional(paper, "abstract").orElse(""),
        children(paper, "author").stream()
            .map(a -> line(optional(a, "first").orElse("") + " " + text(a, "last")))
            .toList(),
        optional(paper, "doi").map(doi -> doi.toLowerCase(Locale.ROOT)),
        children(paper, "pwccode").stream()
            .map(code -> code.getAttribute("url"))
            .filter(url -> !url.isEmpty())
            .toList(),
        optional(meta, "year").map(Integer::valueOf),
        line(text(meta, "booktitle")));
  }

  private static AclRecord acl(PaperRecord paper) {
    return new AclRecord(
        paper.getTitle(),
        paper.getAbstract$().orElse(""),
        paper.getAuthors().stream().map(io.paperflow.schemas.Author::getName).toList(),
        paper.getDoi(),
        paper.getDeclaredLinks().stream().map(link -> link.getValue()).toList(),
        paper.getPublished().map(time -> time.atOffset(ZoneOffset.UTC).getYear()),
        paper.getVenue().orElse(""));
  }

  private static String line(String text) {
    return String.join(" ", text.strip().split("\\s+", -1));
  }

  private static void assertRefused(byte[] bytes, String code) {
    Recognition recognition = Formats.standard().recognise(Documents.head(bytes));
    var refused = assertInstanceOf(Recognition.Refused.class, recognition);
    assertEquals(Recognition.Code.ERROR_ANSWER, refused.code());
    assertTrue(refused.message().contains(code), refused::message);
  }

  private static List<Paper> read(byte[] bytes) {
    return papers(bytes).stream().map(Paper::of).toList();
  }

  /** The papers of a document, which are the same when it is cut. */
  private static List<PaperRecord> papers(byte[] bytes) {
    Format format = Documents.recognised(bytes);
    List<PaperRecord> papers = Documents.papers(format, bytes);
    List<PaperRecord> inParts =
        Documents.cut(format, bytes, SMALL).parts().stream()
            .flatMap(part -> Documents.papers(format, part).stream())
            .toList();
    assertEquals(papers, inParts);
    return papers;
  }

  private static Instant day(String date) {
    return LocalDate.parse(date.strip()).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant rfc1123(String time) {
    return OffsetDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Element tree(byte[] bytes)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }

  private static List<Element> all(Element parent, String name) {
    var found = new ArrayList<Element>();
    if (parent.getNodeName().equals(name)) {
      return List.of(parent);
    }
    var nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static List<Element> children(Element parent, String name) {
    return all(parent, name).stream().filter(e -> e.getParentNode().isSameNode(parent)).toList();
  }

  private static Optional<Element> child(Element parent, String name) {
    return all(parent, name).stream().findFirst();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).orElseThrow(() -> new AssertionError(name)).getTextContent();
  }

  private static Optional<String> optional(Element parent, String name) {
    Function<Element, String> content = element -> element.getTextContent().strip();
    return child(parent, name).map(content).filter(text -> !text.isEmpty());
  }
}

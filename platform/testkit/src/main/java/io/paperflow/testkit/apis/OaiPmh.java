package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv;
import io.paperflow.testkit.world.ShownPaper;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * arXiv's OAI-PMH: as the standard says, except that tokens have {@code expires} and die at
 * midnight UTC, that lists tell no size, and that the last page has no empty token.
 */
final class OaiPmh implements Endpoint {

  private static final String ID_PREFIX = "oai:arXiv.org:";

  private final Arxiv arxiv;
  private final InstantSource clock;
  private final int pageSize;
  private final OaiTokens tokens;

  OaiPmh(Arxiv arxiv, InstantSource clock, int pageSize) {
    this.arxiv = arxiv;
    this.clock = clock;
    this.pageSize = pageSize;
    this.tokens = new OaiTokens(clock);
  }

  @Override
  public Answer answer(Request request) {
    if (!request.path().startsWith("/oai")) {
      return Answer.notFound();
    }
    return switch (request.parameter("verb").orElse("")) {
      case "Identify" -> identify(request);
      case "GetRecord" -> record(request);
      case "ListRecords" -> list(request, true);
      case "ListIdentifiers" -> list(request, false);
      default -> error(request, OaiError.BAD_VERB);
    };
  }

  private Answer identify(Request request) {
    return answer(
        envelope(request)
            .open("Identify")
            .leaf("repositoryName", "arXiv")
            .leaf("baseURL", request.server() + "/oai")
            .leaf("protocolVersion", "2.0")
            .leaf("adminEmail", "help@arxiv.org")
            .leaf("earliestDatestamp", "2005-09-16")
            .leaf("deletedRecord", "persistent")
            .leaf("granularity", "YYYY-MM-DD")
            .close());
  }

  private Answer record(Request request) {
    String format = request.parameter("metadataPrefix").orElse("");
    if (!OaiQuery.FORMATS.contains(format)) {
      return error(request, OaiError.UNKNOWN_FORMAT);
    }
    String id = request.parameter("identifier").orElse("");
    Optional<ShownPaper> paper =
        arxiv.harvestable(clock.instant()).stream()
            .filter(p -> id.equals(ID_PREFIX + p.id()))
            .findFirst();
    if (paper.isEmpty()) {
      return error(request, OaiError.UNKNOWN_ID);
    }
    Xml xml = envelope(request).open("GetRecord");
    new OaiRecords(xml, format).record(paper.get());
    return answer(xml.close());
  }

  private Answer list(Request request, boolean whole) {
    Optional<String> token = request.parameter("resumptionToken");
    if (token.isEmpty()) {
      return listed(request, request.parameters(), whole);
    }
    return Optional.of(token.get())
        .filter(_ -> request.distortion() != Distortion.EXPIRED_TOKEN)
        .flatMap(tokens::redeem)
        .map(arguments -> listed(request, arguments, whole))
        .orElseGet(() -> error(request, OaiError.BAD_TOKEN));
  }

  private Answer listed(Request request, Map<String, String> arguments, boolean whole) {
    return OaiQuery.parse(arguments)
        .fold(query -> page(request, query, whole), error -> error(request, error));
  }

  private Answer page(Request request, OaiQuery query, boolean whole) {
    List<ShownPaper> all =
        arxiv.harvestable(clock.instant()).stream().filter(query::matches).toList();
    if (query.skip() >= all.size()) {
      return error(request, query.skip() == 0 ? OaiError.NO_RECORDS : OaiError.BAD_TOKEN);
    }
    Slice<ShownPaper> page = Slice.of(all, query.skip(), pageSize, request.distortion());
    Xml xml = envelope(request).open(whole ? "ListRecords" : "ListIdentifiers");
    OaiRecords records = new OaiRecords(xml, query.format());
    page.items().forEach(whole ? records::record : records::header);
    if (page.hasNext()) {
      String token = tokens.issue(query.arguments(), page.next());
      xml.leaf("resumptionToken", token, "expires", tokens.midnight().toString());
    }
    return answer(xml.close());
  }

  private Answer error(Request request, OaiError error) {
    return answer(envelope(request).leaf("error", error.text(), "code", error.code()));
  }

  private Xml envelope(Request request) {
    String[] asked =
        request.parameters().entrySet().stream()
            .flatMap(a -> List.of(a.getKey(), a.getValue()).stream())
            .toArray(String[]::new);
    return Xml.document()
        .open(
            "OAI-PMH",
            "xmlns",
            "http://www.openarchives.org/OAI/2.0/",
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance")
        .leaf("responseDate", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .leaf("request", request.server() + "/oai", asked);
  }

  private static Answer answer(Xml xml) {
    return Answer.of(200, "text/xml; charset=utf-8", xml.close().toString());
  }
}

package io.paperflow.search.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.paper.Link;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.Repository;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The links between papers and code in the form of the archive of Papers with Code ({@code
 * links-between-papers-and-code.json}): an entry for each paper and repository. A paper without
 * repositories has none. What is not known here, the framework, is {@code none} as it was there.
 */
final class CodeLinks implements JsonArrayExport {

  /** Fields of a paper itself, unlike those in which a source declares a link. */
  private static final List<String> WORDS = List.of("title", "abstract", "comments");

  private final ObjectMapper mapper;

  CodeLinks(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String suffix() {
    return "links.json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String paper(Paper paper) {
    return paper.repositories().stream()
        .map(repository -> entry(paper, repository))
        .collect(Collectors.joining(between()));
  }

  private String entry(Paper paper, Repository repository) {
    ObjectNode entry = mapper.createObjectNode();
    String address = PaperAddress.of(paper).orElse("");
    entry.put("paper_url", address);
    entry.put("paper_title", OneLine.of(paper.title()));
    paper
        .arxivId()
        .ifPresentOrElse(
            id -> entry.put("paper_arxiv_id", id), () -> entry.putNull("paper_arxiv_id"));
    entry.put("paper_url_abs", address);
    entry.put(
        "paper_url_pdf",
        paper.arxivId().map(id -> "https://arxiv.org/pdf/" + id + ".pdf").orElse(""));
    entry.put("repo_url", repository.url());
    entry.put("is_official", repository.role().filter("own"::equals).isPresent());
    entry.put(
        "mentioned_in_paper",
        paper.links().stream()
            .filter(link -> link.url().equalsIgnoreCase(repository.url()))
            .anyMatch(CodeLinks::isInItsWords));
    entry.put("mentioned_in_github", repository.verifiedBy().isPresent());
    entry.put("framework", "none");
    try {
      return mapper.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInItsWords(Link link) {
    return link.evidence().stream().anyMatch(evidence -> WORDS.contains(evidence.field()));
  }
}

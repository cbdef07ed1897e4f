package io.paperflow.catalogue.page;

import io.paperflow.catalogue.paper.Repository;
import io.paperflow.catalogue.paper.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A repository as the page shows it. Public for the templates.
 *
 * @param tag what it is in a word: code, announced, or gone
 * @param label owner and name
 * @param address where it is; none when a page must not link to it
 * @param facts what its forge says, such as stars and language
 * @param own whether it is the authors'
 * @param available false when it is only announced, or gone
 * @param verified whether it names the paper
 */
public record CodeView(
    String tag,
    String label,
    Optional<String> address,
    List<String> facts,
    boolean own,
    boolean available,
    boolean verified) {

  public CodeView {
    facts = List.copyOf(facts);
  }

  public static CodeView of(Repository repository) {
    List<String> facts = new ArrayList<>();
    repository.stars().ifPresent(stars -> facts.add("★ " + Words.rounded(stars)));
    repository.language().ifPresent(facts::add);
    repository.license().ifPresent(facts::add);
    repository.archived().filter(archived -> archived).ifPresent(_ -> facts.add("archived"));
    repository
        .found()
        .filter(found -> !found)
        .filter(_ -> repository.archivedCopy().isPresent())
        .ifPresent(_ -> facts.add("kept in an archive"));
    return new CodeView(
        switch (repository.state().orElse("")) {
          case "promised" -> "Announced";
          case "gone" -> "Gone";
          default -> "Code";
        },
        repository
            .owner()
            .flatMap(owner -> repository.name().map(name -> owner + "/" + name))
            .orElse(repository.url()),
        WebAddress.of(address(repository)),
        facts,
        repository.role().filter("own"::equals).isPresent(),
        repository.state().filter(CodeView::isMissing).isEmpty(),
        repository.verifiedBy().isPresent());
  }

  /** Where it can be had: a copy when it is gone. */
  private static String address(Repository repository) {
    return repository
        .archivedCopy()
        .filter(_ -> !repository.found().orElse(true))
        .orElse(repository.url());
  }

  private static boolean isMissing(String state) {
    return state.equals("promised") || state.equals("gone");
  }

  /** Code of the paper itself, the authors' first; not what it merely builds on. */
  public static List<CodeView> ofPaper(List<Repository> repositories) {
    return repositories.stream()
        .filter(repository -> repository.role().filter("third_party"::equals).isEmpty())
        .map(CodeView::of)
        .sorted(Comparator.comparing(CodeView::available).thenComparing(CodeView::own).reversed())
        .toList();
  }
}

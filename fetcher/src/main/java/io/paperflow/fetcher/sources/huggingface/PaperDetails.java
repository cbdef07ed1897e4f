package io.paperflow.fetcher.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.sources.page.Addresses;
import io.paperflow.fetcher.sources.page.Download;
import io.paperflow.fetcher.sources.page.JsonPage;
import io.paperflow.http.Limits;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for papers' details: linked models, datasets and spaces. */
record PaperDetails(URI address) {

  /** Papers a step: a failure repeats no more than these. */
  private static final int AT_ONCE = 20;

  private static final Limits LIMITS = Download.LIMITS.bytes(2 << 20);

  private static final int UNKNOWN = 404;

  /**
   * Some details.
   *
   * @param last the paper they end with; empty when the list has no more
   */
  record Some(List<Fetched> documents, Optional<String> last) {}

  /**
   * Asks for the papers after one, in the order of their identifiers, which votes do not change.
   * Details are an extra: when one cannot be had, the rest of the list is left for the next time.
   */
  Some after(String id, Set<String> ids, Web web) throws InterruptedException {
    List<String> wanted = ids.stream().filter(i -> i.compareTo(id) > 0).sorted().toList();
    List<Fetched> documents = new ArrayList<>();
    for (String paper : wanted.stream().limit(AT_ONCE).toList()) {
      URI uri = Addresses.below(address, "api/papers/" + Addresses.encoded(paper));
      switch (Download.of(web, Request.api(uri).within(LIMITS))) {
        case Download.Page page when isWhole(page) -> documents.add(page.document());
        case Download.Failed failed when failed.status() == UNKNOWN -> {}
        case Download.Page _, Download.Failed _, Download.Unchanged _ -> {
          return new Some(documents, Optional.empty());
        }
      }
    }
    return new Some(
        documents,
        wanted.size() > AT_ONCE ? Optional.of(wanted.get(AT_ONCE - 1)) : Optional.empty());
  }

  /** Servers under load send answers that are cut off, or pages for people, with status 200. */
  private static boolean isWhole(Download.Page page) {
    return JsonPage.read(page.bytes()).filter(JsonNode::isObject).isPresent();
  }
}

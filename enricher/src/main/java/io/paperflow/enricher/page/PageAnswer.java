package io.paperflow.enricher.page;

import io.paperflow.enricher.links.FoundLink;
import java.time.Instant;

/** What came of reading a page. Codes are stable, short and in kebab case. */
public sealed interface PageAnswer {

  /**
   * It offers one repository as its code.
   *
   * @param sha256 of the page
   */
  record Offers(FoundLink code, String sha256) implements PageAnswer {}

  /** It offers none, or more than one. */
  record NoOffer() implements PageAnswer {}

  /** It cannot be read, which need not be so for ever. */
  record Unreadable(String code) implements PageAnswer {}

  /** The host is down or limits us. */
  record Later(String code, Instant retryAt) implements PageAnswer {}
}

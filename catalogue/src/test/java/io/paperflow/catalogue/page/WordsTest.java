package io.paperflow.catalogue.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, 1.0k", "1840, 1.8k", "9949, 9.9k", "12900, 12k"})
  void largeNumbersAreRounded(int number, String words) {
    assertEquals(words, Words.rounded(number));
  }

  @Test
  void longListsOfAuthorsAreCutWhenThatSavesMoreThanOne() {
    assertEquals("", Words.authors(List.of()));
    assertEquals("A, A, A, A, A, A, A", Words.authors(Collections.nCopies(7, "A")));
    assertEquals("A, A, A, A, A, A and 2 more", Words.authors(Collections.nCopies(8, "A")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "huggingface-daily-papers",
        "huggingface-papers",
        "papers-with-code",
        "papers-with-code-links",
        "openreview",
        "biorxiv",
        "medrxiv",
        "arxiv",
        "arxiv-raw",
        "arxiv-api",
        "arxiv-rss",
        "arxiv-dc",
        "acl-anthology"
      })
  void everySourceIsCalledWhatPeopleCallIt(String source) {
    assertNotEquals(source, Words.source(source));
  }

  @Test
  void slashesAndColonsOfIdsStayReadableInAddresses() {
    assertEquals("/papers/arxiv:hep-th/9901001", PageLinks.paper("arxiv:hep-th/9901001"));
    assertEquals("/papers/doi:10.1/a%20b%3Fc%23d%25", PageLinks.paper("doi:10.1/a b?c#d%"));
  }
}

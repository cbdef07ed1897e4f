package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.RepositoryMention;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  private final Naming naming =
      new Naming(
          RepositoryMention.newBuilder(
                  WatchedTopic.mention("a/b", "2602.01234", Instant.parse("2026-02-27T00:00:00Z")))
              .setDoi("10.1234/abc.5")
              .setOpenreviewId("xY_1-z")
              .setTitle("Looms That Learn: Weaving with Gradients")
              .build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Code of arXiv:2602.01234                                    | true
          https://arxiv.org/abs/2602.01234v3.                          | true
          [paper](https://arxiv.org/pdf/2602.01234.pdf)                | true
          eprint={2602.01234},                                         | true
          version 12602.01234                                          | false
          arXiv:2602.012345                                            | false
          v1.2602.01234                                                | false
          doi:10.1234/ABC.5                                            | true
          10.1234/abc.55                                               | false
          https://openreview.net/forum?id=xY_1-z&noteId=4              | true
          https://openreview.net/forum?id=xY_1-zz                      | false
          the id xY_1-z alone                                          | false
          # **Looms that Learn**: weaving with gradients               | true
          LOOMS THAT LEARN - Weaving <br/> with Gradients              | true
          Looms That Learn                                             | false
          Heirlooms That Learn: Weaving with Gradients                 | false
          Looms That Learn: Weaving with Gradientsx                    | false
          """)
  void aTextNamesAPaperByIdsAndByItsTitle(String text, boolean names) {
    assertEquals(names, naming.in(text).isPresent(), text);
  }

  @Test
  void aShortTitleMeansTooMuch() {
    Naming naming =
        new Naming(
            RepositoryMention.newBuilder(
                    WatchedTopic.mention(
                        "a/b", "2602.01234", Instant.parse("2026-02-27T00:00:00Z")))
                .setTitle("Deep Learning")
                .build());
    assertTrue(naming.in("All about deep learning").isEmpty());
  }

  @Test
  void theProofIsOneShortLine() {
    String text =
        "x".repeat(500) + "\n\nLooms That\n Learn: Weaving with Gradients " + "y".repeat(500);
    String proof = naming.in(text).orElseThrow();
    assertTrue(proof.length() <= 200 && !proof.contains("\n"), proof);
    assertTrue(proof.contains("Looms That Learn: Weaving with Gradients"), proof);
  }
}

package io.paperflow.catalogue.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "2401.12345, arxiv:2401.12345",
    "arXiv:2401.12345v3, arxiv:2401.12345",
    "0704.0001, arxiv:0704.0001",
    "hep-th/9901001v1, arxiv:hep-th/9901001",
    "math.GT/0309136, arxiv:math.GT/0309136",
    "https://arxiv.org/abs/2401.12345v2, arxiv:2401.12345",
    "http://www.arxiv.org/pdf/2401.12345, arxiv:2401.12345",
    "10.1000/ABC.1, doi:10.1000/abc.1",
    "https://doi.org/10.1000/abc.1, doi:10.1000/abc.1",
    "openreview:aB3-_, openreview:aB3-_",
    "https://openreview.net/forum?id=aB3, openreview:aB3",
    "title:0a1b, title:0a1b"
  })
  void identifiersAreReadAsPeopleWriteThem(String text, String id) {
    assertEquals(Optional.of(id), PaperIdentifier.in(text).map(PaperIdentifier::id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3.14159", "attention", "2401.12345 attention", "10.5", "a/b"})
  void wordsAreNoIdentifiers(String text) {
    assertEquals(Optional.empty(), PaperIdentifier.in(text));
  }
}

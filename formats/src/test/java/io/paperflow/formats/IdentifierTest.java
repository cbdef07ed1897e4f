package io.paperflow.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "2401.12345, 2401.12345, 0",
    "2401.12345v2, 2401.12345, 2",
    "arXiv:2401.12345v12, 2401.12345, 12",
    "ARXIV: 1412.9999, 1412.9999, 0",
    "0704.0001, 0704.0001, 0",
    "1501.00001, 1501.00001, 0",
    "hep-th/9901001, hep-th/9901001, 0",
    "math.GT/0309136v3, math/0309136, 3",
    "cs/0703100, cs/0703100, 0",
    "http://arxiv.org/abs/2401.12345v1, 2401.12345, 1",
    "https://www.arxiv.org/pdf/2401.12345v2.pdf, 2401.12345, 2",
    "https://arxiv.org/pdf/hep-th/9901001, hep-th/9901001, 0",
    "https://arxiv.org/abs/2401.12345?context=cs#x, 2401.12345, 0",
    "https://huggingface.co/papers/2401.12345, 2401.12345, 0",
    "https://doi.org/10.48550/arXiv.2401.12345, 2401.12345, 0",
    "oai:arXiv.org:2401.12345, 2401.12345, 0",
  })
  void readsArxivIds(String text, String id, int version) {
    var expected = new ArxivId(id, version == 0 ? OptionalInt.empty() : OptionalInt.of(version));
    assertEquals(Optional.of(expected), ArxivId.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2401",
        "2401.123",
        "2401.1234",
        "1412.00001",
        "2413.12345",
        "2400.12345",
        "0703.0001",
        "hep-th/9013001",
        "hep-th/0704001",
        "hep-th/990100",
        "2401.12345v0",
        "2401.12345 and more",
        "https://example.org/abs/2401.12345",
        "x2401.12345",
        "24O1.12345"
      })
  void refusesWhatIsNoArxivId(String text) {
    assertEquals(Optional.empty(), ArxivId.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1103/PhysRevD.76.013009, 10.1103/physrevd.76.013009",
    "https://doi.org/10.1000/ABC, 10.1000/abc",
    "http://dx.doi.org/10.1000/abc., 10.1000/abc",
    "doi:10.1000/abc, 10.1000/abc",
    "'10.1000/abc 10.1000/def', 10.1000/abc",
    "'10.1000/abc, 10.1000/def', 10.1000/abc",
  })
  void normalisesDois(String text, String doi) {
    assertEquals(Optional.of(doi), Doi.normalise(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.1000", "11.1000/abc", "see 10.1000/abc"})
  void refusesWhatIsNoDoi(String text) {
    assertEquals(Optional.empty(), Doi.normalise(text));
  }

  @ParameterizedTest
  @CsvSource({
    "rJl-b3RcF7, rJl-b3RcF7",
    "https://openreview.net/forum?id=rJl-b3RcF7, rJl-b3RcF7",
    "https://openreview.net/pdf?id=HkAb_d12, HkAb_d12",
    "https://openreview.net/forum?noteId=other&id=HkAb_d12#tab, HkAb_d12",
    "http://www.openreview.net/forum?id=HkAb_d12&noteId=other, HkAb_d12",
  })
  void readsIdsOfOpenReview(String text, String id) {
    assertEquals(Optional.of(id), OpenReviewId.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "two words",
        "https://openreview.net/group?id=ICLR.cc/2025",
        "https://example.org/forum?id=rJl-b3RcF7",
      })
  void refusesWhatIsNoIdOfOpenReview(String text) {
    assertEquals(Optional.empty(), OpenReviewId.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "CC BY 4.0, licenses/by/4.0/",
    "cc_by, licenses/by/4.0/",
    "cc_by_nc_nd, licenses/by-nc-nd/4.0/",
    "CC BY-NC-SA 3.0, licenses/by-nc-sa/3.0/",
    "CC0 1.0, publicdomain/zero/1.0/",
    "cc0_ng, publicdomain/zero/1.0/",
  })
  void knowsLicencesOfCreativeCommons(String name, String path) {
    assertEquals(Optional.of("https://creativecommons.org/" + path), Licences.address(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cc_no", "MIT", "cc_by_nothing", "All rights reserved"})
  void otherLicencesHaveNoAddress(String name) {
    assertEquals(Optional.empty(), Licences.address(name));
  }
}

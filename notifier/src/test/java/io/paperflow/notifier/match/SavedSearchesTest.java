package io.paperflow.notifier.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.TestPapers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedSearchesTest {

  private static final Paper PAPER =
      TestPapers.of(
          """
          {'id':'arxiv:2611.01234','arxivId':'2611.01234','title':'Folding Rivers: Attention for Hydrology',
           'abstract':'We predict floods with a small transformer. No gauges are needed.',
           'authors':[{'name':'Ada Quill'},{'name':'Zoë Brandt'}],
           'published':'2026-11-18T17:00:00Z','categories':['cs.LG','physics.ao-ph'],
           'venue':'Workshop on Water','keywords':['time series'],'sources':['arxiv'],
           'daily':{'date':'2026-11-20','upvotes':42},
           'links':[{'url':'https://rivers.example','kind':'demo','role':'own','state':'available','confidence':1}],
           'repositories':[{'url':'https://github.com/quill/riverfold','name':'riverfold'}],
           'code':{'stars':120,'language':'python','license':'MIT'},'hasCode':true}
          """);

  private final SavedSearches searches = new SavedSearches();

  @AfterEach
  void close() {
    searches.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "river attention | true",
        "rivers floods quill | true",
        "the river | true",
        "river glacier | false",
        "\"attention for hydrology\" | true",
        "\"hydrology attention\" | false",
        "riverfold | true",
        "zoe | true",
        "river -flood | false",
        "river -glacier | true",
        "-glacier | false",
        "author:quill | true",
        "author:\"quill ada\" | false",
        "title:floods | false",
        "abstract:floods | true",
        "venue:water | true",
        "keyword:series | true",
        "category:cs | true",
        "category:cs.LG | true",
        "category:cs.L | false",
        "source:arxiv | true",
        "language:Python license:mit | true",
        "license:apache-2.0 | false",
        "has:code has:demo | true",
        "has:model | false",
        "-has:code | false",
        "stars:>100 | true",
        "stars:>120 | false",
        "votes:10..50 | true",
        "date:2026-11 | true",
        "date:2026-11-18 | true",
        "date:<2026-11-18 | false",
        "listed:2026-11-20 | true",
        "2611.01234 | true",
        "2611.01235 | false",
      })
  void aSearchFindsWhatThePageFinds(String query, boolean found) {
    searches.put("s", Map.of("mine", query));

    assertEquals(
        List.of(found ? Map.of("s", List.of("mine")) : Map.of()), searches.match(List.of(PAPER)));
  }

  @Test
  void subscriptionsAreToldApartAndEachPaperByItself() {
    searches.put("one", Map.of("a", "river", "b", "floods", "c", "glacier"));
    searches.put("two", Map.of("a", "glacier"));
    Paper ice = TestPapers.of("arxiv:2611.00002", "Glacier retreat", "Ice.");

    assertEquals(
        List.of(Map.of("one", List.of("a", "b")), Map.of("one", List.of("c"), "two", List.of("a"))),
        searches.match(List.of(PAPER, ice)));
  }

  @Test
  void aChangedSubscriptionHasItsNewSearchesOnly() {
    searches.put("one", Map.of("a", "river", "b", "floods"));
    searches.put("one", Map.of("c", "attention"));
    assertEquals(List.of(Map.of("one", List.of("c"))), searches.match(List.of(PAPER)));

    searches.put("one", Map.of());
    assertEquals(List.of(Map.of()), searches.match(List.of(PAPER)));
  }

  @Test
  void whatAsksForNothingFindsNothing() {
    searches.put("one", Map.of("empty", " ", "only a minus", "-river"));

    assertEquals(List.of(Map.of()), searches.match(List.of(PAPER)));
  }
}

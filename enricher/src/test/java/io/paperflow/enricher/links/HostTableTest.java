package io.paperflow.enricher.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HostTableTest {

  private final Lexicon lexicon = Lexicon.load();
  private final HostTable table = table(List.of());

  @Test
  void aHostIsTheSameBehindWww() {
    assertEquals(table.listed("github.com"), table.listed("www.github.com"));
  }

  @Test
  void aWholeHostWinsOverItsDomain() {
    assertNotEquals(table.listed("gist.github.com"), table.listed("fox.github.com"));
  }

  @Test
  void aDomainWinsOverAFirstLabel() {
    assertEquals(table.listed("ada.github.io"), table.listed("gitlab-fox.github.io"));
  }

  @Test
  void aFirstLabelNeedsTwoMore() {
    assertTrue(table.listed("git.fox-uni.de").isPresent());
    assertEquals(Optional.empty(), table.listed("gitfox.de"));
  }

  @Test
  void aHostThatSomebodyNamesIsGitLab() {
    HostTable named = table(List.of("den-example.org"));
    assertEquals(named.listed("gitlab.com"), named.listed("den-example.org"));
  }

  @Test
  void otherHostsArePages() {
    assertEquals(Optional.empty(), table.listed("fox-example.org"));
    assertEquals(table.rule("fox-example.org"), table.rule("den-example.org"));
  }

  private HostTable table(List<String> gitlabHosts) {
    return HostTable.load(Forges.standard(lexicon, Domains.load()), lexicon, gitlabHosts);
  }
}

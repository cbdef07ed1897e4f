package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

  @Test
  void allProblemsAreToldAtOnce() {
    WebSettings settings =
        new WebSettings(
            "1.0",
            "somebody (at home)",
            List.of(
                host("unknown", Set.of(), OptionalInt.empty()),
                host("own", Set.of("https://Example.org"), OptionalInt.of(0))));

    assertEquals(
        List.of(
            "paperflow.http.contact: 'somebody (at home)' is neither a mail address nor a URL",
            "paperflow.http.hosts.unknown.hosts: is empty, and no budget of that name is known",
            "paperflow.http.hosts.own.hosts: 'https://Example.org' is not a host in lower case",
            "paperflow.http.hosts.own.connections: must be at least 1"),
        settings.problems());
  }

  @Test
  void goodSettingsHaveNoProblems() {
    WebSettings settings =
        new WebSettings(
            "1.0",
            "mailto:a@example.org",
            List.of(
                host("arxiv", Set.of(), OptionalInt.of(1)),
                host("own", Set.of("localhost:8080", "[::1]:80"), OptionalInt.empty())));

    assertTrue(settings.problems().isEmpty());
    assertEquals("paperflow/1.0 (+mailto:a@example.org)", settings.userAgent());
    assertEquals("paperflow/1.0", new WebSettings("1.0", "", List.of()).userAgent());
  }

  @ParameterizedTest
  @CsvSource({
    "export.arxiv.org, arxiv",
    "oaipmh.arxiv.org, arxiv",
    "rss.arxiv.org, arxiv",
    "arxiv.org, arxiv",
    "huggingface.co, huggingface",
    "api2.openreview.net, openreview",
    "api.biorxiv.org, biorxiv",
    "api.github.com, github",
    "gitlab.com, gitlab",
    "gitee.com, gitee",
    "archive.softwareheritage.org, softwareheritage",
    "example.org, example.org",
    "arxiv.org.example.org, arxiv.org.example.org",
  })
  void eachHostHasItsBudget(String authority, String budget) {
    Hosts hosts = new Hosts(new WebSettings("1.0", "", List.of()));

    assertEquals(budget, hosts.ofAuthority(authority).name());
  }

  @Test
  void aTokenBringsTheLargerQuotas() {
    HostSettings withToken =
        new HostSettings(
            "huggingface",
            Set.of(),
            Optional.empty(),
            OptionalInt.empty(),
            new Access(Optional.of(new Secret("hf_x")), false, false));

    HostPolicy policy =
        new Hosts(new WebSettings("1.0", "", List.of(withToken))).ofAuthority("huggingface.co");

    assertTrue(policy.quotas().stream().anyMatch(quota -> quota.requests() == 1000));
    assertTrue(policy.quotas().stream().noneMatch(quota -> quota.requests() == 500));
    assertTrue(policy.access().token().isPresent());
  }

  @Test
  void aShareIsLeftForOtherProcesses() {
    HostPolicy whole = new Hosts(new WebSettings("1.0", "", List.of())).ofAuthority("gitlab.com");
    HostPolicy part =
        new Hosts(new WebSettings("1.0", "", List.of(share(40)))).ofAuthority("gitlab.com");

    assertEquals(
        whole.quotas().stream().map(quota -> quota.requests() * 2 / 5).toList(),
        part.quotas().stream().map(Quota::requests).toList());
    assertEquals(
        List.of("paperflow.http.hosts.gitlab.share: must be a percentage from 1 to 100"),
        new WebSettings("1.0", "", List.of(share(101))).problems());
  }

  private static HostSettings share(int percent) {
    return new HostSettings(
        "gitlab",
        Set.of(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.of(percent),
        Access.PUBLIC);
  }

  private static HostSettings host(String name, Set<String> hosts, OptionalInt connections) {
    return new HostSettings(name, hosts, Optional.empty(), connections, Access.PUBLIC);
  }
}

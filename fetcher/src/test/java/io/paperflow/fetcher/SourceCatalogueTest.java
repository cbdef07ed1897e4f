package io.paperflow.fetcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.StandardSources;
import io.paperflow.http.Web;
import io.paperflow.web.WebSettingsReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceCatalogueTest {

  private final Map<String, Object> settings =
      new HashMap<>(
          Map.of(
              "paperflow.sources.daily-papers.enabled", "true",
              "paperflow.sources.daily-papers.address", "https://example.org/api",
              "paperflow.sources.daily-papers.options.days", "14",
              "paperflow.sources.daily-papers.options.sort", "date"));

  @Test
  void aSourceHasItsSettings() {
    SourceCatalogue catalogue = catalogue();
    assertEquals(List.of(), catalogue.problems());
    ConfiguredSource source = catalogue.source("daily-papers").orElseThrow();
    assertTrue(source.enabled());
    assertEquals(new Plain("https://example.org/api", 14, "date"), source.source());
    assertEquals(new Schedule.Every(Duration.ofHours(1)), source.schedule());
  }

  @Test
  void theIntervalReplacesTheSourcesOwnSchedule() {
    settings.put("paperflow.sources.daily-papers.interval", "10m");
    assertEquals(
        new Schedule.Every(Duration.ofMinutes(10)),
        catalogue().source("daily-papers").orElseThrow().schedule());
  }

  @Test
  void allProblemsAreToldAtOnceEachWithItsSetting() {
    settings.put("paperflow.sources.daily-papers.interval", "soon");
    settings.put("paperflow.sources.daily-papers.address", "ftp://example.org");
    settings.put("paperflow.sources.daily-papers.options.days", "100");
    settings.put("paperflow.sources.daily-papers.options.color", "red");
    settings.put("paperflow.sources.dayly-papers.enabled", "true");
    List<String> problems = catalogue().problems();
    assertEquals(5, problems.size(), problems::toString);
    for (String setting :
        List.of(
            "daily-papers.interval",
            "daily-papers.address",
            "daily-papers.options.days",
            "daily-papers.options.color",
            "dayly-papers")) {
      assertTrue(
          problems.stream().anyMatch(p -> p.startsWith("paperflow.sources." + setting + ":")),
          () -> setting + " in " + problems);
    }
  }

  @Test
  void whatIsNotEnabledNeedsNoSettings() {
    settings.put("paperflow.sources.daily-papers.enabled", "false");
    settings.put("paperflow.sources.daily-papers.options.days", "");
    SourceCatalogue catalogue = catalogue();
    assertEquals(List.of(), catalogue.problems());
    assertEquals(List.of(), catalogue.sources());
  }

  @Test
  void theReferenceHasAnEntryForEachSourceAndNoProblems() {
    try (ApplicationContext context =
        ApplicationContext.builder().environments("fetcher").build()) {
      Environment environment = context.getEnvironment().start();
      SourceCatalogue catalogue = new SourceCatalogue(StandardSources.kinds(), environment);
      assertEquals(List.of(), catalogue.problems());
      for (SourceKind kind : StandardSources.kinds()) {
        assertTrue(environment.containsProperties("paperflow.sources." + kind.name()), kind::name);
      }
      var web = new WebSettingsReader(environment, catalogue.addresses());
      assertEquals(List.of(), web.problems());
    }
  }

  private SourceCatalogue catalogue() {
    try (ApplicationContext context = ApplicationContext.builder().properties(settings).build()) {
      return new SourceCatalogue(
          List.of(new SourceKind("daily-papers", Plain::of)), context.getEnvironment().start());
    }
  }

  private record Plain(String address, int days, String sort) implements Source {

    static Plain of(SourceSettings settings) {
      return new Plain(
          settings.address().toString(),
          settings.number("days", 1, 60),
          settings.text("sort").orElse(""));
    }

    @Override
    public String name() {
      return "daily-papers";
    }

    @Override
    public HostGroup hostGroup() {
      return new HostGroup("example", Duration.ZERO);
    }

    @Override
    public Schedule schedule() {
      return new Schedule.Every(Duration.ofHours(1));
    }

    @Override
    public Cursor start(Instant now, Optional<LocalDate> since) {
      return Cursor.EMPTY;
    }

    @Override
    public Step step(Cursor cursor, Instant now, Web web) {
      return new Step.Read(List.of(), cursor, false);
    }
  }
}

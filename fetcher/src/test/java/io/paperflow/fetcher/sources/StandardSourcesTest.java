package io.paperflow.fetcher.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.source.SourceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The sources and their entries in application-fetcher.yml belong together. */
class StandardSourcesTest {

  /** Those that are of no use before somebody has said where their documents are. */
  private static final Set<String> NEED_A_PATH =
      Set.of("folder", "arxiv-snapshot", "paperswithcode");

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");

  @Test
  void eachSourceHasAnEntryAndEachEntryASource() throws IOException {
    Set<String> names =
        StandardSources.kinds().stream()
            .map(SourceKind::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names, new TreeSet<>(entries().keySet()));
  }

  @Test
  void eachSourceIsMadeByItsEntry() throws IOException {
    for (SourceKind kind : StandardSources.kinds()) {
      SourceSettings settings = settings(kind.name(), Map.of());
      Source source = kind.make().apply(settings);
      assertEquals(kind.name(), source.name());
      assertEquals(
          NEED_A_PATH.contains(kind.name()) ? 1 : 0,
          settings.problems().size(),
          () -> settings.problems().toString());
      assertTrue(source.schedule().after(NOW).isAfter(NOW));
      assertTrue(source.start(NOW, Optional.empty()).toString().length() < 200, kind.name());
    }
  }

  @Test
  void whatASourceCannotUseIsToldWithTheSettingsName() throws IOException {
    Map<String, Map<String, String>> wrong =
        Map.of(
            "huggingface-daily-papers", Map.of("also", "hourly"),
            "arxiv-rss", Map.of("categories", ""),
            "arxiv-snapshot", Map.of("file", "http://exa mple.org"),
            "openreview", Map.of("venues", " "),
            "acl-anthology", Map.of("listing", "no address", "collections", ""));
    for (Map.Entry<String, Map<String, String>> source : wrong.entrySet()) {
      SourceSettings settings = settings(source.getKey(), source.getValue());
      var _ = kind(source.getKey()).make().apply(settings);
      List<String> problems = settings.problems();
      assertTrue(
          !problems.isEmpty()
              && problems.stream()
                  .allMatch(
                      p -> p.startsWith("paperflow.sources." + source.getKey() + ".options.")),
          problems::toString);
    }
  }

  @Test
  void aCursorOfAnotherVersionIsReadAsFarAsItCanBe() throws IOException, InterruptedException {
    Cursor strange =
        Cursor.of(
            Map.of(
                "last",
                "yesterday",
                "pass",
                "?",
                "task",
                "?",
                "page",
                "-1",
                "feed",
                "x",
                "day",
                "2026-99-99",
                "begin",
                "",
                "window-from",
                "1",
                "offset",
                "1e9"));
    for (SourceKind kind : StandardSources.kinds()) {
      if (!NEED_A_PATH.contains(kind.name())) {
        Source source = kind.make().apply(settings(kind.name(), Map.of()));
        source.step(strange, NOW, new ScriptedWeb());
      }
    }
  }

  private static SourceKind kind(String name) {
    return StandardSources.kinds().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SourceSettings settings(String name, Map<String, String> changes)
      throws IOException {
    Map<?, ?> entry = (Map<?, ?>) Objects.requireNonNull(entries().get(name));
    Map<String, String> options = new HashMap<>();
    if (entry.get("options") instanceof Map<?, ?> given) {
      given.forEach((option, value) -> options.put(option.toString(), String.valueOf(value)));
    }
    options.putAll(changes);
    return new SourceSettings(
        name, Optional.ofNullable(entry.get("address")).map(Object::toString), options);
  }

  private static Map<String, Object> entries() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            StandardSourcesTest.class.getResourceAsStream("/application-fetcher.yml"))) {
      Map<String, Map<String, Map<String, Object>>> all = new Yaml().load(yaml);
      return Objects.requireNonNull(Objects.requireNonNull(all.get("paperflow")).get("sources"));
    }
  }
}

package io.paperflow.fetcher.sources.acl;

import static io.paperflow.fetcher.sources.ScriptedWeb.broken;
import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static io.paperflow.fetcher.sources.ScriptedWeb.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AclAnthologySourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void theCollectionsOfThisAndTheLastYearAreRead() throws InterruptedException {
    listing("2024.acl", "2025.acl", "2026.eacl", "J89", "README");
    collections("2024.acl", "2025.acl", "2026.eacl", "J89");
    assertEquals(Set.of("2025.acl", "2026.eacl"), names(pass(source(), Optional.empty())));
  }

  @Test
  void sinceADateThoseSinceItsYear() throws InterruptedException {
    listing("2024.acl", "2026.eacl", "J89", "D19", "C00");
    collections("2024.acl", "2026.eacl", "J89", "D19", "C00");
    assertEquals(
        Set.of("2024.acl", "2026.eacl", "D19"),
        names(pass(source(), Optional.of(LocalDate.of(2001, 5, 1)))));
  }

  @Test
  void theTreeOfAFolderIsAListingToo() throws InterruptedException {
    web.on("/list", content("{\"tree\":[{\"path\":\"2026.acl.xml\"}],\"truncated\":false}"));
    collections("2026.acl");
    assertEquals(Set.of("2026.acl"), names(pass(source(), Optional.empty())));
  }

  @Test
  void nothingIsReadWhileTheListingHasNotChanged() throws InterruptedException {
    listing("2026.acl");
    collections("2026.acl");
    Reading reading = Reading.of(source(), web, NOW);
    Cursor cursor = reading.pass(source().start(NOW, Optional.empty()));
    reading.pass(cursor);
    assertEquals(List.of("/list", "/xml/2026.acl.xml", "/list"), web.paths());
  }

  @Test
  void manyCollectionsTakeSeveralStepsAndAreAllRead() throws InterruptedException {
    String[] many = IntStream.range(0, 45).mapToObj("2026.w%02d"::formatted).toArray(String[]::new);
    listing(many);
    collections(many);
    assertEquals(new TreeSet<>(List.of(many)), names(pass(source(), Optional.empty())));
    assertEquals(3, web.paths().stream().filter("/list"::equals).count());
  }

  @Test
  void whatComesBeforeAFailureCounts() throws InterruptedException {
    listing("2026.a", "2026.b", "2026.c");
    collections("2026.a", "2026.c");
    web.on("/2026.b.xml", broken(500), content("<collection id='2026.b'"), content(xml("2026.b")));
    Reading reading = pass(source(), Optional.empty());
    assertEquals(Set.of("2026.a", "2026.b", "2026.c"), names(reading));
    assertEquals(1, web.paths().stream().filter("/xml/2026.a.xml"::equals).count());
  }

  @Test
  void namedCollectionsNeedNoListingAndMissingOnesAreLeftOut() throws InterruptedException {
    collections("J89", "2026.acl");
    AclAnthologySource source =
        new AclAnthologySource(
            URI.create("https://example.org/xml"),
            Optional.empty(),
            List.of("J89", "2026.none", "2026.acl"));
    assertEquals(Set.of("J89", "2026.acl"), names(pass(source, Optional.empty())));
  }

  @Test
  void aListingOfSomethingElseIsTrouble() throws InterruptedException {
    web.on("/list", content("{\"message\":\"Moved\"}"));
    assertInstanceOf(
        Step.Failed.class, source().step(source().start(NOW, Optional.empty()), NOW, web));
  }

  private Reading pass(AclAnthologySource source, Optional<LocalDate> since)
      throws InterruptedException {
    Reading reading = Reading.of(source, web, NOW);
    reading.pass(source.start(NOW, since));
    return reading;
  }

  private static AclAnthologySource source() {
    return new AclAnthologySource(
        URI.create("https://example.org/xml/"),
        Optional.of(URI.create("https://api.example.org/list")),
        List.of());
  }

  private void listing(String... names) {
    web.on(
        "/list",
        tagged(
            Stream.of(names)
                .map(
                    name ->
                        "{\"name\":\"%1$s.xml\",\"path\":\"data/xml/%1$s.xml\"}".formatted(name))
                .collect(Collectors.joining(",", "[", "]")),
            "\"one\""));
  }

  private void collections(String... names) {
    Stream.of(names).forEach(name -> web.on("/" + name + ".xml", content(xml(name))));
  }

  private static String xml(String name) {
    return "<?xml version='1.0'?><collection id=\"" + name + "\"><volume/></collection>";
  }

  private static Set<String> names(Reading reading) {
    return reading.documents().stream()
        .map(document -> document.uri().replaceFirst(".*/(.*)\\.xml", "$1"))
        .collect(Collectors.toSet());
  }
}

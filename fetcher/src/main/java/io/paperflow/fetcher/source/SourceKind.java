package io.paperflow.fetcher.source;

import java.util.function.Function;

/**
 * A registered source. Its defaults are its entry in application-fetcher.yml.
 *
 * @param name the source's name, also that of its entry
 * @param make makes it with its settings; problems of these are told to the settings, and the
 *     result is not used then
 */
public record SourceKind(String name, Function<SourceSettings, Source> make) {}

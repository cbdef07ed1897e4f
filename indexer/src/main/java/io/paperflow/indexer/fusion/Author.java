package io.paperflow.indexer.fusion;

import java.util.Optional;

/** An author as a source names them. */
public record Author(String name, Optional<String> affiliation) {}

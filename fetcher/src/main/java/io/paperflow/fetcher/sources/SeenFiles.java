package io.paperflow.fetcher.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a folder's files looked like, and which have been read. Not thread-safe. */
final class SeenFiles {

  /** How long a file must have looked the same: whoever writes it has finished, most likely. */
  private static final Duration SETTLE = Duration.ofSeconds(2);

  /** One that was changed so long ago by this machine's clock has settled at first sight. */
  private static final Duration OLD = Duration.ofMinutes(1);

  /**
   * What a file looks like from outside.
   *
   * @param key the file system's own name of the file, which it keeps when it is moved; empty where
   *     there is none
   */
  record Stamp(long size, Instant modifiedAt, String key) {

    static Stamp of(Path path) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return new Stamp(
          attributes.size(),
          attributes.lastModifiedTime().toInstant(),
          key == null ? "" : key.toString());
    }
  }

  /** A file as it was seen. */
  record File(Path path, Stamp stamp) {}

  private record Look(Stamp stamp, Instant since) {}

  private final Map<Path, Look> looks = new HashMap<>();
  private final Map<Path, Stamp> read = new HashMap<>();
  private List<File> given = List.of();
  private String batch = "";
  private int batches;

  /** Files that have settled and have not been read, in their order. */
  List<File> look(List<Path> files, Instant now) {
    List<File> ready = new ArrayList<>();
    Set<Stamp> readBefore = new HashSet<>(read.values());
    for (Path path : files) {
      Optional<Stamp> stamp = stamp(path);
      if (stamp.isEmpty()) {
        continue;
      }
      Stamp own = stamp.get();
      Look look = looks.get(path);
      if (look == null || !look.stamp().equals(own)) {
        look = new Look(own, now);
        looks.put(path, look);
      }
      if (own.equals(read.get(path))) {
        continue;
      }
      if (!own.key().isEmpty() && readBefore.contains(own)) {
        read.put(path, own);
      } else if (settled(look, now)) {
        ready.add(new File(path, own));
      }
    }
    Set<Path> there = new HashSet<>(files);
    looks.keySet().retainAll(there);
    read.keySet().retainAll(there);
    return ready;
  }

  private static boolean settled(Look look, Instant now) {
    return !now.isBefore(look.since().plus(SETTLE))
        || now.isAfter(look.stamp().modifiedAt().plus(OLD));
  }

  /** A file that goes while it is looked at is not there. */
  private static Optional<Stamp> stamp(Path path) {
    try {
      return Optional.of(Stamp.of(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Files are given away to be published; returns the name of their batch. */
  String given(List<File> files, Instant now) {
    batches++;
    batch = now + "/" + batches;
    given = List.copyOf(files);
    return batch;
  }

  /** They were published if the cursor has come to their batch; else they are given again. */
  void counted(Optional<String> cursor) {
    if (cursor.filter(batch::equals).isPresent()) {
      given.forEach(file -> read.put(file.path(), file.stamp()));
    }
    given = List.of();
  }
}

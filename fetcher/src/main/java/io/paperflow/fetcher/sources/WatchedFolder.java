package io.paperflow.fetcher.sources;

import io.paperflow.fetcher.input.FileTree;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Fetched;
import io.paperflow.fetcher.source.HostGroup;
import io.paperflow.fetcher.source.Schedule;
import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceKind;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.source.Trouble;
import io.paperflow.http.Web;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folders whose files are read as they appear. Files are looked for again and again, which works on
 * network mounts too. A file is read once it has looked the same for two seconds, or was changed
 * more than a minute ago; it is known by its content, so that a copy or a file that was moved is
 * not read again. What is remembered of files besides the cursor only spares looking into them
 * again.
 */
public final class WatchedFolder implements Source {

  private static final String NAME = "folder";

  /** Changes with each batch, so that the next step knows whether the last one counted. */
  private static final String BATCH = "batch";

  private static final int BATCH_FILES = 100;

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final List<Path> folders;
  private final SeenFiles seen = new SeenFiles();

  /** A source of the files in these folders and below. */
  WatchedFolder(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Its registration: the option {@code paths} names folders, with commas between. */
  public static SourceKind kind() {
    return new SourceKind(NAME, WatchedFolder::of);
  }

  private static WatchedFolder of(SourceSettings settings) {
    List<Path> folders = settings.paths("paths");
    if (folders.isEmpty()) {
      settings.problem("paths", "names no folder");
    }
    folders.stream()
        .filter(folder -> !Files.isDirectory(folder))
        .forEach(folder -> settings.problem("paths", folder + " is no folder"));
    return new WatchedFolder(folders);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public HostGroup hostGroup() {
    return new HostGroup(NAME, Duration.ZERO);
  }

  @Override
  public Schedule schedule() {
    return new Schedule.Every(INTERVAL);
  }

  @Override
  public Cursor start(Instant now, Optional<LocalDate> since) {
    return Cursor.EMPTY;
  }

  @Override
  public synchronized Step step(Cursor cursor, Instant now, Web web) throws InterruptedException {
    seen.counted(cursor.get(BATCH));
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        return new Step.Failed(
            Trouble.passing("folder-missing", folder + " is not there: mount it or change paths"));
      }
      FileTree tree = new FileTree(folder, _ -> true);
      files.addAll(tree.files());
      files.addAll(tree.unreadable());
    }
    List<Fetched> documents = new ArrayList<>();
    List<SeenFiles.File> batch = new ArrayList<>();
    for (SeenFiles.File file : seen.look(files, now)) {
      if (documents.size() == BATCH_FILES) {
        break;
      }
      Fetched document = Fetched.of(file.path().toUri(), new LazyFile(file.path()));
      Optional<String> hash = hash(file.path());
      if (hash.isPresent()) {
        batch.add(file);
      }
      documents.add(hash.map(h -> known(document, file.stamp(), h)).orElse(document));
    }
    String name = seen.given(batch, now);
    return new Step.Read(
        documents,
        batch.isEmpty() ? cursor : cursor.with(BATCH, name),
        batch.size() == BATCH_FILES);
  }

  private static Fetched known(Fetched document, SeenFiles.Stamp stamp, String hash) {
    return document.modifiedAt(stamp.modifiedAt()).identity("sha256:" + hash).fingerprint(hash);
  }

  /** Empty when it cannot be read, which is told by whoever tries to publish it. */
  private static Optional<String> hash(Path file) throws InterruptedException {
    try {
      return Optional.of(FileHash.sha256(file));
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

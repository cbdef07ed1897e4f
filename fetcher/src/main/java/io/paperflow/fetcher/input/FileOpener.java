package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.InputFailure.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files. */
final class FileOpener {

  private FileOpener() {}

  static OpenDocument open(Location.LocalFile location) throws IOException {
    Path path = location.path();
    try {
      return new OpenDocument(
          Files.newInputStream(path),
          Optional.of(Files.getLastModifiedTime(path).toInstant()),
          Optional.empty());
    } catch (NoSuchFileException _) {
      throw new InputException(Code.NOT_FOUND, path + ": there is no such file");
    } catch (AccessDeniedException _) {
      throw new InputException(Code.REFUSED, path + ": may not be read: check its permissions");
    }
  }
}

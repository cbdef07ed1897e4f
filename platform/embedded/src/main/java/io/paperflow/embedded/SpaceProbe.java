package io.paperflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how many bytes can still be written under a directory. */
@FunctionalInterface
interface SpaceProbe {

  SpaceProbe OF_FILE_STORE = directory -> Files.getFileStore(directory).getUsableSpace();

  long usableBytes(Path directory) throws IOException;
}

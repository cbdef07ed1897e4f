import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks or applies google-java-format to every Java source of the project: {@code java Format.java
 * check|apply DIRECTORY}. Exit codes: 0 formatted, 1 not formatted, 2 wrong usage.
 */
final class Format {

  private Format() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2 || !List.of("check", "apply").contains(args[0])) {
      System.err.println("usage: java Format.java check|apply DIRECTORY");
      System.exit(2);
    }
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<Path> sources;
    try (var walk = Files.walk(root)) {
      sources = walk.filter(p -> isSource(root.relativize(p))).sorted().toList();
    }
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    int differing = 0;
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted;
      try {
        formatted =
            formatter.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE)));
      } catch (FormatterException e) {
        System.err.println(source + ": " + e.getMessage());
        differing++;
        continue;
      }
      if (!formatted.equals(text)) {
        if (apply) {
          Files.writeString(source, formatted);
        } else {
          System.err.println("not formatted: " + root.relativize(source));
          differing++;
        }
      }
    }
    if (differing > 0) {
      System.err.println(
          differing
              + " files differ; format them with: mvn -N -Dformat.mode=apply process-sources");
      System.exit(1);
    }
  }

  private static boolean isSource(Path path) {
    return path.toString().endsWith(".java")
        && path.getNameCount() > 1
        && !path.toString().contains("target/");
  }
}

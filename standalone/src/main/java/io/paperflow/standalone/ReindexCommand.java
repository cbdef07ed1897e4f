package io.paperflow.standalone;

import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.indexer.index.Reindex;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the index of papers anew. */
@Command(
    name = "reindex",
    description = {
      "Builds the next index of papers with the mapping of this release, compares it with the"
          + " present one document by document, and puts it in its place.",
      "Searches go on throughout. Writing goes on until the comparison, waits while that lasts, and"
          + " then goes on in the new index. The old index is kept, read-only, until"
          + " --delete-old."
    },
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

  @Option(
      names = "--delete-old",
      description = "Builds nothing, and deletes the indices that are not in use any more.")
  private boolean deleteOld;

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli injects the field.
  ReindexCommand() {}

  @Override
  public Integer call() throws Refusal, InterruptedException {
    Address address = data.address();
    PrintWriter out = spec.commandLine().getOut();
    try (Services outside = Services.outside(address, "reindex")) {
      Reindex reindex = new Reindex(outside.get(ElasticsearchConnection.class).http());
      if (deleteOld) {
        for (String index : reindex.removeOld()) {
          out.println("deleted " + index);
        }
        return Paperflow.OK;
      }
      Progress progress = Progress.standard(System.getenv());
      Reindex.Done done =
          reindex.run((step, papers) -> progress.show("%s %d papers".formatted(step, papers)));
      progress.clear();
      out.printf(
          "%s took the place of %s: %d papers in both, content %s%n",
          done.to(), done.from(), done.papers(), done.hash().substring(0, 16));
      return Paperflow.OK;
    } catch (IOException e) {
      throw Refusal.failed(
          "Elasticsearch at %s: %s".formatted(address.elasticsearch(), e.getMessage()));
    }
  }
}

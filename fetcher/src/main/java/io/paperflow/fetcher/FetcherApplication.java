package io.paperflow.fetcher;

import io.micronaut.context.ApplicationContext;
import io.paperflow.fetcher.input.Documents;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.service.Service;
import io.paperflow.service.Service.SettingsException;
import java.util.List;

/**
 * The fetcher as a process of its own. Without arguments it reads the configured sources until it
 * is told to end. With arguments it publishes the documents they name and ends; exit codes: 0
 * published, 1 Kafka did not take them, 2 arguments or settings that cannot work, 3 some documents
 * became dead letters.
 */
public final class FetcherApplication {

  private static final String NAME = "fetcher";

  private FetcherApplication() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      Service.main(NAME, arguments);
    } else {
      System.exit(run(List.of(arguments)));
    }
  }

  private static int run(List<String> arguments) {
    Documents documents = Documents.resolve(arguments);
    if (!documents.problems().isEmpty()) {
      documents.problems().forEach(System.err::println);
      System.err.println("usage: fetcher [PATH|URL]...");
      return 2;
    }
    ApplicationContext fresh = ApplicationContext.builder().environments(NAME).build();
    try (ApplicationContext context = Service.configure(fresh)) {
      FetchTally tally =
          context.getBean(Fetcher.class).fetch(documents, _ -> {}, System.err::println);
      System.out.println(tally);
      return tally.refused() == 0 ? 0 : 3;
    } catch (SettingsException e) {
      e.problems().forEach(System.err::println);
      return 2;
    } catch (PublishException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}

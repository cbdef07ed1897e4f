package io.paperflow.standalone;

import io.paperflow.fetcher.SourceBoard;
import io.paperflow.fetcher.SourceCatalogue;
import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.live.ConfiguredSource;
import io.paperflow.pipeline.Publisher.PublishException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Model.CommandSpec;

/** Asks the running instance to read days of a source, and shows how far it is. */
final class SourceOrder {

  /** Pages a minute. */
  static final int USUAL_RATE = 12;

  private static final int MOST_RATE = 600;

  private SourceOrder() {}

  /** Days of a source, and how many pages a minute. */
  record Days(String source, Optional<LocalDate> from, Optional<LocalDate> to, int rate) {}

  static int run(DataOption data, Days days, CommandSpec spec)
      throws Refusal, InterruptedException {
    Address address = data.address();
    try (Services outside = Services.outside(address, "order")) {
      ConfiguredSource source = source(outside.get(SourceCatalogue.class), days.source());
      String id = UUID.randomUUID().toString();
      Order order = checked(source, days.from(), days.to(), days.rate(), id);
      Progress shown = Progress.standard(System.getenv());
      var done =
          outside
              .get(SourceBoard.class)
              .ask(source, order, progress -> shown.show(SourceProgress.line(order, progress)));
      shown.clear();
      spec.commandLine().getOut().println(SourceProgress.line(order, Optional.of(done)));
      return Paperflow.OK;
    } catch (KafkaException e) {
      throw Refusal.failed(
          "no instance answers at " + address.kafka() + ": start one with ./paperflow up");
    } catch (PublishException e) {
      throw Refusal.failed(String.valueOf(e.getMessage()));
    }
  }

  static ConfiguredSource source(SourceCatalogue catalogue, String name) throws Refusal {
    List<String> names = catalogue.sources().stream().map(ConfiguredSource::name).toList();
    return catalogue
        .source(name)
        .orElseThrow(
            () -> Refusal.before("there is no source " + name + " to be read; there are " + names));
  }

  static Order checked(
      ConfiguredSource source,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      int rate,
      String id)
      throws Refusal {
    if (rate < 1 || rate > MOST_RATE) {
      throw Refusal.before("--rate " + rate + " is not between 1 and " + MOST_RATE);
    }
    if (to.isPresent() && from.isEmpty()) {
      throw Refusal.before("a last day needs a first day");
    }
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Refusal.before(to.get() + " is before " + from.get());
    }
    if (to.isPresent() && source.source().range(from.get(), to.get()).isEmpty()) {
      throw Refusal.before(source.name() + " cannot be read by date: leave the last day out");
    }
    return new Order(id, source.name(), from, to, rate);
  }
}

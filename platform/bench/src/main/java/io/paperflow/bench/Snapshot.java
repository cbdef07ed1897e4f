package io.paperflow.bench;

import io.paperflow.embedded.StartFailure;
import io.paperflow.formats.MediaTypes;
import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import io.paperflow.schemas.UnreadableRecordException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The fetcher's memory while it reads a large file of many records. */
@Command(
    name = "snapshot",
    description = "The fetcher alone on arXiv's snapshot: its memory, and that no line is missing.",
    mixinStandardHelpOptions = true)
final class Snapshot implements Callable<Integer> {

  private static final int LOOKS = 10;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final double GIVE_UP_SECONDS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--papers",
      defaultValue = "1000000",
      description = "Lines of the snapshot (default: ${DEFAULT-VALUE}).")
  private int papers;

  @Mixin private Workplace workplace = new Workplace();

  private final AvroCodec<RawDocument> codec = AvroCodec.of(RawDocument.class);

  /**
   * What was found.
   *
   * @param seconds from the fetcher's start to its last line
   * @param live megabytes of objects after full collections in the course of the reading
   */
  record Found(int papers, double seconds, ProcessUse fetcher, List<Integer> live) {

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("lines", Integer.toString(papers));
      line.put("lines/s", "%.0f".formatted(papers / seconds));
      line.put("CPU s", "%.1f".formatted(fetcher.cpuSeconds()));
      line.put("peak MB", Long.toString(fetcher.peakMegabytes()));
      line.put("MB live on the heap, in course", live.toString());
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    Results results = workplace.results("snapshot");
    try (Servers servers = Servers.start(workplace.folder())) {
      Path file = servers.folder().resolve("snapshot.jsonl");
      workplace.write(papers, file);
      servers.awaitQuiet();
      Found found = read(servers, file);
      Path written = results.save(found, List.of(found.line()));
      found.line().forEach((name, value) -> System.out.println(name + ": " + value));
      workplace.console().say("written to " + written);
      return 0;
    }
  }

  private Found read(Servers servers, Path file) throws IOException, InterruptedException {
    String kafka = servers.kafka().bootstrapServers();
    GcLog collections = new GcLog(servers.folder().resolve("gc.log"));
    double begun = now();
    try (ServiceProcess fetcher =
        ServiceProcess.fetcher(
            kafka,
            Map.of(
                "PAPERFLOW_SOURCES_HUGGINGFACE_DAILY_PAPERS_ENABLED", "false",
                "PAPERFLOW_SOURCES_ARXIV_RSS_ENABLED", "false",
                "PAPERFLOW_SOURCES_ARXIV_OAI_ENABLED", "false",
                "PAPERFLOW_SOURCES_ARXIV_SNAPSHOT_ENABLED", "true",
                "PAPERFLOW_SOURCES_ARXIV_SNAPSHOT_OPTIONS_FILE", file.toString()),
            collections,
            servers.folder().resolve("logs/fetcher.log"))) {
      await(kafka, fetcher.pid());
      return new Found(papers, now() - begun, fetcher.use(), collections.live());
    }
  }

  /** Reads what the fetcher publishes until all lines are there, none of them twice. */
  private void await(String kafka, long pid) throws IOException, InterruptedException {
    long lines = 0;
    int look = 1;
    double moved = now();
    try (Consumer<byte[], byte[]> consumer = CommittedReader.open(kafka)) {
      CommittedReader.follow(consumer, Topics.RAW, PATIENCE);
      while (lines < papers) {
        long before = lines;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          lines += lines(record.value());
        }
        if (lines > before) {
          moved = now();
        } else if (now() - moved > GIVE_UP_SECONDS) {
          throw new IOException("no more than %d of %d lines came".formatted(lines, papers));
        }
        while (lines < papers && lines >= (long) papers * look / LOOKS) {
          GcLog.collect(pid);
          look++;
        }
        workplace.console().show(lines + " of " + papers + " lines are published");
      }
    }
    if (lines != papers) {
      throw new IOException("%d lines came of %d".formatted(lines, papers));
    }
  }

  private long lines(byte[] value) throws IOException {
    try {
      RawDocument document = codec.decode(value);
      if (!document.getMediaType().equals(MediaTypes.ARXIV_SNAPSHOT)) {
        throw new IOException("published as " + document.getMediaType());
      }
      ByteBuffer bytes = document.getBytes();
      long lines = 0;
      for (int i = bytes.position(); i < bytes.limit(); i++) {
        if (bytes.get(i) == '{' && (i == bytes.position() || bytes.get(i - 1) == '\n')) {
          lines++;
        }
      }
      return lines;
    } catch (UnreadableRecordException e) {
      throw new IOException(e);
    }
  }

  private static double now() {
    return System.nanoTime() / 1e9;
  }
}

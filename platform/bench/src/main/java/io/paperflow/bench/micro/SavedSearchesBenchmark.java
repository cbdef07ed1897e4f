package io.paperflow.bench.micro;

import io.paperflow.catalogue.paper.Author;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.match.SavedSearches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Papers of 150 words against ten thousand saved searches of two or three words, of which one in
 * ten has a phrase, one in ten a category and one in fifty asks for code alone. Words are drawn as
 * in texts: the n-th most frequent one with a weight of one over n.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class SavedSearchesBenchmark {

  private static final int SEARCHES = 10_000;

  /** As many as the service takes at once while more wait. */
  private static final int PAPERS = 200;

  private static final int WORDS = 20_000;
  private static final int ABSTRACT = 150;

  private final SavedSearches searches = new SavedSearches();
  private final List<Paper> papers = new ArrayList<>();
  private final Random random = new Random(1);
  private double matches;

  /** Makes the searches and the papers. */
  @Setup
  public void setUp() {
    for (int i = 0; i < SEARCHES; i++) {
      searches.put("s" + i, Map.of("search", search(i)));
    }
    for (int i = 0; i < PAPERS; i++) {
      papers.add(paper(i));
    }
    matches = searches.match(papers).stream().mapToInt(Map::size).average().orElse(0);
    System.out.printf("%n%.1f searches find a paper%n", matches);
  }

  private String search(int number) {
    String words = sought() + " " + sought();
    return switch (number % 50) {
      case 0 -> "has:code stars:>" + (500 + number % 500);
      case 10, 20, 30, 40, 49 -> '"' + words + '"';
      case 5, 15, 25, 35, 45 -> words + " category:cs.CL";
      default -> number % 2 == 0 ? words : words + " " + sought();
    };
  }

  /** Nobody searches for the hundred most frequent words. */
  private String sought() {
    return "w" + letters(100 + frequent(WORDS - 100));
  }

  private String word() {
    return "w" + letters(frequent(WORDS));
  }

  /** By Zipf's law. */
  private int frequent(int most) {
    return (int) Math.exp(random.nextDouble() * Math.log(most)) - 1;
  }

  private static String letters(int number) {
    return Integer.toString(number, Character.MAX_RADIX);
  }

  private String words(int count) {
    return IntStream.range(0, count).mapToObj(_ -> word()).collect(Collectors.joining(" "));
  }

  private Paper paper(int number) {
    return new Paper(
        "arxiv:" + number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        words(9),
        Optional.of(words(ABSTRACT)),
        List.of(new Author(words(2), Optional.empty()), new Author(words(2), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        List.of(number % 3 == 0 ? "cs.CL" : "cs.CV"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        List.of("arxiv"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        number % 4 == 0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Papers a second. */
  @Benchmark
  @OperationsPerInvocation(PAPERS)
  public Object match() {
    return searches.match(papers);
  }

  /** Closes what was made. */
  @TearDown
  public void tearDown() {
    searches.close();
  }
}

package io.paperflow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The micro benchmarks, run by JMH. */
@Command(
    name = "micro",
    description = "Papers a second through each step of the way, one thread (JMH).",
    mixinStandardHelpOptions = true)
final class Micro implements Callable<Integer> {

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "Measured seconds of each benchmark (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Parameters(
      arity = "0..1",
      defaultValue = "io.paperflow.bench.micro",
      description = "Regular expression of the benchmarks to run (default: all).")
  private String include = "";

  @Mixin private Workplace workplace = new Workplace();

  /** Papers a second, with the half width of the 99.9 % confidence interval. */
  record Score(String benchmark, double papersPerSecond, double error) {

    static Score of(RunResult result) {
      String parameters =
          result.getParams().getParamsKeys().stream()
              .map(name -> " " + name + "=" + result.getParams().getParam(name))
              .collect(Collectors.joining());
      String name = result.getParams().getBenchmark();
      return new Score(
          name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1) + parameters,
          result.getPrimaryResult().getScore(),
          result.getPrimaryResult().getScoreError());
    }

    Map<String, String> line() {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("benchmark", benchmark);
      line.put("papers/s", "%.0f".formatted(papersPerSecond));
      line.put("±", "%.0f".formatted(error));
      return line;
    }
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    Results results = workplace.results("micro");
    Collection<RunResult> run =
        new Runner(
                new OptionsBuilder()
                    .include(include)
                    .shouldFailOnError(true)
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(iterations)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    List<Score> scores = run.stream().map(Score::of).toList();
    Path file = results.save(scores, scores.stream().map(Score::line).toList());
    workplace.console().say("written to " + file);
    return 0;
  }
}

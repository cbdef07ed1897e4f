package io.paperflow.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where results are kept: all of a run as JSON in a file of its own, and its essence as a line of
 * the benchmark's table.
 */
final class Results {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final String benchmark;
  private final Machine machine;

  Results(Path folder, String benchmark, Machine machine) {
    this.folder = folder;
    this.benchmark = benchmark;
    this.machine = machine;
  }

  /** Writes what was found and returns the JSON file. */
  Path save(Object found, Iterable<Map<String, String>> lines) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(benchmark + "-" + machine.at().replaceAll("[-:]", "") + ".json");
    ObjectNode json = JSON.createObjectNode().put("benchmark", benchmark);
    json.set("machine", JSON.valueToTree(machine));
    json.set("found", JSON.valueToTree(found));
    JSON.writeValue(file.toFile(), json);
    for (Map<String, String> line : lines) {
      append(line);
    }
    return file;
  }

  /** A line of the table; its columns are the same in all of a benchmark's runs. */
  private void append(Map<String, String> cells) throws IOException {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("at (UTC)", machine.at());
    line.putAll(cells);
    line.put("cores", Integer.toString(machine.cores()));
    line.put("load before", "%.1f".formatted(machine.load()));
    line.put("JDK", machine.java());
    Path table = folder.resolve(benchmark + ".md");
    List<String> rows = new ArrayList<>();
    if (!Files.exists(table)) {
      rows.add(row(line.keySet()));
      rows.add("|" + "---|".repeat(line.size()));
    }
    rows.add(row(line.values()));
    Files.write(table, rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String row(Iterable<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}

package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Builds the next index of papers with the mapping of this release while papers are read and
 * written, and puts it in the place of the present one. The old index is kept, read-only, until it
 * is told to go. Run one at a time; what an earlier run left half-done is thrown away.
 *
 * <p>It copies until few documents differ, then lets nobody write while it settles the rest and
 * compares every document, and swaps the alias in one step. Readers see no gap; writers wait and go
 * on in the new index.
 */
public final class Reindex {

  /** So few differences are settled while nobody writes. */
  private static final long FEW = 1_000;

  /** Passes while others write, however much they write. */
  private static final int MOST_PASSES = 5;

  /** Passes while nobody writes: one settles the rest, one finds nothing more. */
  private static final int MOST_STILL_PASSES = 3;

  private static final String NEXT = IndexNames.PAPERS + "-next";
  private static final Pattern NUMBERED = Pattern.compile(IndexNames.PAPERS + "-(\\d{6})");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;

  /** In the cluster behind the given connection. */
  public Reindex(ElasticsearchHttp http) {
    this.http = http;
  }

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Called for each paper.
     *
     * @param step what is done
     * @param papers how many of them are done in this step
     */
    void at(String step, long papers);
  }

  /**
   * What it did.
   *
   * @param from the index that was the present one; read-only now
   * @param to the index that is
   * @param papers in each of them when they were compared
   * @param hash of the papers of each of them, whatever their order
   */
  public record Done(String from, String to, long papers, String hash) {}

  /**
   * Reindexes.
   *
   * @throws IOException when Elasticsearch does not answer or refuses, or there is nothing to
   *     reindex; the present index is as before then
   */
  public Done run(Progress progress) throws IOException, InterruptedException {
    String from = present();
    removeHalfDone();
    String to = create();
    IndexCopy copy = new IndexCopy(http, from, NEXT);
    IndexCopy.Pass pass = copy.run(papers -> progress.at("copied", papers));
    for (int passes = 1; passes < MOST_PASSES && pass.differences() > FEW; passes++) {
      pass = copy.run(papers -> progress.at("caught up", papers));
    }
    block(from, true);
    boolean swapped = false;
    try {
      int passes = 0;
      do {
        if (passes++ == MOST_STILL_PASSES) {
          throw new IOException(
              "%s and %s still differ in %d papers though nobody may write: see their settings"
                  .formatted(from, to, pass.differences()));
        }
        pass = copy.run(papers -> progress.at("compared", papers));
      } while (pass.differences() > 0);
      swap(from, to);
      swapped = true;
    } finally {
      if (!swapped) {
        block(from, false);
      }
    }
    return new Done(from, to, pass.papers(), pass.hash());
  }

  /**
   * Removes all indices of papers but the present one.
   *
   * @return their names
   */
  public List<String> removeOld() throws IOException, InterruptedException {
    String present = present();
    List<String> old = indices().stream().filter(index -> !index.equals(present)).toList();
    for (String index : old) {
      ask("DELETE", "/" + index);
    }
    return old;
  }

  /** The index behind the alias. */
  private String present() throws IOException, InterruptedException {
    JsonNode answer = ask("GET", "/_alias/" + IndexNames.PAPERS);
    List<String> names = answer.propertyStream().map(Map.Entry::getKey).toList();
    if (names.size() != 1) {
      throw new IOException(
          "alias %s stands for %d indices, it must be one: see GET _alias/%s"
              .formatted(IndexNames.PAPERS, names.size(), IndexNames.PAPERS));
    }
    return names.getFirst();
  }

  private List<String> indices() throws IOException, InterruptedException {
    return ask("GET", "/" + IndexNames.PAPERS + "-*/_settings/index.uuid")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> NUMBERED.matcher(name).matches())
        .sorted()
        .toList();
  }

  private void removeHalfDone() throws IOException, InterruptedException {
    List<String> halfDone = new ArrayList<>();
    for (Map.Entry<String, JsonNode> index :
        ask("GET", "/" + IndexNames.PAPERS + "-*/_alias").properties()) {
      if (index.getValue().path("aliases").has(NEXT)) {
        halfDone.add(index.getKey());
      }
    }
    for (String index : halfDone) {
      ask("DELETE", "/" + index);
    }
  }

  private String create() throws IOException, InterruptedException {
    int number =
        indices().stream()
            .map(NUMBERED::matcher)
            .filter(matcher -> matcher.matches())
            .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
            .max()
            .orElse(0);
    String next = "%s-%06d".formatted(IndexNames.PAPERS, number + 1);
    ObjectNode body = IndexLayout.definition(IndexNames.PAPERS);
    body.putObject("aliases").putObject(NEXT);
    ask("PUT", "/" + next, body);
    return next;
  }

  private void block(String index, boolean blocked) throws IOException, InterruptedException {
    ask(
        "PUT",
        "/" + index + "/_settings",
        JSON.createObjectNode().put("index.blocks.write", blocked));
  }

  private void swap(String from, String to) throws IOException, InterruptedException {
    ask("POST", "/" + to + "/_refresh");
    ObjectNode body = JSON.createObjectNode();
    ArrayNode actions = body.putArray("actions");
    actions
        .addObject()
        .putObject("remove")
        .put("index", from)
        .put("alias", IndexNames.PAPERS)
        .put("must_exist", true);
    actions.addObject().putObject("remove").put("index", to).put("alias", NEXT);
    actions
        .addObject()
        .putObject("add")
        .put("index", to)
        .put("alias", IndexNames.PAPERS)
        .put("is_write_index", true);
    ask("POST", "/_aliases", body);
  }

  private JsonNode ask(String method, String path) throws IOException, InterruptedException {
    return IndexScan.answer(http, new Request(method, path), method + " " + path);
  }

  private JsonNode ask(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    Request request = new Request(method, path);
    request.setJsonEntity(body.toString());
    return IndexScan.answer(http, request, method + " " + path);
  }
}

package io.paperflow.indexer.index;

import static io.paperflow.pipeline.FailureCategory.PERMANENT;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.pipeline.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sends one body in requests of bounded size. A request refused because of what it holds is halved
 * until the item that is to blame stands alone. Whoever does not answer, or asks for less, is not
 * asked again before the caller's back-off: the items not yet sent share that failure. Not
 * thread-safe.
 */
final class BulkRequests {

  private final ElasticsearchHttp http;
  private final String alias;
  private final int mostBytes;
  private final BulkBody body;
  private final List<ItemResult> results;
  private Optional<Failure> stopped = Optional.empty();

  private BulkRequests(ElasticsearchHttp http, String alias, int mostBytes, BulkBody body) {
    this.http = http;
    this.alias = alias;
    this.mostBytes = mostBytes;
    this.body = body;
    this.results = new ArrayList<>(body.size());
  }

  /**
   * Sends a body and returns the result of each item, in order.
   *
   * @param alias of the index
   * @param mostBytes a request holds no more, unless a single item does
   */
  static List<ItemResult> send(ElasticsearchHttp http, String alias, int mostBytes, BulkBody body)
      throws InterruptedException {
    BulkRequests requests = new BulkRequests(http, alias, mostBytes, body);
    int from = 0;
    while (from < body.size()) {
      int to = requests.end(from);
      requests.send(from, to);
      from = to;
    }
    return requests.results;
  }

  private int end(int from) {
    int to = from + 1;
    while (to < body.size() && body.bytes(from, to + 1) <= mostBytes) {
      to++;
    }
    return to;
  }

  private void send(int from, int to) throws InterruptedException {
    if (stopped.isPresent()) {
      fail(to - from, stopped.get());
      return;
    }
    try {
      Answer answer = http.send(request(from, to));
      if (answer.status() == 200) {
        accept(BulkAnswer.items(answer.body()), to - from);
      } else {
        refused(from, to, BulkVerdicts.of(BulkAnswer.error(answer.status(), answer.body())));
      }
    } catch (IOException e) {
      stop(to - from, BulkVerdicts.of(e));
    }
  }

  private void accept(List<ItemResult> items, int expected) {
    if (items.size() == expected) {
      results.addAll(items);
    } else {
      stop(
          expected,
          BulkVerdicts.malformed(
              "%d results for %d items of a bulk".formatted(items.size(), expected)));
    }
  }

  private void refused(int from, int to, Failure failure) throws InterruptedException {
    if (failure.category() != PERMANENT) {
      stop(to - from, failure);
    } else if (to - from == 1) {
      fail(1, failure);
    } else {
      int middle = (from + to) >>> 1;
      send(from, middle);
      send(middle, to);
    }
  }

  private void stop(int items, Failure failure) {
    stopped = Optional.of(failure);
    fail(items, failure);
  }

  private void fail(int items, Failure failure) {
    results.addAll(Collections.nCopies(items, new ItemResult.Failed(failure)));
  }

  private Request request(int from, int to) {
    Request request = new Request("POST", "/" + alias + "/_bulk");
    request.addParameter("filter_path", BulkAnswer.FILTER);
    // Where indices are made automatically, a missing alias would become an index without mapping.
    request.addParameter("require_alias", "true");
    // Elasticsearch waits this long for a missing primary shard, and then says so.
    request.addParameter("timeout", "10s");
    request.setEntity(body.entity(from, to));
    return request;
  }
}

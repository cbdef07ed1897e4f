package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.paper.DailyListing;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.PaperIdentifier;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.PaperIndex;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import io.paperflow.catalogue.query.SearchText;
import io.paperflow.catalogue.query.SourceState;
import io.paperflow.catalogue.query.Suggestion;
import io.paperflow.elastic.IndexNames;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The papers in Elasticsearch. */
@Singleton
final class ElasticPaperIndex implements PaperIndex {

  /** What is tried when nothing is found. */
  private static final List<Matching> WIDER = List.of(Matching.SIMILAR, Matching.CLOSEST);

  private final ElasticsearchClient client;
  private final PageReader reader;
  private final Snapshots snapshots;
  private final TitleLookup titles;
  private final NearTexts near;
  private final Heads heads;

  ElasticPaperIndex(
      ElasticsearchClient client, ObjectMapper mapper, InstantSource clock, QueryModel model) {
    this.client = client;
    near = new NearTexts(client, model, clock);
    heads = new Heads(client);
    reader = new PageReader(mapper);
    snapshots = new Snapshots(client, clock);
    titles = new TitleLookup(client);
  }

  @Override
  public SearchResult search(SearchRequest request) {
    if (!request.ownsCursor()) {
      throw InvalidSearchException.cursor();
    }
    return answered(
        () ->
            request.cursor().isPresent()
                ? nextPage(request, request.cursor().get())
                : firstPage(request));
  }

  @Override
  public void forget(Cursor next) {
    next.snapshot().ifPresent(snapshots::close);
  }

  @Override
  public Optional<Paper> find(String id) {
    if (id.length() > PaperIdentifier.MAX_LENGTH) {
      return Optional.empty();
    }
    return papers(request(s -> s.query(identified(id)).size(1).source(PageRequest.SHOWN))).stream()
        .findFirst();
  }

  @Override
  public List<Paper> similar(Paper paper, int size) {
    return papers(SimilarPapers.to(paper.id(), size));
  }

  @Override
  public List<Suggestion> suggest(String typed, int size) {
    if (!Suggestions.isEnough(typed) || typed.length() > PaperIdentifier.MAX_LENGTH) {
      return List.of();
    }
    return answered(
        () ->
            Suggestions.of(
                typed,
                client
                    .search(Suggestions.request(typed, size), ObjectNode.class)
                    .hits()
                    .hits()
                    .stream()
                    .flatMap(hit -> Optional.ofNullable(hit.source()).stream())
                    .toList(),
                size));
  }

  @Override
  public List<SourceState> sources() {
    return answered(
        () ->
            SourceStates.of(
                client.search(SourceStates.request(), ObjectNode.class).aggregations()));
  }

  @Override
  public List<Paper> naming(String url, int size) {
    return papers(
        request(
            s ->
                s.query(q -> q.term(t -> t.field("repositories.url").value(url)))
                    .sort(PageRequest.sort(Order.DATE))
                    .size(size)
                    .source(PageRequest.SHOWN)));
  }

  @Override
  public Optional<LocalDate> newestList() {
    return papers(
            request(
                s ->
                    s.query(q -> q.exists(e -> e.field("daily.date")))
                        .sort(o -> o.field(f -> f.field("daily.date").order(SortOrder.Desc)))
                        .size(1)
                        .source(PageRequest.SHOWN)))
        .stream()
        .findFirst()
        .flatMap(Paper::daily)
        .flatMap(DailyListing::date);
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest request(
      UnaryOperator<co.elastic.clients.elasticsearch.core.SearchRequest.Builder> rest) {
    return rest.apply(
            new co.elastic.clients.elasticsearch.core.SearchRequest.Builder()
                .index(IndexNames.PAPERS))
        .build();
  }

  private List<Paper> papers(co.elastic.clients.elasticsearch.core.SearchRequest request) {
    return answered(
        () ->
            client.search(request, ObjectNode.class).hits().hits().stream()
                .map(reader::paper)
                .toList());
  }

  /** What is asked of Elasticsearch. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T answered(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw ElasticFailures.unavailable(e);
    } catch (ElasticsearchException e) {
      throw ElasticFailures.of(e);
    }
  }

  private SearchResult firstPage(SearchRequest request) throws IOException {
    // By date the order hardly changes while papers arrive; relevance changes with each of them.
    Optional<String> snapshot =
        request.order() == Order.RELEVANCE ? snapshots.open() : Optional.empty();
    Matching reading = reading(request.text());
    List<String> meant = reading == Matching.TITLE ? List.of() : near.to(request);
    SearchResult result =
        meant.isEmpty()
            ? byWords(request, reading, snapshot)
            : page(request, snapshot, heads.of(request, readings(reading), meant));
    if (result.next().isEmpty()) {
      snapshot.ifPresent(snapshots::close);
    }
    return result;
  }

  private SearchResult byWords(SearchRequest request, Matching reading, Optional<String> snapshot)
      throws IOException {
    SearchResult result = page(request, snapshot, Head.words(reading));
    for (Matching wider : WIDER) {
      if (result.total() == 0 && !request.text().wanted().isEmpty()) {
        result = page(request, snapshot, Head.words(wider));
      }
    }
    return result;
  }

  private static List<Matching> readings(Matching first) {
    return Stream.concat(Stream.of(first), WIDER.stream()).toList();
  }

  private Matching reading(SearchText text) throws IOException {
    return text.hasOperators() && titles.has(text.text()) ? Matching.TITLE : Matching.EVERY_WORD;
  }

  private static Cursor start(SearchRequest request, Matching matching, Optional<String> snapshot) {
    return new Cursor(request.fingerprint(), matching, snapshot, List.of());
  }

  private SearchResult nextPage(SearchRequest request, Cursor cursor) throws IOException {
    try {
      List<String> meant = cursor.matching() == Matching.TITLE ? List.of() : near.to(request);
      Head head =
          meant.isEmpty()
              ? Head.words(cursor.matching())
              : heads.of(request, List.of(cursor.matching()), meant);
      SearchResult result = page(request, cursor, head);
      if (result.next().isEmpty()) {
        cursor.snapshot().ifPresent(snapshots::close);
      }
      return result;
    } catch (ElasticsearchException e) {
      if (cursor.snapshot().isPresent() && ElasticFailures.isSnapshotGone(e)) {
        return nextPage(request, cursor.withoutSnapshot());
      }
      if (e.status() == 400) {
        throw InvalidSearchException.cursor();
      }
      throw e;
    }
  }

  private SearchResult page(SearchRequest request, Optional<String> snapshot, Head head)
      throws IOException {
    return page(request, start(request, head.matching(), snapshot), head);
  }

  private SearchResult page(SearchRequest request, Cursor start, Head head) throws IOException {
    List<String> ids = head.page(start.after(), request.size());
    if (ids.size() > request.size()) {
      Optional<SearchResult> within = headPage(request, start, head, ids);
      if (within.isPresent()) {
        return within.get();
      }
    }
    return reader.page(
        request, start, client.search(PageRequest.of(request, start, head), ObjectNode.class));
  }

  /** Empty when one of the papers is gone meanwhile: then the whole query says what is there. */
  private Optional<SearchResult> headPage(
      SearchRequest request, Cursor start, Head head, List<String> ids) throws IOException {
    var answer = client.search(PageRequest.of(request, start, ids), ObjectNode.class);
    Map<String, Hit<ObjectNode>> found = new HashMap<>();
    answer.hits().hits().forEach(hit -> found.put(PageReader.id(hit), hit));
    List<Hit<ObjectNode>> inOrder =
        ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    return inOrder.size() < ids.size()
        ? Optional.empty()
        : Optional.of(
            reader.page(request, start, head, inOrder, Optional.ofNullable(answer.pitId())));
  }

  /** The paper with this very id comes before one which has it as another identifier. */
  private static Query identified(String id) {
    Query same = Query.of(q -> q.term(t -> t.field("id").value(id).boost(2f)));
    Query former = Query.of(q -> q.term(t -> t.field("aliases").value(id)));
    return PaperIdentifier.in(id)
        .map(identifier -> IdentifierQuery.of(identifier, 1))
        .map(other -> Query.of(q -> q.bool(b -> b.should(same).should(other).should(former))))
        .orElseGet(() -> Query.of(q -> q.bool(b -> b.should(same).should(former))));
  }
}

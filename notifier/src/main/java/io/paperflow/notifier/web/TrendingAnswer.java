package io.paperflow.notifier.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.trend.TrendList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rises, as the API tells it.
 *
 * @param window day, week or month
 * @param since when counting began
 * @param cold whether counting began within the window
 * @param papers the highest score first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TrendingAnswer(
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
    String window,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> since,
    boolean cold,
    List<TrendingPaper> papers) {

  TrendingAnswer {
    papers = List.copyOf(papers);
  }

  static TrendingAnswer of(TrendList list, Map<String, Paper> papers) {
    return new TrendingAnswer(
        list.at(),
        list.window().label(),
        list.since(),
        list.cold(),
        list.trends().stream()
            .map(trend -> TrendingPaper.of(trend, list.window(), papers))
            .toList());
  }
}

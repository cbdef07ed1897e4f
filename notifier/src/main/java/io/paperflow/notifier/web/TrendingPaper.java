package io.paperflow.notifier.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.trend.Gains;
import io.paperflow.notifier.trend.Trend;
import io.paperflow.notifier.trend.TrendWords;
import io.paperflow.notifier.trend.Window;
import java.util.Map;
import java.util.Optional;

/**
 * A paper that rises, as the API tells it.
 *
 * @param id its key
 * @param why the gains in words
 * @param paper as the index has it now; missing when it does not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TrendingPaper(
    String id,
    double score,
    Gains gains,
    boolean hasCode,
    boolean codeIsNew,
    double ageHours,
    String why,
    Optional<Paper> paper) {

  static TrendingPaper of(Trend trend, Window window, Map<String, Paper> papers) {
    return new TrendingPaper(
        trend.paper(),
        trend.score(),
        trend.gains(),
        trend.hasCode(),
        trend.codeIsNew(),
        trend.ageHours(),
        TrendWords.why(trend, window),
        Optional.ofNullable(papers.get(trend.paper())));
  }
}

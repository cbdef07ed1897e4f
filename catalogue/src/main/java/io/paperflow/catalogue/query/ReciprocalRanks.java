package io.paperflow.catalogue.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): what is at rank r of a list, from 1,
 * has 1 / (60 + r) of it. Scores of the lists need not be comparable. Of two that are equal the one
 * that an earlier list has, or has earlier, comes first.
 */
public final class ReciprocalRanks {

  private static final int CONSTANT = 60;

  private ReciprocalRanks() {}

  /** All that is in any of the lists, each once, the best first. */
  public static List<String> fuse(List<List<String>> lists) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (List<String> list : lists) {
      int rank = 0;
      for (String id : list.stream().distinct().toList()) {
        scores.merge(id, 1.0 / (CONSTANT + ++rank), Double::sum);
      }
    }
    List<Map.Entry<String, Double>> entries = new ArrayList<>(scores.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return entries.stream().map(Map.Entry::getKey).toList();
  }
}

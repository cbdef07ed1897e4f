package io.paperflow.indexer.index;

import io.paperflow.indexer.identity.Claims;
import io.paperflow.indexer.identity.Identity;
import io.paperflow.indexer.identity.Names;
import io.paperflow.pipeline.Delivery;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a batch gives to papers. Not to be changed once made.
 *
 * @param byName what is claimed
 * @param places the items that claim a name
 * @param byKey the items with keys that may lead to other papers
 */
record ClaimedNames(
    Map<String, Identity> byName,
    Map<String, List<Integer>> places,
    Map<String, List<Integer>> byKey) {

  static ClaimedNames of(List<Delivery<EnrichedPaper>> items) {
    Map<String, Identity> byName = LinkedHashMap.newLinkedHashMap(2 * items.size());
    Map<String, List<Integer>> places = new HashMap<>();
    Map<String, List<Integer>> byKey = new LinkedHashMap<>();
    for (int place = 0; place < items.size(); place++) {
      PaperRecord paper = items.get(place).value().getPaper();
      for (Identity claim : Claims.of(paper)) {
        byName.merge(claim.name(), claim, Identity::merge);
        places.computeIfAbsent(claim.name(), _ -> new ArrayList<>(1)).add(place);
      }
      if (Names.of(paper.getPaperKey()).isPresent()) {
        byKey.computeIfAbsent(paper.getPaperKey(), _ -> new ArrayList<>(1)).add(place);
      }
    }
    return new ClaimedNames(byName, places, byKey);
  }

  /** Items that a name concerns. */
  List<Integer> places(String name) {
    return places.getOrDefault(name, List.of());
  }

  /** Items that some of these names or keys concern. */
  List<Integer> places(Collection<Identity> names, Collection<String> keys) {
    Set<Integer> all = new TreeSet<>();
    names.forEach(identity -> all.addAll(places(identity.name())));
    keys.forEach(key -> all.addAll(byKey.getOrDefault(key, List.of())));
    return List.copyOf(all);
  }

  /** Names by which statements may have to move, as they are known after the batch's claims. */
  static List<Identity> contested(Collection<Identity> known) {
    return known.stream().filter(identity -> identity.contested().findAny().isPresent()).toList();
  }
}

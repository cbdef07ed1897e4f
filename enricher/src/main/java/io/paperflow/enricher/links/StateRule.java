package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.List;
import java.util.Set;

/** Whether a link is there already or promised, by its sentence. */
final class StateRule {

  private static final int WORDS_AFTER = 5;
  private static final int WORDS_TO_EVENT = 4;
  private static final Set<String> NO_WORDS = Set.of("(", ")", ",", "which");

  private final Set<String> states;
  private final Set<String> modals;
  private final Set<String> verbs;
  private final Set<String> places;
  private final Set<String> adverbs;
  private final Set<String> asserted;
  private final Set<String> soon;
  private final Set<String> conditions;
  private final Set<String> events;
  private final Set<String> labels;

  StateRule(Lexicon lexicon) {
    states = lexicon.list("publish-state");
    modals = lexicon.list("modal");
    verbs = lexicon.list("publish-verb");
    places = lexicon.list("place-word");
    adverbs = lexicon.list("adverb");
    asserted = lexicon.list("asserted");
    soon = lexicon.list("soon");
    conditions = lexicon.list("condition");
    events = lexicon.list("event");
    labels = lexicon.lists("label-noun", "label-filler");
  }

  /** The state of a link, whose role is known: nobody promises what is somebody else's. */
  LinkState state(Sentence sentence, LinkRole role) {
    if (role == LinkRole.THIRD_PARTY) {
      return LinkState.AVAILABLE;
    }
    boolean before = !sentence.isLabelled(labels) && isPromisedBefore(sentence.left());
    return before || isPromisedAfter(sentence.right()) ? LinkState.PROMISED : LinkState.AVAILABLE;
  }

  /** "… soon", "… (coming soon)", "… upon acceptance", "…, which will be released". */
  private boolean isPromisedAfter(List<String> right) {
    List<String> words =
        right.stream().filter(word -> !NO_WORDS.contains(word)).limit(WORDS_AFTER).toList();
    if (words.isEmpty()) {
      return false;
    }
    String first = words.getFirst();
    boolean intended = modals.contains(first) || (first.equals("to") && words.contains("be"));
    return words.stream().limit(2).anyMatch(soon::contains)
        || (conditions.contains(first) && words.stream().anyMatch(events::contains))
        || (intended && words.stream().anyMatch(states::contains));
  }

  private boolean isPromisedBefore(List<String> left) {
    for (int i = left.size() - 1; i >= 0; i--) {
      String word = left.get(i);
      if (soon.contains(word) || isNotYet(left, i)) {
        return true;
      }
      if (word.equals(";")) {
        return false;
      }
      if (isDone(left, i)) {
        return isConditional(left);
      }
      if (states.contains(word)) {
        return isIntended(left, i)
            || isConditional(left.subList(i, left.size()))
            || (!isAsserted(left, i) && isConditional(left));
      }
      if (isPromise(left, i)) {
        return true;
      }
    }
    return isConditional(left);
  }

  /** "we provide", "we also share". */
  private boolean isDone(List<String> left, int index) {
    if (!verbs.contains(left.get(index))) {
      return false;
    }
    int before = index - 1;
    while (before >= 0 && adverbs.contains(left.get(before))) {
      before--;
    }
    return before >= 0 && left.get(before).equals("we");
  }

  private static boolean isNotYet(List<String> left, int index) {
    return index > 0 && left.get(index).equals("yet") && left.get(index - 1).equals("not");
  }

  /** Whether "will", "plan to" and the like govern the word at an index. */
  private boolean isIntended(List<String> left, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (isPromise(left, i)) {
        return true;
      }
      if (asserted.contains(left.get(i)) || left.get(i).equals(";")) {
        return false;
      }
    }
    return false;
  }

  /**
   * "will release", "plan to make", "to appear", "will be available", "will be at", but not "will
   * be updated" or "will be useful".
   */
  private boolean isPromise(List<String> left, int index) {
    String word = left.get(index);
    int verb = afterAdverbs(left, index + 1);
    boolean infinitive = word.equals("to") && verb == index + 1;
    if (verb >= left.size() || !(infinitive || modals.contains(word))) {
      return false;
    }
    if (left.get(verb).equals("be")) {
      int next = afterAdverbs(left, verb + 1);
      return next >= left.size()
          || states.contains(left.get(next))
          || places.contains(left.get(next));
    }
    return infinitive ? left.get(verb).equals("appear") : verbs.contains(left.get(verb));
  }

  private int afterAdverbs(List<String> left, int index) {
    int i = index;
    while (i < left.size() && adverbs.contains(left.get(i))) {
      i++;
    }
    return i;
  }

  private boolean isAsserted(List<String> left, int index) {
    return left.subList(0, index).stream().anyMatch(asserted::contains);
  }

  private boolean isConditional(List<String> left) {
    for (int i = 0; i + 1 < left.size(); i++) {
      List<String> next = left.subList(i + 1, Math.min(left.size(), i + 1 + WORDS_TO_EVENT));
      if (conditions.contains(left.get(i)) && next.stream().anyMatch(events::contains)) {
        return true;
      }
    }
    return false;
  }
}

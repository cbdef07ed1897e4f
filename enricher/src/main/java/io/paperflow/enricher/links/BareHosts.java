package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells addresses without a scheme from file names, firms, categories and lost blanks. */
final class BareHosts {

  private static final int WORDS_BACK = 7;
  // Scheme, host and one name.
  private static final int PLAIN_SEGMENTS = 3;

  private final HostTable table;
  private final Set<String> fileDomains;
  private final Set<String> wordDomains;
  private final Set<String> archiveNames;
  private final Set<String> labels;
  private final Set<String> verbs;
  private final Set<String> states;

  BareHosts(HostTable table, Lexicon lexicon) {
    this.table = table;
    fileDomains = lexicon.list("file-domain");
    wordDomains = lexicon.list("word-domain");
    archiveNames = lexicon.list("archive-name");
    labels = lexicon.list("site-label");
    verbs = lexicon.list("site-verb");
    states = lexicon.list("publish-state");
  }

  /** Whether something that reads like an address without a scheme is one. */
  boolean isAddress(String text, Sighting sighting) {
    Optional<Target> target = sighting.target();
    if (target.isEmpty() || text.startsWith("@", sighting.end())) {
      return false;
    }
    LinkKind kind = target.get().kind();
    if (sighting.mends().contains(Mend.TYPO)) {
      return kind == LinkKind.CODE_REPO && !namesForges(target.get().url());
    }
    boolean path = text.substring(sighting.start(), sighting.end()).contains("/");
    boolean www = sighting.host().startsWith("www.");
    if (www || table.listed(sighting.host()).isPresent()) {
      return www || path || kind == LinkKind.PROJECT_PAGE || kind == LinkKind.DEMO;
    }
    return isPlausible(sighting.host())
        && ((path && !isNamesOfSites(sighting)) || isGivenAsAddress(text, sighting));
  }

  private boolean isPlausible(String host) {
    int dot = host.lastIndexOf('.');
    String topLevel = host.substring(dot + 1);
    String first = host.substring(0, host.indexOf('.'));
    boolean short_ = host.indexOf('.') == dot;
    return !archiveNames.contains(first)
        && !(short_ && (fileDomains.contains(topLevel) || wordDomains.contains(topLevel)))
        && first.chars().anyMatch(c -> Ascii.isLetter((char) c))
        && dot > 1;
  }

  /** {@code Fox.com/Hound} lists names: no address has so plain a path in capitals. */
  private static boolean isNamesOfSites(Sighting sighting) {
    String url = sighting.target().map(Target::url).orElse("");
    List<Address.Segment> segments = Address.segments(url);
    String last = segments.getLast().text();
    return segments.size() == PLAIN_SEGMENTS
        && Ascii.isUpper(last.charAt(0))
        && last.chars().allMatch(c -> Ascii.isLetter((char) c));
  }

  /** {@code GitHub/GitLab/Bitbucket} lists forges. */
  private boolean namesForges(String url) {
    return Address.segments(url).stream()
        .skip(2)
        .anyMatch(s -> table.listed(Domains.lower(s.text()) + ".com").isPresent());
  }

  private boolean isGivenAsAddress(String text, Sighting sighting) {
    List<String> left = Tokens.of(text, Sentence.start(text, sighting.start()), sighting.start());
    if (left.isEmpty()) {
      return isInMacro(text, sighting.start());
    }
    String last = left.getLast();
    boolean parenthesised =
        last.equals("(")
            && text.startsWith(")", sighting.end())
            && text.substring(sighting.start(), sighting.end()).equals(sighting.host());
    String before = left.size() > 1 ? left.get(left.size() - 2) : "";
    return parenthesised
        || isInMacro(text, sighting.start())
        || verbs.contains(last)
        || (last.equals(":") && (labels.contains(before) || before.equals("at")))
        || (last.equals("on") && states.contains(before))
        || ((last.equals("at") || last.equals("via") || last.equals(":")) && isPublished(left));
  }

  /** "can be found online at", but not "released by the staff at". */
  private boolean isPublished(List<String> left) {
    for (int i = left.size() - 1; i >= Math.max(0, left.size() - WORDS_BACK); i--) {
      if (states.contains(left.get(i))) {
        return true;
      }
      if (left.get(i).equals("by")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isInMacro(String text, int start) {
    return text.startsWith("\\url{", start - 5) || text.startsWith("\\href{", start - 6);
  }
}

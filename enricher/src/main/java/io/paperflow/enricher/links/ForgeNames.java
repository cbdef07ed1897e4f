package io.paperflow.enricher.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds {@code owner/name} beside a forge's name: {@code GitHub repository: a/b}. */
final class ForgeNames {

  private static final String HUB = "huggingface.co";
  private static final Set<String> DATASETS = Set.of("dataset", "datasets", "data");
  private static final Map<String, String> HOSTS =
      Map.of(
          "github", "github.com",
          "gitlab", "gitlab.com",
          "gitee", "gitee.com",
          "codeberg", "codeberg.org",
          "bitbucket", "bitbucket.org",
          "huggingface", HUB,
          "face", HUB);
  private static final int LONGEST_NAME = 100;
  private static final int CONTEXT = 60;
  private static final int WORDS = 6;

  private final HostTable table;
  private final Set<String> forgeWords;
  private final Set<String> linkWords;
  private final Set<String> commonNames;

  ForgeNames(HostTable table, Lexicon lexicon) {
    this.table = table;
    forgeWords = lexicon.list("forge-word");
    linkWords = lexicon.list("link-word");
    commonNames = lexicon.list("common-name");
  }

  /** The {@code owner/name} around a slash, if a forge is named beside it. */
  Optional<Sighting> at(String text, int slash, int floor) {
    int start = slash;
    while (start > floor && slash - start < LONGEST_NAME && Ascii.isLabel(text.charAt(start - 1))) {
      start--;
    }
    int end = slash + 1;
    while (end < text.length() && end - slash < LONGEST_NAME && Ascii.isName(text.charAt(end))) {
      end++;
    }
    while (end > slash + 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    if (start == slash || end == slash + 1 || !stands(text, start, end)) {
      return Optional.empty();
    }
    String owner = text.substring(start, slash);
    String name = text.substring(slash + 1, end);
    if (isPlain(owner) && isPlain(name)) {
      return Optional.empty();
    }
    int at = start;
    int to = end;
    return host(text, at, to, isDistinct(owner) || isDistinct(name))
        .flatMap(host -> read(host, owner + "/" + name, at, to));
  }

  private Optional<Sighting> read(String base, String path, int start, int end) {
    int slash = base.indexOf('/');
    String host = slash < 0 ? base : base.substring(0, slash);
    String tail = base.substring(host.length()) + "/" + path;
    HostRule rule = table.rule(host);
    return rule.forge()
        .read(new Address("https", host, tail), rule)
        .filter(target -> target.used() == tail.length())
        .map(
            target ->
                new Sighting(
                    start, end, Sighting.Form.OWNER_NAME, host, Set.of(), Optional.of(target)));
  }

  private static boolean stands(String text, int start, int end) {
    boolean left = start == 0 || "/.@\\$~".indexOf(text.charAt(start - 1)) < 0;
    boolean right = end == text.length() || "/@\\$_".indexOf(text.charAt(end)) < 0;
    return left && right && Ascii.isAlphanumeric(text.charAt(start));
  }

  private Optional<String> host(String text, int start, int end, boolean distinct) {
    List<String> left = Tokens.of(text, Math.max(0, start - CONTEXT), start);
    boolean datasets = false;
    boolean marked = !left.isEmpty() && (left.getLast().equals(":") || left.getLast().equals("("));
    if (distinct || marked) {
      for (int i = left.size() - 1; i >= Math.max(0, left.size() - WORDS); i--) {
        String host = HOSTS.get(left.get(i));
        if (host != null) {
          return Optional.of(datasets && host.equals(HUB) ? host + "/datasets" : host);
        }
        datasets |= DATASETS.contains(left.get(i));
        if (!linkWords.contains(left.get(i)) && ":(".indexOf(left.get(i)) < 0) {
          break;
        }
      }
    }
    return distinct
        ? named(Tokens.of(text, end, Math.min(text.length(), end + CONTEXT)))
        : Optional.empty();
  }

  /** The forge in "a/b on GitHub", "a/b GitHub repository". */
  private Optional<String> named(List<String> right) {
    for (String word : right.subList(0, Math.min(3, right.size()))) {
      String host = HOSTS.get(word);
      if (host != null) {
        return Optional.of(host);
      }
      if (!linkWords.contains(word) && !word.equals("(")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isPlain(String name) {
    String lower = Domains.lower(name);
    return commonNames.contains(lower) || forgeWords.contains(lower);
  }

  /** Whether a name is no plain word, and so is meant as a name. */
  private static boolean isDistinct(String name) {
    return name.chars().skip(1).anyMatch(c -> !Character.isLowerCase(c));
  }
}

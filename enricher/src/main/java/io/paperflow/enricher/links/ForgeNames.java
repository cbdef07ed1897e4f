package io.paperflow.enricher.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds {@code owner/name} beside a forge's name: {@code GitHub repository: a/b}. */
final class ForgeNames {

  /** Where the name of a forge leads: its host and what stands there before the owner. */
  private record Base(String host, String path) {

    static Base of(String host) {
      return new Base(host, "/");
    }
  }

  private static final Base HUB = Base.of("huggingface.co");
  private static final Base HUB_DATASETS = new Base("huggingface.co", "/datasets/");
  private static final Map<String, Base> BASES =
      Map.of(
          "github", Base.of("github.com"),
          "gitlab", Base.of("gitlab.com"),
          "gitee", Base.of("gitee.com"),
          "codeberg", Base.of("codeberg.org"),
          "bitbucket", Base.of("bitbucket.org"),
          "huggingface", HUB,
          "face", HUB);
  private static final Set<String> DATASETS = Set.of("dataset", "datasets", "data");
  private static final Set<String> OPENERS = Set.of(":", "(");
  private static final int LONGEST_NAME = 100;
  private static final int CONTEXT = 60;
  private static final int WORDS_BEFORE = 6;
  private static final int WORDS_AFTER = 3;

  private final HostTable table;
  private final Set<String> plainNames;
  private final Set<String> linkWords;

  ForgeNames(HostTable table, Lexicon lexicon) {
    this.table = table;
    plainNames = lexicon.lists("common-name", "forge-word");
    linkWords = lexicon.list("link-word");
  }

  /** The {@code owner/name} around a slash, if a forge is named beside it. */
  Optional<Sighting> at(String text, int slash, int floor) {
    int start = ownerStart(text, slash, floor);
    int end = nameEnd(text, slash + 1);
    if (start == slash || end == slash + 1 || !stands(text, start, end)) {
      return Optional.empty();
    }
    String owner = text.substring(start, slash);
    String name = text.substring(slash + 1, end);
    if (isPlain(owner) && isPlain(name)) {
      return Optional.empty();
    }
    boolean distinct = isDistinct(owner) || isDistinct(name);
    if (!distinct && !isOpened(text, start)) {
      return Optional.empty();
    }
    return base(text, start, end, distinct)
        .flatMap(base -> read(base, owner + "/" + name, start, end));
  }

  private static int ownerStart(String text, int slash, int floor) {
    int start = slash;
    while (start > floor && slash - start < LONGEST_NAME && Ascii.isLabel(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < LONGEST_NAME && Ascii.isName(text.charAt(end))) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean stands(String text, int start, int end) {
    boolean left = start == 0 || "/.@\\$~".indexOf(text.charAt(start - 1)) < 0;
    boolean right = end == text.length() || "/@\\$_".indexOf(text.charAt(end)) < 0;
    return left && right && Ascii.isAlphanumeric(text.charAt(start));
  }

  private boolean isPlain(String name) {
    return plainNames.contains(Domains.lower(name));
  }

  /** Whether a name is no plain word, and so is meant as a name. */
  private static boolean isDistinct(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isLowerCase(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpened(String text, int start) {
    int before = start - 1;
    while (before >= 0 && (Repaired.isBlank(text.charAt(before)) || isQuote(text.charAt(before)))) {
      before--;
    }
    return before >= 0 && OPENERS.contains(text.substring(before, before + 1));
  }

  private static boolean isQuote(char c) {
    return "{`'\"*".indexOf(c) >= 0;
  }

  private Optional<Base> base(String text, int start, int end, boolean distinct) {
    Optional<Base> before = namedBefore(Tokens.of(text, Math.max(0, start - CONTEXT), start));
    if (before.isPresent() || !distinct) {
      return before;
    }
    return namedAfter(Tokens.of(text, end, Math.min(text.length(), end + CONTEXT)));
  }

  /** The forge in "GitHub repository: a/b", "Hugging Face (dataset: a/b". */
  private Optional<Base> namedBefore(List<String> left) {
    boolean datasets = false;
    for (int i = left.size() - 1; i >= Math.max(0, left.size() - WORDS_BEFORE); i--) {
      String word = left.get(i);
      Base base = BASES.get(word);
      if (base != null) {
        return Optional.of(datasets && base.equals(HUB) ? HUB_DATASETS : base);
      }
      if (!linkWords.contains(word) && !OPENERS.contains(word)) {
        return Optional.empty();
      }
      datasets |= DATASETS.contains(word);
    }
    return Optional.empty();
  }

  /** The forge in "a/b on GitHub", "a/b GitHub repository". */
  private Optional<Base> namedAfter(List<String> right) {
    for (String word : right.subList(0, Math.min(WORDS_AFTER, right.size()))) {
      Base base = BASES.get(word);
      if (base != null) {
        return Optional.of(base);
      }
      if (!linkWords.contains(word) && !OPENERS.contains(word)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Sighting> read(Base base, String path, int start, int end) {
    HostRule rule = table.rule(base.host());
    String tail = base.path() + path;
    return rule.forge()
        .read(new Address("https", base.host(), tail), rule)
        .filter(target -> target.used() == tail.length())
        .map(
            target ->
                new Sighting(
                    start,
                    end,
                    Sighting.Form.OWNER_NAME,
                    base.host(),
                    Set.of(),
                    Optional.of(target)));
  }
}

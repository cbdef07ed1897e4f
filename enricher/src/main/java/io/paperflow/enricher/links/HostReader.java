package io.paperflow.enricher.links;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the host an address begins with, also broken or misspelt. */
final class HostReader {

  private static final Map<String, String> BY_WORD =
      Map.of(
          "github", "github.com",
          "gitlab", "gitlab.com",
          "bitbucket", "bitbucket.org",
          "huggingface", "huggingface.co");
  private static final List<String> OFTEN_MISSPELT =
      List.of("github.com", "gitlab.com", "huggingface.co");

  /** Of the names above. */
  private static final int SHORTEST_WORD = 6;

  private static final int MOST_BREAKS = 3;
  private static final int WIDEST_BREAK = 8;
  private static final int LONGEST = 253;

  private final Domains domains;
  private final HostTable table;
  private final Set<String> wordDomains;

  HostReader(Domains domains, HostTable table, Set<String> wordDomains) {
    this.domains = domains;
    this.table = table;
    this.wordDomains = wordDomains;
  }

  /**
   * Whether it is worth while to repair a text in order to read a host at an index: something like
   * a host stands there as it is, or what follows the first labels may be repaired.
   */
  boolean mayStandAt(String source, int at) {
    int end = at;
    int label = at;
    boolean topLevel = false;
    while (end < source.length() && end - at < LONGEST && Ascii.isName(source.charAt(end))) {
      if (source.charAt(end) == '.') {
        topLevel |= label > at && domains.isTopLevel(lower(source, label, end));
        label = end + 1;
      }
      end++;
    }
    boolean dotted = label > at && end > label;
    boolean ends = dotted && domains.isTopLevel(lower(source, label, end));
    boolean numeric = dotted && Ascii.isDigit(source.charAt(end - 1));
    if (topLevel || ends || numeric || end == source.length()) {
      return topLevel || ends || numeric;
    }
    char next = source.charAt(end);
    return Repaired.isBlank(next)
        || !Escape.startingWith(next).isEmpty()
        || (end - at >= SHORTEST_WORD && BY_WORD.containsKey(Address.bare(lower(source, at, end))));
  }

  Optional<Host> read(String text, int at, boolean afterScheme) {
    Host host = labels(text, at);
    for (int i = 0; i < MOST_BREAKS && !domains.isHost(host.name()); i++) {
      Optional<Host> joined = overBreak(text, host, afterScheme);
      if (joined.isEmpty()) {
        break;
      }
      host = joined.get();
    }
    return corrected(text, host, afterScheme);
  }

  /** The longest host with no blank in it. */
  private Host labels(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST) {
      char c = text.charAt(end);
      boolean dot = c == '.' && end + 1 < text.length() && Ascii.isLabel(text.charAt(end + 1));
      if (!Ascii.isLabel(c) && !dot) {
        break;
      }
      if (dot && startsSentence(text, end + 1) && domains.isHost(lower(text, at, end))) {
        return new Host(lower(text, at, end), end, Set.of(Mend.GLUED));
      }
      end++;
    }
    return new Host(lower(text, at, end), end, Set.of());
  }

  private static boolean startsSentence(String text, int at) {
    boolean lowerNext = at + 1 >= text.length() || !Ascii.isUpper(text.charAt(at + 1));
    return Ascii.isUpper(text.charAt(at)) && lowerNext;
  }

  private Optional<Host> overBreak(String text, Host host, boolean afterScheme) {
    int next = host.end();
    boolean dot = false;
    while (next < text.length() && next - host.end() < WIDEST_BREAK) {
      char c = text.charAt(next);
      if (c == '.' && !dot) {
        dot = true;
      } else if (!Repaired.isBlank(c)) {
        break;
      }
      next++;
    }
    if (next == host.end() || host.name().isEmpty()) {
      return Optional.empty();
    }
    Host rest = labels(text, next);
    String joined = host.name() + (dot ? "." : "") + rest.name();
    boolean path = rest.end() < text.length() && text.charAt(rest.end()) == '/';
    boolean site = afterScheme && dot && (path || isSite(host.name(), rest.name()));
    boolean whole = domains.isHost(joined) && (table.listed(joined).isPresent() || site);
    return whole ? Optional.of(host.mended(joined, rest.end(), Mend.SPLIT)) : Optional.empty();
  }

  /** "fox. org" but not "fox. In": a lone name and a top-level domain that is no word. */
  private boolean isSite(String name, String topLevel) {
    return name.indexOf('.') < 0 && !wordDomains.contains(topLevel);
  }

  private Optional<Host> corrected(String text, Host host, boolean afterScheme) {
    String name = host.name();
    boolean path = host.end() < text.length() && text.charAt(host.end()) == '/';
    String byWord = BY_WORD.get(Address.bare(name));
    if (path && byWord != null) {
      return Optional.of(host.mended(byWord, host.end(), Mend.TYPO));
    }
    if (path && table.listed(name).isEmpty()) {
      for (String often : OFTEN_MISSPELT) {
        if (Typos.isOneApart(Address.bare(name), often)) {
          return Optional.of(host.mended(often, host.end(), Mend.TYPO));
        }
      }
    }
    if (domains.isHost(name) || (afterScheme && Domains.isPublicAddress(name))) {
      return Optional.of(host);
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 && domains.isHost(name.substring(0, dot))
        ? Optional.of(
            host.mended(name.substring(0, dot), host.end() - (name.length() - dot), Mend.GLUED))
        : Optional.empty();
  }

  private static String lower(String text, int from, int to) {
    return Domains.lower(text.substring(from, to));
  }
}

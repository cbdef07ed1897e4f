package io.paperflow.enricher.links;

import java.util.Optional;
import java.util.Set;

/** Finds the address an anchor belongs to: where it begins, and whether it is one. */
final class Sightings {

  private static final String SHELL_USER = "git@";
  private static final int LONGEST_HOST = 100;
  private static final int WIDEST_BREAK = 4;

  private final AddressReader reader;
  private final BareHosts bareHosts;
  private final ForgeNames forgeNames;
  private final Domains domains;
  private final Set<String> gluedWords;
  private final Set<String> forges;

  Sightings(
      AddressReader reader,
      BareHosts bareHosts,
      ForgeNames forgeNames,
      Domains domains,
      Lexicon lexicon) {
    this.reader = reader;
    this.bareHosts = bareHosts;
    this.forgeNames = forgeNames;
    this.domains = domains;
    gluedWords = lexicon.list("glued-before");
    forges = lexicon.list("forge-word");
  }

  /** The address an anchor belongs to, looking back no further than {@code floor}. */
  Optional<Sighting> at(String text, int anchor, int floor) {
    int scheme = Scheme.startBefore(text, anchor, floor);
    if (scheme >= 0) {
      return reader.read(text, scheme);
    }
    Optional<Sighting> atHost = atHost(text, anchor, floor);
    return atHost.isEmpty() && text.charAt(anchor) == '/'
        ? forgeNames.at(text, anchor, floor)
        : atHost;
  }

  private Optional<Sighting> atHost(String text, int anchor, int floor) {
    int host = hostStart(text, anchor, floor);
    if (host == anchor) {
      return Optional.empty();
    }
    int scheme = Scheme.startBefore(text, host, floor);
    if (scheme >= 0) {
      return reader.read(text, scheme);
    }
    int user = host - SHELL_USER.length();
    if (user >= floor && text.startsWith(SHELL_USER, user)) {
      return reader.read(text, user);
    }
    boolean glued = host > runStart(text, anchor, floor);
    return glued || isOpen(text, host)
        ? reader.read(text, host).filter(sighting -> bareHosts.isAddress(text, sighting))
        : Optional.empty();
  }

  /**
   * Where the host begins that an anchor ends or stands in; the anchor itself when there is none.
   */
  private int hostStart(String text, int anchor, int floor) {
    int run = runStart(text, anchor, floor);
    String word = Domains.lower(text.substring(run, anchor));
    if (word.isEmpty() || isTopLevel(text, anchor, word)) {
      int broken = overBreak(text, run, floor);
      return broken < 0 ? run : broken;
    }
    for (String forge : forges) {
      int glued = word.length() - forge.length();
      if (glued > 0 && word.endsWith(forge) && gluedWords.contains(word.substring(0, glued))) {
        return run + glued;
      }
    }
    return run;
  }

  private static int runStart(String text, int end, int floor) {
    int start = end;
    while (start > floor && end - start < LONGEST_HOST && isHostCharacter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean isTopLevel(String text, int anchor, String word) {
    return text.charAt(anchor) == '/'
        && word.charAt(0) != '.'
        && !word.contains("..")
        && domains.isTopLevel(word.substring(word.lastIndexOf('.') + 1));
  }

  /** Where a forge's host begins that a blank parts from its top-level domain, -1 if none does. */
  private int overBreak(String text, int after, int floor) {
    int end = after;
    while (end > floor && after - end < WIDEST_BREAK && ". \n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = runStart(text, end, floor);
    boolean forge = end < after && forges.contains(Domains.lower(text.substring(start, end)));
    return forge ? start : -1;
  }

  private static boolean isHostCharacter(char c) {
    return Ascii.isLabel(c) || c == '.';
  }

  /** Whether an address may begin at an index: not inside a word, a path or an e-mail address. */
  private static boolean isOpen(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    if (before == '/') {
      return start > 1 && text.charAt(start - 2) == '/';
    }
    return !Ascii.isLabel(before) && "@\\=&%#?+^.".indexOf(before) < 0;
  }
}

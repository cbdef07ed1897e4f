package io.paperflow.formats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creative Commons licences by the names that preprint servers give them. */
final class Licences {

  private static final String CREATIVE_COMMONS = "https://creativecommons.org/";
  private static final Pattern NAME =
      Pattern.compile("cc[ _-]by((?:[ _-](?:nc|nd|sa))*)(?:[ _-](\\d\\.\\d))?");
  private static final Pattern ZERO = Pattern.compile("cc[ _-]?0(?:[ _-]\\w.*)?");
  private static final String VERSION = "4.0";

  private Licences() {}

  /** The licence's address, of {@code CC BY-NC 4.0} or {@code cc_by_nc}; empty for others. */
  static Optional<String> address(String name) {
    String lower = Text.lower(name);
    if (ZERO.matcher(lower).matches()) {
      return Optional.of(CREATIVE_COMMONS + "publicdomain/zero/1.0/");
    }
    Matcher by = NAME.matcher(lower);
    if (!by.matches()) {
      return Optional.empty();
    }
    String version = by.group(2) == null ? VERSION : by.group(2);
    String terms = by.group(1).replaceAll("[ _-]", "-");
    return Optional.of(CREATIVE_COMMONS + "licenses/by" + terms + "/" + version + "/");
  }
}

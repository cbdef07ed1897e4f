package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.LinkRole;
import io.paperflow.schemas.LinkState;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reading of a form as the shared list writes it: {@code forge path}, a {@code -} for none. */
record ListedForm(String expected) {

  private static final Pattern ROLES =
      Pattern.compile("github (\\S+) role=author; (\\S+) role=dependency");
  private static final Pattern FORM =
      Pattern.compile("([a-z-]+)(?:\\(self-hosted\\) (\\S+))?(?: ([^ .]\\S*))?(?: .*)?");
  private static final Pattern PATH = Pattern.compile(".*path=(\\S+).*");
  private static final Map<String, String> HOSTS =
      Map.of(
          "gist", "gist.github.com",
          "pages", ".github.io",
          "hf-model", "huggingface.co",
          "hf-dataset", "huggingface.co/datasets",
          "hf-space", "huggingface.co/spaces",
          "anonymous", "anonymous.4open.science",
          "swh", "softwareheritage.org");

  boolean agrees(List<FoundLink> found) {
    Matcher roles = ROLES.matcher(expected);
    if (roles.matches()) {
      return found.size() == 2
          && found.get(0).url().endsWith("/" + roles.group(2))
          && found.get(0).role() == LinkRole.THIRD_PARTY
          && found.get(1).url().endsWith("/" + roles.group(1))
          && found.get(1).role() == LinkRole.OWN;
    }
    if (expected.startsWith("- owner")) {
      return found.size() == 1 && found.getFirst().kind() == LinkKind.CODE_ORG;
    }
    if (expected.startsWith("-")) {
      return found.isEmpty();
    }
    return found.size() == 1 && agrees(found.getFirst());
  }

  private boolean agrees(FoundLink link) {
    Matcher form = FORM.matcher(expected);
    if (!form.matches()) {
      throw new IllegalArgumentException("no form: " + expected);
    }
    String host = form.group(2) == null ? form.group(1) : form.group(2);
    String path = form.group(3) == null ? "" : form.group(3);
    Matcher subPath = PATH.matcher(expected);
    return link.url().contains(HOSTS.getOrDefault(host, host))
        && names(link.url(), path)
        && (!subPath.matches() || link.subPath().orElse("").endsWith("/" + subPath.group(1)))
        && (!expected.contains("third-party") || link.role() == LinkRole.THIRD_PARTY)
        && (!expected.contains("promised") || link.state() == LinkState.PROMISED);
  }

  private static boolean names(String url, String path) {
    boolean shortened = path.endsWith("...");
    String named = shortened ? path.substring(0, path.length() - 3) : path;
    String written = url.replace(".github.io", "");
    if (shortened || url.contains("?") || url.contains("zenodo")) {
      return written.contains(named);
    }
    return named.isEmpty() || written.endsWith("/" + named);
  }
}

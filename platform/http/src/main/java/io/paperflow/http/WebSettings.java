package io.paperflow.http;

import java.util.ArrayList;
import java.util.List;

/**
 * How this client introduces itself, and what it is told about hosts.
 *
 * @param version of paperflow
 * @param contact an address or URL at which its operator is reached; empty leaves it out
 * @param hosts what differs from what is known; one entry a budget
 */
public record WebSettings(String version, String contact, List<HostSettings> hosts) {

  public WebSettings {
    hosts = List.copyOf(hosts);
  }

  /** Everything that is wrong with the settings, each in a line that names the setting. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!contact.matches("[\\x21-\\x7E&&[^()]]*")) {
      problems.add("paperflow.http.contact: '" + contact + "' is neither a mail address nor a URL");
    }
    hosts.forEach(host -> problems.addAll(host.problems()));
    return problems;
  }

  String userAgent() {
    return "paperflow/" + version + (contact.isEmpty() ? "" : " (+" + contact + ")");
  }
}

package io.paperflow.enricher;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.paperflow.service.SettingsCheck;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How papers are enriched.
 *
 * @param lanes papers enriched at once by one instance
 * @param gitlabHosts hosts to read as GitLab though their names do not tell, such as {@code
 *     software.example.org}
 */
@Requires(env = "enricher")
@ConfigurationProperties(EnricherSettings.PREFIX)
record EnricherSettings(int lanes, List<String> gitlabHosts) implements SettingsCheck {

  static final String PREFIX = "paperflow.enricher";

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  EnricherSettings {
    gitlabHosts = List.copyOf(gitlabHosts);
  }

  @Override
  public List<String> problems() {
    return gitlabHosts.stream()
        .filter(host -> !HOST.matcher(host).matches())
        .map(
            host ->
                "%s.gitlab-hosts: %s is no host in lower case such as software.example.org"
                    .formatted(PREFIX, host))
        .toList();
  }
}

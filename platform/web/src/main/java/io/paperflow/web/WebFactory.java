package io.paperflow.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.paperflow.http.PoliteWeb;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One client for all services of a process, since they share the hosts' limits. */
@Factory
@Requires(beans = Addresses.class)
final class WebFactory {

  @Singleton
  WebSettingsReader webSettings(Environment environment, List<Addresses> services) {
    Map<String, List<URI>> all = new TreeMap<>();
    for (Addresses service : services) {
      service
          .addresses()
          .forEach(
              (budget, own) -> all.computeIfAbsent(budget, _ -> new ArrayList<>()).addAll(own));
    }
    return new WebSettingsReader(environment, all);
  }

  @Singleton
  @Bean(preDestroy = "close")
  PoliteWeb web(WebSettingsReader settings, InstantSource clock, MeterRegistry registry) {
    return new PoliteWeb(settings.settings(), clock, registry);
  }
}

package io.paperflow.pipeline.micronaut;

import io.paperflow.pipeline.KafkaSettings;
import io.paperflow.service.SettingsCheck;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks {@code paperflow.kafka}. */
@Singleton
final class KafkaSettingsCheck implements SettingsCheck {

  private final KafkaSettings settings;

  KafkaSettingsCheck(KafkaSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> problems() {
    return settings.problems();
  }
}

package io.paperflow.service;

import java.util.List;

/**
 * Settings that can tell what is wrong with them; every bean of this kind is asked at the start.
 */
@FunctionalInterface
public interface SettingsCheck {

  /** One line for each problem, naming the setting and the remedy. */
  List<String> problems();
}

package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifest;

/**
 * Something that is wrong with a manifest.
 *
 * @param object kind and name
 * @param what the place in it and what is wrong there
 */
public record Problem(String object, String what) {

  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
  static Problem of(Manifest manifest, String what, Object... values) {
    return new Problem(manifest.toString(), what.formatted(values));
  }

  @Override
  public String toString() {
    return object + ": " + what;
  }
}

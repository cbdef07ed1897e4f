package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifests;
import java.util.stream.Stream;

/** One thing that must hold. */
@FunctionalInterface
interface Check {

  /** Every place where it does not hold. */
  Stream<Problem> problems(Manifests manifests);
}

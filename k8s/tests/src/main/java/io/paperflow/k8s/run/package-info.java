/** Pods of manifests in a container engine, without a cluster. */
@NullMarked
package io.paperflow.k8s.run;

import org.jspecify.annotations.NullMarked;

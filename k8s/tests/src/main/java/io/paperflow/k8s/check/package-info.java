/** What must hold of manifests before a cluster sees them. */
@NullMarked
package io.paperflow.k8s.check;

import org.jspecify.annotations.NullMarked;

/** The commands that check and run manifests. */
@NullMarked
package io.paperflow.k8s;

import org.jspecify.annotations.NullMarked;

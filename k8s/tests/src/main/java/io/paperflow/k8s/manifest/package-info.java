/** Manifests as they are rendered, and how to find one's way in them. */
@NullMarked
package io.paperflow.k8s.manifest;

import org.jspecify.annotations.NullMarked;

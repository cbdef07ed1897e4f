/**
 * Finds the links of a paper in its texts. The steps, in order: {@link
 * io.paperflow.enricher.links.Anchors} scans cheaply for places that may belong to an address,
 * {@link io.paperflow.enricher.links.Sightings} finds where it begins, {@link
 * io.paperflow.enricher.links.Repaired} undoes what LaTeX and PDF did to it, {@link
 * io.paperflow.enricher.links.AddressReader} reads scheme, host and path, a {@link
 * io.paperflow.enricher.links.Forge} makes the canonical address, and the sentence around it gives
 * kind, role and state.
 */
@NullMarked
package io.paperflow.enricher.links;

import org.jspecify.annotations.NullMarked;

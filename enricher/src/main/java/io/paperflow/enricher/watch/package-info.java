/**
 * Looks at the repositories that papers name, again and again: when which one is asked about, what
 * is learnt from the answers, and whether a repository names its paper. How a forge is asked is in
 * the package forge.
 *
 * <p>All of it belongs to leases, one for each budget of a forge. The state of a lease is one
 * mention a repository and paper, written by the mention step, and one check a repository, written
 * here with the facts in one transaction.
 */
@NullMarked
package io.paperflow.enricher.watch;

import org.jspecify.annotations.NullMarked;

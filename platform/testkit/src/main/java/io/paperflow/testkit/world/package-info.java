/**
 * A simulated world of papers: everything that the sources show on the days of a test, invented
 * from a seed, with late batches, new versions, withdrawals and votes that move. A source's server
 * plays it, and a test compares with it what was published.
 */
@NullMarked
package io.paperflow.testkit.world;

import org.jspecify.annotations.NullMarked;

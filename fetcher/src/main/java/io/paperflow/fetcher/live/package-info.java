/**
 * Reads sources under their leases: what is due, step by step, each step's documents and cursor in
 * one transaction.
 */
@NullMarked
package io.paperflow.fetcher.live;

import org.jspecify.annotations.NullMarked;

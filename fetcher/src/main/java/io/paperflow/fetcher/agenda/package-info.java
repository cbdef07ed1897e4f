/**
 * What is to be read next: live reading before audits before backfills, what failed later. Pure, so
 * that it can be tried at any time and in any time zone.
 */
@NullMarked
package io.paperflow.fetcher.agenda;

import org.jspecify.annotations.NullMarked;

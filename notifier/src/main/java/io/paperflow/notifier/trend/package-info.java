/** What rises: counts over time, and the score made of them. */
@NullMarked
package io.paperflow.notifier.trend;

import org.jspecify.annotations.NullMarked;

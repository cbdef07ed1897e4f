/** What rises now and what rose then, read from the topic of signals. */
@NullMarked
package io.paperflow.notifier.live;

import org.jspecify.annotations.NullMarked;

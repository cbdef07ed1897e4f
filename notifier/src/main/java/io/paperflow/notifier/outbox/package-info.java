/** What is to be delivered, when, and what became of it. */
@NullMarked
package io.paperflow.notifier.outbox;

import org.jspecify.annotations.NullMarked;

/** Pages, API and feeds of the notifier. */
@NullMarked
package io.paperflow.notifier.web;

import org.jspecify.annotations.NullMarked;

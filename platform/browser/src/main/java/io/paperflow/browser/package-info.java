/** Pages in a real browser. */
@NullMarked
package io.paperflow.browser;

import org.jspecify.annotations.NullMarked;

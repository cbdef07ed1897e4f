/** What is trending, and what is new to those who follow. */
@NullMarked
package io.paperflow.notifier;

import org.jspecify.annotations.NullMarked;

/**
 * What the process of a server shares with its parent: arguments, answers, and ending with it.
 *
 * <p>The rules: the child answers on its standard output with one {@link
 * io.paperflow.embedded.child.Answer} once it serves or has failed; it ends when its standard input
 * ends, which the operating system sees to however the parent dies; signals from the terminal are
 * the parent's business.
 */
@NullMarked
package io.paperflow.embedded.child;

import org.jspecify.annotations.NullMarked;

/** Reads from other people's servers politely and safely. */
@NullMarked
package io.paperflow.http;

import org.jspecify.annotations.NullMarked;

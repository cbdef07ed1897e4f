/** Tests of the formats. */
@NullMarked
package io.paperflow.formats;

import org.jspecify.annotations.NullMarked;

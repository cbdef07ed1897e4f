@NullMarked
package io.paperflow.http;

import org.jspecify.annotations.NullMarked;

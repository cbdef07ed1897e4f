/** The API, the web page, and what they share: parameters, errors and headers. */
@NullMarked
package io.paperflow.search.web;

import org.jspecify.annotations.NullMarked;

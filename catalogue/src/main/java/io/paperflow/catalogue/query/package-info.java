/**
 * What people ask and what they get: the text typed into the search box, filters, pages and their
 * cursors. Knows neither HTTP nor Elasticsearch.
 */
@NullMarked
package io.paperflow.catalogue.query;

import org.jspecify.annotations.NullMarked;

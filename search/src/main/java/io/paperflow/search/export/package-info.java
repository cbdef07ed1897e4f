/**
 * Papers for reference managers, spreadsheets and programs: BibTeX, RIS, CSL-JSON, CSV and NDJSON.
 * Knows neither HTTP nor Elasticsearch.
 */
@NullMarked
package io.paperflow.search.export;

import org.jspecify.annotations.NullMarked;

package io.paperflow.schemas;

/** Names of the record headers that travel with a paper through every topic; values are UTF-8. */
public final class HeaderNames {

  /** W3C trace context, {@code traceparent}. */
  public static final String TRACE_PARENT = "traceparent";

  /** The source's own time of the statement, ISO-8601 instant. */
  public static final String SOURCE_TIME = "paperflow-source-time";

  /** When the raw document was read, ISO-8601 instant. */
  public static final String FETCHED_AT = "paperflow-fetched-at";

  /** Full name of the value's Avro schema. */
  public static final String SCHEMA = "paperflow-schema";

  private HeaderNames() {}
}

package io.paperflow.testkit;

/**
 * An error as Elasticsearch tells it, for an item or a whole request.
 *
 * @param status of HTTP
 * @param type such as {@code es_rejected_execution_exception}
 */
public record Fault(int status, String type, String reason) {

  /** The write queue is full. */
  public static final Fault OVERLOADED =
      new Fault(429, "es_rejected_execution_exception", "rejected execution of coordinating op");

  /** A node is not able to serve. */
  public static final Fault UNAVAILABLE =
      new Fault(503, "master_not_discovered_exception", "no master");

  /** The index's primary shard is on no node. */
  public static final Fault NO_PRIMARY_SHARD =
      new Fault(503, "unavailable_shards_exception", "primary shard is not active");

  /** Somebody made the index read-only. */
  public static final Fault READ_ONLY =
      new Fault(403, "cluster_block_exception", "index blocked by: [FORBIDDEN/8/index write]");

  /** The disk is full; note the status of an overload. */
  public static final Fault DISK_FULL =
      new Fault(
          429,
          "cluster_block_exception",
          "index blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark]");

  /** The document does not fit the mapping. */
  public static final Fault UNFIT_DOCUMENT =
      new Fault(400, "document_parsing_exception", "failed to parse field [published]");

  /** Something in the request makes all of it invalid, such as an id of more than 512 bytes. */
  public static final Fault INVALID_REQUEST =
      new Fault(400, "action_request_validation_exception", "Validation Failed: 1: id is too long");

  /** The request is larger than the server or a proxy before it takes. */
  public static final Fault TOO_LARGE = new Fault(413, "", "Request Entity Too Large");

  /** The credentials are wrong. */
  public static final Fault NO_ACCESS =
      new Fault(401, "security_exception", "unable to authenticate");
}

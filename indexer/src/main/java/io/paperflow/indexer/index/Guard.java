package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What must hold in the index for a write to happen; else it is a conflict. */
sealed interface Guard {

  /** Writes the fields of a bulk's action line for a document that is written under this guard. */
  default void action(JsonGenerator json, String id) throws IOException {
    switch (this) {
      case Absent() -> {
        json.writeObjectFieldStart("create");
        json.writeStringField("_id", id);
      }
      case Unchanged unchanged -> {
        json.writeObjectFieldStart("index");
        json.writeStringField("_id", id);
        unchanged.condition(json);
      }
    }
    json.writeEndObject();
  }

  /** There is no such document yet. */
  record Absent() implements Guard {}

  /** The document is still the one that was read. */
  record Unchanged(long seqNo, long primaryTerm) implements Guard {

    /** Writes the condition into an action. */
    void condition(JsonGenerator json) throws IOException {
      json.writeNumberField("if_seq_no", seqNo);
      json.writeNumberField("if_primary_term", primaryTerm);
    }
  }
}

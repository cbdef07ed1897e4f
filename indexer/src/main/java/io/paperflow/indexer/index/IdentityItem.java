package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.indexer.identity.Identity;
import io.paperflow.indexer.identity.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A name with its papers, to be created or replaced on condition. */
record IdentityItem(Identity identity, Guard guard, JsonFactory json) implements BulkItem {

  private static final String MEMBERS = "members";
  private static final String PAPER = "paper";
  private static final String AUTHOR = "author";
  private static final String ABSTRACT = "abstract";
  private static final String CROWDED = "crowded";

  @Override
  public void action(JsonGenerator json) throws IOException {
    guard.action(json, identity.name());
  }

  @Override
  public void document(OutputStream out) throws IOException {
    try (JsonGenerator document = json.createGenerator(out)) {
      document.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      document.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      document.writeStartObject();
      document.writeArrayFieldStart(MEMBERS);
      for (Member member : identity.members()) {
        document.writeStartObject();
        document.writeStringField(PAPER, member.paper());
        if (member.author().isPresent()) {
          document.writeStringField(AUTHOR, member.author().get());
        }
        if (member.abstractText().isPresent()) {
          document.writeStringField(ABSTRACT, member.abstractText().get());
        }
        document.writeEndObject();
      }
      document.writeEndArray();
      if (identity.crowded()) {
        document.writeBooleanField(CROWDED, true);
      }
      document.writeEndObject();
    }
  }

  /** What {@link #document} wrote. */
  static Identity read(String name, JsonNode source) {
    return new Identity(
        name,
        source
            .path(MEMBERS)
            .valueStream()
            .map(
                member ->
                    new Member(
                        member.path(PAPER).asText(),
                        Optional.ofNullable(member.path(AUTHOR).textValue()),
                        Optional.ofNullable(member.path(ABSTRACT).textValue())))
            .toList(),
        source.path(CROWDED).asBoolean());
  }
}

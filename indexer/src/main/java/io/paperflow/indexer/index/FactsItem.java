package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.indexer.document.FactJson;
import io.paperflow.indexer.fusion.Facts;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryFacts;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The facts about a repository, which replace older ones; equally old ones too, since facts are
 * told again when more papers name the repository.
 *
 * @param id the key of the record
 */
record FactsItem(String id, RepositoryFacts facts, JsonFactory json) implements BulkItem {

  /** Papers that the repository names, with the words. */
  static final String NAMED = "named";

  @Override
  public void action(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("index");
    json.writeStringField("_id", id);
    json.writeNumberField("version", facts.getCheckedAt().toEpochMilli());
    json.writeStringField("version_type", "external_gte");
    json.writeEndObject();
  }

  @Override
  public void document(OutputStream out) throws IOException {
    try (JsonGenerator document = json.createGenerator(out)) {
      document.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      document.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      document.writeStartObject();
      document.writeStringField("url", facts.getUrl());
      FactJson.write(document, Facts.of(facts));
      document.writeNumberField("papers", facts.getPapers().size());
      document.writeArrayFieldStart(NAMED);
      for (NamingPaper paper : facts.getPapers()) {
        if (paper.getVerifiedBy().isPresent()) {
          document.writeStartObject();
          document.writeStringField("paperKey", paper.getPaperKey());
          document.writeStringField("verifiedBy", paper.getVerifiedBy().get());
          document.writeStringField("proof", paper.getProof().orElse(""));
          document.writeEndObject();
        }
      }
      document.writeEndArray();
      document.writeEndObject();
    }
  }
}

package io.paperflow.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What would break a reader between two versions of a schema. Avro's own check does not see a
 * changed logical type (the fingerprint is the same) nor a changed default.
 */
final class SchemaChanges {

  private final List<String> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SchemaChanges() {}

  static List<String> problems(Schema before, Schema after) {
    SchemaChanges changes = new SchemaChanges();
    changes.readable("backward", after, before);
    changes.readable("forward", before, after);
    changes.walk(after.getName(), before, after);
    return changes.problems;
  }

  private void readable(String direction, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
      problems.add(direction + ": " + result.getResult().getIncompatibilities());
    }
  }

  private void walk(String path, Schema before, Schema after) {
    if (!Objects.equals(before.getProp("logicalType"), after.getProp("logicalType"))) {
      problems.add(path + ": logical type changed");
    }
    if (before.getType() != after.getType()) {
      return; // Avro's own check has judged it.
    }
    switch (after.getType()) {
      case RECORD -> walkRecord(path, before, after);
      case ENUM -> {
        if (after.getEnumDefault() == null) {
          problems.add(path + ": an enum needs a default");
        }
      }
      case ARRAY -> walk(path + "[]", before.getElementType(), after.getElementType());
      case MAP -> walk(path + "{}", before.getValueType(), after.getValueType());
      case UNION -> {
        for (Schema branch : after.getTypes()) {
          before.getTypes().stream()
              .filter(b -> b.getFullName().equals(branch.getFullName()))
              .findFirst()
              .ifPresent(b -> walk(path, b, branch));
        }
      }
      default -> {
        // A primitive has nothing inside.
      }
    }
  }

  private void walkRecord(String path, Schema before, Schema after) {
    if (!seen.add(after.getFullName())) {
      return;
    }
    for (Schema.Field field : before.getFields()) {
      Schema.Field now = after.getField(field.name());
      if (now == null) {
        continue; // Avro's own check asks for a default.
      }
      String inner = path + "." + field.name();
      if (!Objects.equals(field.defaultVal(), now.defaultVal())) {
        problems.add(inner + ": default changed");
      }
      walk(inner, field.schema(), now.schema());
    }
  }
}

package io.paperflow.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the JSON objects of one document, each on its own. For one thread. */
final class JsonRecords {

  /** Reads one kind of object. */
  interface Reader {
    /** Reads the object at whose beginning the parser stands, to its end. */
    PaperDraft read(JsonParser json) throws IOException, RecordException;
  }

  private final RawDocument document;
  private final byte[] bytes;
  private final Reader reader;
  private final Consumer<Reading> out;
  private final StrictUtf8 utf8 = new StrictUtf8();

  JsonRecords(RawDocument document, byte[] bytes, Reader reader, Consumer<Reading> out) {
    this.document = document;
    this.bytes = bytes;
    this.reader = reader;
    this.out = out;
  }

  /** Reads the object in a range of the document's bytes. */
  void read(int from, int to) {
    Reading reading;
    try {
      reading = new Reading.Paper(draft(from, to).finish(document));
    } catch (RecordException e) {
      reading = Fragments.unreadable(e.code(), e.reason(), bytes, from, to);
    }
    out.accept(reading);
  }

  /** Reports that the document ends within the record of this range, or before its list does. */
  void cutOff(int from, int to) {
    out.accept(Fragments.cutOff(bytes, from, to));
  }

  private PaperDraft draft(int from, int to) throws RecordException {
    CharBuffer text = utf8.decode(bytes, from, to);
    try (JsonParser json =
        Json.FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new RecordException(
            Reading.Code.NOT_A_PAPER, "a JSON object expected, found " + kind(json.currentToken()));
      }
      PaperDraft draft = reader.read(json);
      if (json.nextToken() != null) {
        throw new RecordException(
            Reading.Code.MALFORMED, "something follows the JSON object: one object expected");
      }
      return draft;
    } catch (StreamConstraintsException e) {
      throw new RecordException(Reading.Code.TOO_LARGE, e.getOriginalMessage());
    } catch (JsonEOFException _) {
      throw new RecordException(Reading.Code.TRUNCATED, "the JSON object has no end");
    } catch (JsonProcessingException e) {
      throw new RecordException(
          Reading.Code.MALFORMED,
          "not JSON at the record's character %d: %s"
              .formatted(e.getLocation().getCharOffset(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String kind(@Nullable JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case null -> "nothing";
      default -> "a " + token.asString();
    };
  }
}

package io.paperflow.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Cuts texts into pieces of words, as the model was trained on them: WordPiece (Schuster and
 * Nakajima 2012; Devlin et al. 2019, appendix A) over lower-cased words without accents, each the
 * longest that the vocabulary has. Names of special tokens in a text are words like others: nothing
 * in a text can end it. Thread-safe.
 */
final class WordPieces {

  private static final String INSIDE = "##";

  /** Longer words are unknown; in characters of Unicode. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> numbers;
  private final long unknown;
  private final long first;
  private final long last;

  private WordPieces(Map<String, Integer> numbers) throws IOException {
    this.numbers = numbers;
    this.unknown = special("[UNK]");
    this.first = special("[CLS]");
    this.last = special("[SEP]");
  }

  private int special(String token) throws IOException {
    return Optional.ofNullable(numbers.get(token))
        .orElseThrow(() -> new IOException("the vocabulary of the model has no " + token));
  }

  /** Reads the file {@code tokenizer.json} of a model: what is at {@code /model/vocab}. */
  static WordPieces read(InputStream tokenizer) throws IOException {
    Map<String, Integer> numbers = HashMap.newHashMap(32_000);
    try (JsonParser json = new JsonFactory().createParser(tokenizer)) {
      toField(json, "model");
      toField(json, "vocab");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        numbers.put(json.currentName(), json.nextIntValue(0));
      }
    }
    return new WordPieces(numbers);
  }

  /** Into the object that a field of the next object holds. */
  private static void toField(JsonParser json, String name) throws IOException {
    if (json.currentToken() == null) {
      json.nextToken();
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(name);
      json.nextToken();
      if (found) {
        return;
      }
      json.skipChildren();
    }
    throw new IOException("the vocabulary of the model has no field " + name);
  }

  /** The numbers of a text's pieces between those of its begin and its end. */
  long[] numbers(String text, int most) {
    LongStream.Builder pieces = LongStream.builder();
    int room = most - 2;
    for (String word : words(text, room)) {
      List<Long> ofWord = ofWord(word);
      ofWord.stream().limit(room).forEach(pieces::add);
      room -= Math.min(room, ofWord.size());
    }
    return LongStream.concat(
            LongStream.of(first), LongStream.concat(pieces.build(), LongStream.of(last)))
        .toArray();
  }

  /** The first words of a text; each sign and each Chinese character is one. */
  private static List<String> words(String text, int most) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length() && words.size() < most; ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (Characters.isSpace(character)) {
        end(word, words);
      } else if (Characters.isChinese(character)) {
        end(word, words);
        end(word.appendCodePoint(character), words);
      } else if (!Characters.isInvisible(character)) {
        word.appendCodePoint(character);
      }
    }
    end(word, words);
    return words;
  }

  /** Adds what there is of a word, cut at its signs. */
  private static void end(StringBuilder word, List<String> words) {
    StringBuilder part = new StringBuilder();
    Normalizer.normalize(word, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(
            c -> {
              if (Characters.isSign(c)) {
                add(part, words);
                words.add(Character.toString(c));
              } else {
                part.appendCodePoint(c);
              }
            });
    add(part, words);
    word.setLength(0);
  }

  private static void add(StringBuilder part, List<String> words) {
    if (!part.isEmpty()) {
      words.add(part.toString());
      part.setLength(0);
    }
  }

  private List<Long> ofWord(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return List.of(unknown);
    }
    List<Long> pieces = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      Optional<Integer> number = piece(word, from, to);
      while (number.isEmpty() && to > from + 1) {
        to--;
        number = piece(word, from, to);
      }
      if (number.isEmpty()) {
        return List.of(unknown);
      }
      pieces.add((long) number.get());
      from = to;
    }
    return pieces;
  }

  private Optional<Integer> piece(String word, int from, int to) {
    String part = word.substring(from, to);
    return Optional.ofNullable(numbers.get(from == 0 ? part : INSIDE + part));
  }
}

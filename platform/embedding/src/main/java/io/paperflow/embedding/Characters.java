package io.paperflow.embedding;

import java.util.Set;

/** What characters are to a BERT model (Devlin et al. 2019, {@code tokenization.py}). */
final class Characters {

  private static final Set<Byte> INVISIBLE =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED);
  private static final Set<Byte> PUNCTUATION =
      Set.of(
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION);

  private Characters() {}

  /** Other controls that move to a place, such as a form feed, are invisible. */
  static boolean isSpace(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || Character.isSpaceChar(character);
  }

  static boolean isInvisible(int character) {
    return character == 0xFFFD || INVISIBLE.contains((byte) Character.getType(character));
  }

  /** Ideographs of Chinese, also in Japanese; not Hangul, Hiragana or Katakana. */
  static boolean isChinese(int character) {
    return in(character, 0x4E00, 0x9FFF)
        || in(character, 0x3400, 0x4DBF)
        || in(character, 0x20000, 0x2A6DF)
        || in(character, 0x2A700, 0x2B73F)
        || in(character, 0x2B740, 0x2B81F)
        || in(character, 0x2B920, 0x2CEAF)
        || in(character, 0xF900, 0xFAFF)
        || in(character, 0x2F800, 0x2FA1F);
  }

  /** Punctuation, and all of ASCII that is neither letter nor digit. */
  static boolean isSign(int character) {
    return in(character, '!', '/')
        || in(character, ':', '@')
        || in(character, '[', '`')
        || in(character, '{', '~')
        || PUNCTUATION.contains((byte) Character.getType(character));
  }

  private static boolean in(int character, int from, int to) {
    return character >= from && character <= to;
  }
}

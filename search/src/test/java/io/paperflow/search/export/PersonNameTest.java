package io.paperflow.search.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "Maren Oduya, Oduya, Maren",
    "Anna B. Quill, Quill, Anna B.",
    "Piet van der Berg, van der Berg, Piet",
    "'Quill, Ada', Quill, Ada",
    "Anonymous, Anonymous,",
    "李雨桐, 李雨桐,",
    "The Delta Team, The Delta Team,",
    "Delta and Sons, Delta and Sons,",
    "de Witt, de Witt,"
  })
  void namesHaveTwoPartsOrOne(String name, String family, @Nullable String given) {
    assertEquals(new PersonName(family, Optional.ofNullable(given)), PersonName.of(name));
  }
}

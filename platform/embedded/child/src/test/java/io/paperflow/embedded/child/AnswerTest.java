package io.paperflow.embedded.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void whatTheChildSaysIsWhatTheParentReads() {
    Answer ready = new Answer.Ready();
    Answer failed = new Answer.Failed("no room: at all");

    assertEquals(Optional.of(ready), Answer.parse(ready.line()));
    assertEquals(Optional.of(failed), Answer.parse(failed.line()));
  }

  @Test
  void anyOtherLineIsNoAnswer() {
    assertEquals(Optional.empty(), Answer.parse("ready"));
    assertEquals(Optional.empty(), Answer.parse(""));
  }

  @Test
  void aFailureIsItsInnermostCauseInOneLine() {
    var thrown = new RuntimeException("outer", new IOException("disk\n  is full\n"));

    assertEquals("java.io.IOException: disk is full", Answer.failed(thrown).reason());
  }
}

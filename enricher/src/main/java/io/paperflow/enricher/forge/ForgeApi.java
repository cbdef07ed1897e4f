package io.paperflow.enricher.forge;

import io.paperflow.http.Priority;
import io.paperflow.http.Web;
import java.util.List;

/**
 * Asks one kind of forge. A new forge is one class and a line in {@link ForgeApis}. Implementations
 * are immutable and thread-safe; what a server or the network does is a {@link Reply}, never an
 * exception.
 */
public interface ForgeApi {

  /** The HTTP budget that its requests use, which is also the name of the lease to ask it. */
  String budget();

  /** Whether it answers for an address. */
  boolean serves(RepositoryAddress address);

  /** Most questions in one call of {@link #ask}, at least 1: they share a request. */
  int batch();

  /**
   * Asks about repositories that it serves.
   *
   * @param questions 1 to {@link #batch}
   * @return a reply for each question, in their order
   */
  List<Reply> ask(List<Question> questions, Web web, Priority priority) throws InterruptedException;

  /**
   * The texts of one repository in which it may name a paper: README and CITATION.cff, as far as
   * they are there. Costs requests of its own.
   */
  Texts texts(RepositoryAddress address, Web web, Priority priority) throws InterruptedException;

  /** What came of looking for texts. */
  sealed interface Texts {

    /** All there is; may be none. */
    record Read(List<ProofText> texts) implements Texts {

      public Read {
        texts = List.copyOf(texts);
      }
    }

    /**
     * Not now.
     *
     * @param reason why nothing is known
     */
    record Later(Reply.Later reason) implements Texts {}
  }
}

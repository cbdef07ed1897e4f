package io.paperflow.enricher.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.enricher.forge.ForgeApi;
import io.paperflow.enricher.forge.ForgeApis;
import io.paperflow.enricher.forge.Question;
import io.paperflow.enricher.forge.Reply;
import io.paperflow.enricher.forge.RepositoryAddress;
import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.http.Priority;
import io.paperflow.http.Web;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Outcome.Transformed;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RepositoryMention;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionStepTest {

  /** A forge for GitHub's addresses that is never asked. */
  private static final class Unasked implements ForgeApi {
    @Override
    public String budget() {
      return "github";
    }

    @Override
    public boolean serves(RepositoryAddress address) {
      return address.host().equals("github.com");
    }

    @Override
    public int batch() {
      return 1;
    }

    @Override
    public List<Reply> ask(List<Question> questions, Web web, Priority priority) {
      throw new AssertionError("asked");
    }

    @Override
    public Texts texts(RepositoryAddress address, Web web, Priority priority) {
      throw new AssertionError("asked");
    }
  }

  private static final MentionStep STEP =
      new MentionStep(new Places(new ForgeApis(List.of(new Unasked()))));

  private static List<Output<RepositoryMention>> mentions(String text, String source) {
    PaperRecord paper =
        PaperRecord.newBuilder()
            .setPaperKey("arxiv:2602.00001")
            .setSource(source)
            .setTitle("Looms That Learn")
            .setArxivId("2602.00001")
            .setAbstract$(text)
            .setSourceTime(Instant.EPOCH)
            .setFetchedAt(Instant.EPOCH)
            .setRawUri("file:x")
            .setRawSha256("0")
            .build();
    var delivery =
        new Delivery<>("key", LinkFinder.standard().enrich(paper), 0, Instant.EPOCH, Map.of());
    return ((Transformed<RepositoryMention>) STEP.apply(delivery)).outputs();
  }

  private static List<String> keys(String text) {
    return mentions(text, "arxiv").stream().map(Output::key).toList();
  }

  @Test
  void aRepositoryIsMentionedAtTheLeaseOfItsForge() {
    List<Output<RepositoryMention>> mentions =
        mentions("Our code is at https://github.com/Ada/Loom/tree/main/src.", "arxiv");
    assertEquals(1, mentions.size());
    assertEquals("mention/github.com/ada/loom/arxiv:2602.00001", mentions.getFirst().key());
    assertEquals("github", mentions.getFirst().partitionKey());
    RepositoryMention mention = mentions.getFirst().value();
    assertEquals("https://github.com/Ada/Loom", mention.getUrl());
    assertEquals(true, mention.getOwn());
    assertEquals(false, mention.getPromised());
  }

  @Test
  void whatIsPromisedAndWhatIsOfOthersIsToldApart() {
    RepositoryMention promised =
        mentions("The code will be released at https://github.com/ada/loom.", "arxiv")
            .getFirst()
            .value();
    assertEquals(true, promised.getPromised());
    RepositoryMention ofOthers =
        mentions("It is built on https://github.com/others/base.", "arxiv").getFirst().value();
    assertEquals(false, ofOthers.getOwn());
  }

  @Test
  void thePapersPageIsReadOnlyWhenThePaperNamesNoCode() {
    assertEquals(
        List.of("mention/ada.github.io/loom/arxiv:2602.00001"),
        keys("Project page: https://ada.github.io/loom/"));
    assertEquals(
        List.of("mention/github.com/ada/loom/arxiv:2602.00001"),
        keys("Project page: https://ada.github.io/loom/ Code: https://github.com/ada/loom"));
    assertEquals(
        List.of(), mentions("Project page: https://ada.github.io/loom/", Places.PAGE_SOURCE));
  }

  @Test
  void linksThatNobodyLooksAtAreLeftOut() {
    assertEquals(List.of(), keys("Data: https://zenodo.org/records/1234567"));
    assertEquals(List.of(), keys("Code: https://git.unlisted.example/ada/loom"));
  }
}

package io.paperflow.enricher.links;

import io.paperflow.schemas.DeclaredLink;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.Link;
import io.paperflow.schemas.PaperRecord;
import java.util.List;
import java.util.Optional;

/**
 * Finds the links of papers in their texts, clean or damaged, and tells what they are, whose, and
 * whether they are there already. What counts as a link is told by the tables beside this class; no
 * network is asked. Immutable and thread-safe.
 */
public final class LinkFinder {

  // Raised by every change of the rules that changes what is found.
  private static final int REVISION = 1;

  private final TextLinks texts;
  private final DeclaredLinks declared;

  private LinkFinder(TextLinks texts, DeclaredLinks declared) {
    this.texts = texts;
    this.declared = declared;
  }

  /** A finder with the tables this module brings. */
  public static LinkFinder standard() {
    return standard(List.of());
  }

  /**
   * The same, which knows of more hosts.
   *
   * @param gitlabHosts hosts in lower case that run GitLab though their names do not tell
   */
  public static LinkFinder standard(List<String> gitlabHosts) {
    Lexicon lexicon = Lexicon.load();
    Domains domains = Domains.load();
    HostTable table = HostTable.load(Forges.standard(lexicon, domains), lexicon, gitlabHosts);
    AddressReader reader =
        new AddressReader(
            new HostReader(domains, table, lexicon.list("word-domain")),
            table,
            new PathReader(new Breaks(new Prose(lexicon.list("prose"))), new Names(lexicon)));
    Sightings sightings =
        new Sightings(
            reader,
            new BareHosts(table, lexicon),
            new ForgeNames(table, lexicon),
            domains,
            lexicon);
    return new LinkFinder(
        new TextLinks(sightings, lexicon), new DeclaredLinks(reader, new KindRule(lexicon)));
  }

  /**
   * Every mention of a link in a text, from left to right.
   *
   * @param field the name of the field the text comes from, for the evidence
   * @param text any text; time and memory grow no faster than its length
   */
  public List<FoundLink> find(String field, String text) {
    return texts.find(field, text);
  }

  /**
   * The links of a text, each address once, in the order of their first mentions; a later mention
   * may tell that a link is the authors' own or there already.
   *
   * @param field the name of the field the text comes from, for the evidence
   * @param text any text; time and memory grow no faster than its length
   */
  public List<FoundLink> links(String field, String text) {
    return Merge.byAddress(find(field, text)).stream().map(Merge::one).toList();
  }

  /** A paper with its links, see {@link #find(PaperRecord)}, and the revision of the rules. */
  public EnrichedPaper enrich(PaperRecord paper) {
    return EnrichedPaper.newBuilder()
        .setPaper(paper)
        .setLinks(find(paper))
        .setLinkRules(REVISION)
        .build();
  }

  /**
   * The links of a paper, from its declared links, comments, abstract and title: one an address,
   * with all evidence. The authors' own links come first, of these the available ones, of these
   * code, so that the first repository is the paper's; then the more trusted field decides, in the
   * order declared by people, comments, abstract, title, declared by a machine.
   */
  List<Link> find(PaperRecord paper) {
    PaperLinks links = new PaperLinks(paper.getSource());
    links.add(declared(paper, false));
    paper.getComments().ifPresent(text -> links.add(find("comments", text)));
    paper.getAbstract$().ifPresent(text -> links.add(find("abstract", text)));
    links.add(find("title", paper.getTitle()));
    links.add(declared(paper, true));
    return links.links();
  }

  private List<FoundLink> declared(PaperRecord paper, boolean automatic) {
    return paper.getDeclaredLinks().stream()
        .filter(link -> isAutomatic(link) == automatic)
        .map(declared::read)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isAutomatic(DeclaredLink link) {
    return link.getAddedBy().filter(DeclaredLinks.AUTOMATIC::equals).isPresent();
  }
}

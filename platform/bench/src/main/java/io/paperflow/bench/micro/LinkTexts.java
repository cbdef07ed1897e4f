package io.paperflow.bench.micro;

import io.paperflow.bench.papers.PaperGenerator;
import java.util.ArrayList;
import java.util.List;

/**
 * Abstracts for the link finder, with what makes a reader look twice as often as in real ones: one
 * in three has a slash, one in four a full stop inside a word. Links are clean and damaged.
 */
final class LinkTexts {

  private static final long SEED = 1;

  private static final List<String> LINKS =
      List.of(
          " Our code is available at https://github.com/ada-lab/fox-net.",
          " Code and models will be released at https://github.com/ada-lab/FoxNet.",
          " Project page: https://ada-lab.github.io/fox/.",
          " The code is available at \\url{https://github.com/ada/fox_net}.",
          " Built on Base (https://github.com/bob/base), our code is at"
              + " https://github.com/ada/fox.",
          " Our dataset is at https://huggingface.co/datasets/ada/foxes.",
          " Code is publicly available at \\href{https://github.com/ada/fox}{this URL}.",
          " The source code is available at https: //github.com/ada/fox.",
          " All data are at https://doi.org/10.5281/zenodo.1234567 and github.com/ada/fox.",
          " We release code and data at https://gitlab.fox-uni.de/group/sub/fox.");

  private LinkTexts() {}

  /**
   * Abstracts.
   *
   * @param oneIn one in so many has a link; 0 for none
   */
  static List<String> abstracts(int count, int oneIn) {
    PaperGenerator generator = new PaperGenerator(SEED);
    List<String> texts = new ArrayList<>();
    for (int number = 0; texts.size() < count; number++) {
      if (generator.paper(number).codeUrl().isEmpty()) {
        texts.add(dressed(generator.paper(number).abstractText(), texts.size(), oneIn));
      }
    }
    return List.copyOf(texts);
  }

  private static String dressed(String prose, int number, int oneIn) {
    String text = number % 3 == 0 ? prose.replaceFirst(", ", " and/or ") : prose;
    String dotted = number % 4 == 1 ? text.replaceFirst(", ", ", e.g., ") : text;
    boolean linked = oneIn > 0 && number % oneIn == 0;
    return linked ? dotted + LINKS.get(number / oneIn % LINKS.size()) : dotted;
  }
}

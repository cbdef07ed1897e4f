package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.World;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** What answers for each API. */
final class Endpoints {

  private Endpoints() {}

  static Map<Api, Endpoint> of(World world, InstantSource clock, PageSizes pages) {
    Map<Api, Endpoint> endpoints = new EnumMap<>(Api.class);
    endpoints.put(Api.HUGGING_FACE, new HuggingFace(world.dailyPapers(), clock, pages.daily()));
    endpoints.put(Api.ARXIV_OAI, new OaiPmh(world.arxiv(), clock, pages.oai()));
    endpoints.put(Api.ARXIV_QUERY, new ArxivQuery(world.arxiv(), clock, pages.query()));
    endpoints.put(Api.ARXIV_FEEDS, new ArxivFeeds(world.arxiv(), clock));
    endpoints.put(Api.OPENREVIEW, new OpenReview(world.submissions(), clock, pages.submissions()));
    endpoints.put(Api.BIORXIV, new Biorxiv(world.preprints(), clock, pages.preprints()));
    endpoints.put(Api.ANTHOLOGY, new AnthologyFiles(world.anthology(), clock));
    endpoints.put(Api.CODE_ARCHIVE, new CodeArchive(world.archive()));
    return endpoints;
  }
}

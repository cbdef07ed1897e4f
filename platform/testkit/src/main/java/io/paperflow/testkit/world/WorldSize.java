package io.paperflow.testkit.world;

/**
 * How much there is in a world.
 *
 * @param arxivADay submissions to arXiv on a working day
 * @param dailyADay papers on the Hugging Face list of a working day
 * @param preprintsADay new preprints on each of the two servers
 * @param submissionsADay to the conference on OpenReview
 * @param papersAVolume in each of the two volumes that the ACL Anthology gains a day
 * @param archived papers in the Papers with Code archive
 */
public record WorldSize(
    int arxivADay,
    int dailyADay,
    int preprintsADay,
    int submissionsADay,
    int papersAVolume,
    int archived) {

  /** Enough for several pages of everything. */
  public static WorldSize thousands() {
    return new WorldSize(300, 60, 130, 80, 20, 1_500);
  }

  /** A few of everything. */
  public static WorldSize dozens() {
    return new WorldSize(20, 8, 10, 6, 3, 25);
  }
}

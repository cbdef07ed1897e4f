package io.paperflow.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The domain knows no infrastructure, and the plumbing knows no paper. */
@AnalyzeClasses(packages = "io.paperflow", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] DOMAIN = {
    "io.paperflow.schemas..",
    "io.paperflow.formats..",
    "io.paperflow.fetcher.input..",
    "io.paperflow.fetcher.source..",
    "io.paperflow.fetcher.sources..",
    "io.paperflow.fetcher.agenda..",
    "io.paperflow.fetcher.audit..",
    "io.paperflow.enricher.links..",
    "io.paperflow.enricher.forge..",
    "io.paperflow.enricher.page..",
    "io.paperflow.indexer.fusion..",
    "io.paperflow.indexer.identity..",
    "io.paperflow.indexer.document..",
    "io.paperflow.notifier.trend..",
    "io.paperflow.search.export..",
    "io.paperflow.catalogue.feed..",
    "io.paperflow.catalogue.query..",
    "io.paperflow.catalogue.paper..",
  };

  private static final String[] INFRASTRUCTURE = {
    "org.apache.kafka..",
    "co.elastic..",
    "org.elasticsearch..",
    "io.micronaut..",
    "io.micrometer..",
    "io.paperflow.pipeline..",
    "io.paperflow.elastic..",
  };

  @ArchTest
  static final ArchRule domainKnowsNoInfrastructure =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INFRASTRUCTURE);

  @ArchTest
  static final ArchRule onlyThePipelineTouchesKafkaClients =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.paperflow.pipeline..", "io.paperflow.embedded..", "io.paperflow.standalone..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule thePipelineKnowsNoPaper =
      noClasses()
          .that()
          .resideInAPackage("io.paperflow.pipeline..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are paper records",
                  c ->
                      c.getPackageName().equals("io.paperflow.schemas")
                          && !c.getSimpleName().equals("AvroCodec")
                          && !c.getSimpleName().equals("UnreadableRecordException")));

  @ArchTest
  static final ArchRule servicesDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAnyPackage("io.paperflow.search..", "io.paperflow.catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.paperflow.fetcher..",
              "io.paperflow.parser..",
              "io.paperflow.enricher..",
              "io.paperflow.indexer..",
              "io.paperflow.notifier..",
              "io.paperflow.pipeline..");
}

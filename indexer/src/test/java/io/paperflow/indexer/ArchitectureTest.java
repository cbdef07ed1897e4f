package io.paperflow.indexer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.paperflow.indexer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FUSION_KNOWS_ONLY_THE_SCHEMAS =
      noClasses()
          .that()
          .resideInAPackage("..fusion..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..", "org.jspecify..", "io.paperflow.schemas..", "..fusion..");

  @ArchTest
  static final ArchRule DOCUMENTS_KNOW_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage("..document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "co.elastic..",
              "org.apache.kafka..",
              "io.micronaut..",
              "io.paperflow.pipeline..",
              "io.paperflow.elastic..");

  @ArchTest
  static final ArchRule WRITING_KNOWS_NO_KAFKA =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..");
}

package anima.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, and who alone knows which library. */
@AnalyzeClasses(packages = "anima", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule world_imports_no_other_room =
      noClasses()
          .that()
          .resideInAPackage("anima.world..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "anima.brain..", "anima.sync..", "anima.voice..", "anima.client..", "anima.api..");

  @ArchTest
  static final ArchRule fetch_imports_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage("anima.fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "anima.world..",
              "anima.brain..",
              "anima.sync..",
              "anima.voice..",
              "anima.client..",
              "anima.api..");

  @ArchTest
  static final ArchRule the_world_and_its_rooms_fetch_nothing =
      noClasses()
          .that()
          .resideInAnyPackage("anima.world..", "anima.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("anima.fetch..");

  @ArchTest
  static final ArchRule voice_imports_fetch_alone =
      noClasses()
          .that()
          .resideInAPackage("anima.voice..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "anima.world..", "anima.brain..", "anima.sync..", "anima.client..", "anima.api..");

  @ArchTest
  static final ArchRule brain_imports_world_and_fetch_alone =
      noClasses()
          .that()
          .resideInAPackage("anima.brain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("anima.sync..", "anima.voice..", "anima.client..", "anima.api..");

  @ArchTest
  static final ArchRule kernels_import_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage("anima.brain.kernels..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "anima.world..", "anima.brain.llm..", "anima.brain.language..", "anima.brain.mind..");

  @ArchTest
  static final ArchRule sync_imports_world_alone =
      noClasses()
          .that()
          .resideInAPackage("anima.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("anima.brain..", "anima.voice..", "anima.client..", "anima.api..");

  @ArchTest
  static final ArchRule only_wire_knows_bytes =
      noClasses()
          .that()
          .resideOutsideOfPackage("anima.sync.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule only_the_store_knows_sql =
      noClasses()
          .that()
          .resideOutsideOfPackage("anima.sync.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "org.sqlite..");

  @ArchTest
  static final ArchRule only_the_client_knows_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("anima.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.jme3..", "com.simsilica..", "org.lwjgl..");

  @ArchTest
  static final ArchRule only_one_package_knows_vosk =
      noClasses()
          .that()
          .resideOutsideOfPackage("anima.voice.vosk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.vosk..");

  @ArchTest
  static final ArchRule only_the_model_runtime_and_the_trainer_know_djl =
      noClasses()
          .that()
          .resideOutsideOfPackages("anima.brain.llm..", "anima.brain.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule only_nav_knows_recast =
      noClasses()
          .that()
          .resideOutsideOfPackage("anima.world.nav..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.recast4j..");

  @ArchTest
  static final ArchRule the_world_has_no_clock_no_chance_and_no_io =
      noClasses()
          .that()
          .resideInAPackage("anima.world..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.Random|java\\.util\\.concurrent\\.ThreadLocalRandom"
                  + "|java\\.security\\.SecureRandom|java\\.time\\.(Clock|Instant|LocalDateTime)"
                  + "|java\\.nio\\.file\\..*|java\\.io\\.File.*|java\\.net\\..*|java\\.lang\\.Thread")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule nothing_static_can_change =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("anima.sync.wire.proto..")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule names_say_the_role =
      noClasses().should().haveNameMatching(".*(Manager|Utils?|Helpers?)$");

  @ArchTest
  static final ArchRule only_programs_write_to_the_standard_streams =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "anima.client.cli..",
              "anima.client.talk..",
              "anima.brain.train..",
              "anima.brain.bench..")
          .and()
          .haveSimpleNameNotEndingWith("Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule every_queue_is_bounded =
      noClasses()
          .should()
          .callConstructor(java.util.concurrent.LinkedBlockingQueue.class)
          .orShould()
          .callConstructor(java.util.concurrent.LinkedBlockingDeque.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.ConcurrentLinkedQueue.class)
          .orShould()
          .callMethod(java.util.concurrent.Executors.class, "newCachedThreadPool");

  @ArchTest
  static final ArchRule rooms_form_no_circle =
      slices().matching("anima.(*)..").should().beFreeOfCycles();
}

package org.comity;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.form.NormalForm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.test.util.ReflectionTestUtils;

/** The plan of the house. When a rule here is in your way, write a decision record before you bend it. */
class ArchitectureTest {

    private static final int LONGEST_FILE = 300;

    @Test
    @Tag("long")
    void modules_use_only_what_they_declare() {
        House.modules().verify();
    }

    @Test
    @Tag("long")
    void every_module_declares_what_it_may_use() {
        assertThat(House.modules())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(module.getBasePackage().findAnnotation(ApplicationModule.class))
                        .as("%s has no allowedDependencies", module.getIdentifier())
                        .hasValueSatisfying(it ->
                                assertThat(it.allowedDependencies()).doesNotContain(ApplicationModule.OPEN_TOKEN)));
    }

    @Test
    void a_file_is_one_idea_and_short() throws IOException {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readAllLines(source))
                        .as("%s is longer than %d lines", source, LONGEST_FILE)
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void every_package_says_that_nothing_is_null_unless_marked() throws IOException {
        var folders = sources().stream().map(Path::getParent).distinct().filter(it -> !it.endsWith("org/comity"));
        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("@NullMarked"));
    }

    static final ArchRule packages_form_no_circle =
            slices().matching("org.comity.(**)").should().beFreeOfCycles();

    static final ArchRule values_know_no_framework = noClasses()
            .that()
            .areRecords()
            .or()
            .areEnums()
            .and()
            .areNotAnnotatedWith(ConfigurationProperties.class)
            .and()
            .resideOutsideOfPackages("org.comity.ui..", "org.comity.exchange.as4..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "java.sql..", "jakarta.servlet..")
                    .and(not(resideInAPackage("org.springframework.boot.context.properties.."))))
            .because("rules and states are tested in microseconds, without a container; ui and as4 are the web itself");

    static final ArchRule only_repositories_speak_sql = noClasses()
            .that()
            .areNotAnnotatedWith(Repository.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            // Of what is only called, no more than its name is read (archunit.properties).
            .haveNameMatching("org\\.springframework\\.jdbc\\.core\\..*Jdbc(Template|Operations)");

    static final ArchRule controllers_call_use_cases = noClasses()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Repository.class)
            .because("a page that reads a table skips the transaction and the ledger");

    static final ArchRule beans_stay_in_their_folder = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .areNotMetaAnnotatedWith(EnableAutoConfiguration.class)
            .should()
            .notBePublic();

    static final ArchRule text_is_normalised_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(NormalForm.class.getName())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Normalizer.class.getName())
            .because("of text from outside the Normalizer takes the square of a run of marks");

    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.comity.clock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Year.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule beans_are_given_the_clock = noClasses()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .resideOutsideOfPackage("org.comity.clock")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("only a command line, which has no beans, may start a clock of its own");

    /** Conditions are settled when a node's fast start is prepared; what a State configures is asked when it starts. */
    static final ArchRule configuration_is_asked_when_a_node_starts = noClasses()
            .that()
            .resideOutsideOfPackage("org.comity.operator")
            .should()
            .beAnnotatedWith(ConditionalOnProperty.class)
            .orShould()
            .beAnnotatedWith(ConditionalOnBooleanProperty.class)
            .orShould()
            .beAnnotatedWith(Profile.class);

    static final ArchRule names_are_words_of_the_field = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Entity");

    static final ArchRule the_verifier_needs_no_node = noClasses()
            .that()
            .resideInAPackage("org.comity.proof..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "eu.europa.esig..");

    /** Each subject has a package, which {@link #packages_form_no_circle} holds apart: here is what all of them answer with. */
    static final ArchRule the_root_of_the_verifier_holds_no_subject = classes()
            .that()
            .resideInAPackage("org.comity.proof")
            .and()
            .areTopLevelClasses()
            .should()
            .haveSimpleName("CheckCodes")
            .orShould()
            .haveSimpleName("Malformed")
            .orShould()
            .haveSimpleName("ReadingProgress")
            .orShould()
            .haveSimpleName("Verdict")
            .orShould()
            .haveSimpleName("package-info");

    /** The drawn plan is the built house. Run with {@code -Dplan.write} to redraw it. */
    @Test
    @Tag("long")
    void the_plan_shows_the_house_as_it_stands() throws IOException {
        var drawn = House.root().resolve("docs/architecture/modules.mmd");
        var modules = House.modules();
        var plan = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .map(used -> "    %s --> %s".formatted(module.getIdentifier(), used.getIdentifier())))
                .sorted()
                .collect(Collectors.joining("\n", "flowchart TD\n", "\n"));
        if (System.getProperty("plan.write") != null) {
            Files.createDirectories(drawn.getParent());
            Files.writeString(drawn, plan);
        }

        assertThat(drawn).as("redraw it with -Dplan.write").hasContent(plan);
    }

    /** Every rule that stands here, over classes that are read once: with the modules, and those of the verifier. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_house_keeps(String name, ArchRule rule) {
        boolean ofTheVerifier = name.contains("the_verifier");

        if (!ofTheVerifier) rule.check(House.classes());
        rule.allowEmptyShould(!ofTheVerifier).check(House.verifier());
    }

    static Stream<Arguments> rules() {
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(it -> it.getType().equals(ArchRule.class))
                .map(it ->
                        Arguments.of(it.getName(), ReflectionTestUtils.getField(ArchitectureTest.class, it.getName())));
    }

    @Test
    void both_halves_of_the_house_are_read_whole() throws IOException {
        assertThat(House.classes().stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(types("node"));
        assertThat(House.verifier().stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(types("proof"));
    }

    private static List<String> types(String module) throws IOException {
        var root = House.root().resolve(module).resolve("target/classes");
        try (var all = Files.walk(root.resolve("org/comity"))) {
            return all.map(it -> root.relativize(it).toString().replace('/', '.'))
                    .filter(it -> it.endsWith(".class") && !it.contains("$"))
                    .map(it -> it.replaceFirst("\\.class$", ""))
                    .toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(House.root().resolve("node/src/main/java"))) {
            return all.filter(it -> it.toString().endsWith(".java")).toList();
        }
    }
}

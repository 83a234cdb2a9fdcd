package org.comity;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.util.ReflectionTestUtils;

/** What the guards of the house look at. {@code proof} is a library that every room may use, no room itself. */
public final class House {

    private static @Nullable ApplicationModules modules;
    private static @Nullable JavaClasses classes;
    private static @Nullable JavaClasses verifier;

    private House() {}

    /** Read once a JVM, which takes seconds: whoever asks for them bears the tag {@code long}. */
    static synchronized ApplicationModules modules() {
        if (modules == null) {
            modules = ApplicationModules.of(NodeApplication.class, resideInAPackage("org.comity.proof.."));
        }
        return modules;
    }

    /** The classes of the node; as they were read for its modules, which have no door for them, where these were asked for. */
    static synchronized JavaClasses classes() {
        if (classes == null) {
            classes = modules == null
                    ? read("org.comity").that(not(resideInAPackage("org.comity.proof..")))
                    : (JavaClasses) ReflectionTestUtils.getField(modules, "allClasses");
        }
        return Objects.requireNonNull(classes);
    }

    /** The classes of {@code proof}. */
    static synchronized JavaClasses verifier() {
        if (verifier == null) {
            verifier = read("org.comity.proof");
        }
        return verifier;
    }

    private static JavaClasses read(String name) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(name);
    }

    /** Where the docs are, whether the tests run from there or from the module's folder. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("node")) ? here : here.getParent();
    }
}

package org.comity;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.core.ApplicationModules;

/** What the guards of the house look at. {@code proof} is a library that every room may use, no room itself. */
public final class House {

    private static @Nullable ApplicationModules modules;

    private House() {}

    /** Read once a JVM, which takes seconds. */
    static synchronized ApplicationModules modules() {
        if (modules == null) {
            modules = ApplicationModules.of(NodeApplication.class, resideInAPackage("org.comity.proof.."));
        }
        return modules;
    }

    /** Where the docs are, whether the tests run from there or from the module's folder. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("node")) ? here : here.getParent();
    }
}

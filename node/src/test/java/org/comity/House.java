package org.comity;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.modulith.core.ApplicationModules;

/** What the guards of the house look at. {@code proof} is a library that every room may use, no room itself. */
public final class House {

    private House() {}

    static ApplicationModules modules() {
        return ApplicationModules.of(NodeApplication.class, resideInAPackage("org.comity.proof.."));
    }

    /** Where the docs are, whether the tests run from there or from the module's folder. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("node")) ? here : here.getParent();
    }
}

package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the drawn plan equal to the built house. Run with {@code -Dplan.write} to redraw it. */
@Tag("long")
class PlanOfTheHouseTest {

    private static final ApplicationModules MODULES = House.modules();

    @Test
    void the_plan_shows_the_house_as_it_stands() throws IOException {
        var drawn = House.root().resolve("docs/architecture/modules.mmd");
        var plan = MODULES.stream()
                .flatMap(PlanOfTheHouseTest::arrows)
                .sorted()
                .collect(Collectors.joining("\n", "flowchart TD\n", "\n"));
        if (System.getProperty("plan.write") != null) {
            Files.createDirectories(drawn.getParent());
            Files.writeString(drawn, plan);
        }

        assertThat(drawn).as("redraw it with -Dplan.write").hasContent(plan);
    }

    private static Stream<String> arrows(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(used -> "    %s --> %s".formatted(module.getIdentifier(), used.getIdentifier()));
    }
}

package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client that somebody else's tool makes of what a node serves compiles, and does a whole exchange. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@ExtendWith(TwoNodes.class)
class GeneratedClientIT {

    private static final Path PROJECT = House.root().resolve("examples/generated-client");
    private static final int MINUTES = 15;

    /** The generator says the first of every OpenAPI 3.1, and the second without saying of what; Maven's own JVM warns too. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "OpenAPI 3.1 support is still in beta|Failed to get the schema name: null|^WARNING: .*(Unsafe|maintainers|deprecated)");

    @TempDir
    private Path folder;

    @Test
    void it_asks_and_reads_the_answer_and_was_made_without_a_warning() throws Exception {
        var served = Files.write(folder.resolve("openapi.json"), Programs.bytes(1, "/openapi.json"));

        var made =
                run(List.of("mvn", "-B", "-ntp", "-f", PROJECT.toString(), "-Dopenapi=" + served, "clean", "package"));

        assertThat(made.lines()
                        .filter(it -> it.contains("WARN") || it.contains("ERROR"))
                        .filter(it -> !NOT_OURS.matcher(it).find()))
                .isEmpty();
        var said = run(Stream.of(
                        List.of(
                                java(),
                                "-cp",
                                PROJECT.resolve("target/classes")
                                        + File.pathSeparator
                                        + PROJECT.resolve("target/lib/*"),
                                "org.example.WholeExchange"),
                        desk(1),
                        desk(2))
                .flatMap(List::stream)
                .toList());
        assertThat(said).containsPattern("XA-[0-9]{4}-[0-9]{6}: .*can-keep");
    }

    private static List<String> desk(int state) {
        return List.of(
                TwoNodes.address(state),
                Programs.token(state, "duty-officer"),
                Programs.token(state, "second-officer"));
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "said", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                .as(command.getFirst())
                .isTrue();
        var text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}

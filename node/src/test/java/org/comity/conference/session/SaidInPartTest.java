package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.conference.ConferenceProcedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of acts, states, fields and options of a part stand in a list beside the procedure's name, and in no class. */
class SaidInPartTest {

    private static final Path MAIN = House.root().resolve("node/src/main");

    @Test
    void each_name_in_the_list_is_one_of_the_procedure() throws IOException {
        var procedures = ConferenceProcedures.read();
        var folder = MAIN.resolve("resources/procedures/" + procedures.parts() + "/1");
        var words = Files.readString(folder.resolve("procedure.yaml")) + Files.readString(folder.resolve("moves.md"));
        assertThat(procedures.part().values().stream()
                        .flatMap(it -> Stream.of(it.split(",")))
                        .map(String::strip))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(words).containsPattern("\\b" + it + "\\b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FollowingParts", "ComingSessions", "TakingParts"})
    void no_class_has_one(String type) throws IOException {
        var source = Files.readString(MAIN.resolve("java/org/comity/conference/session/" + type + ".java"));
        assertThat(source)
                .doesNotContain("\"withdraw\"", "\"Withdrawn\"", "\"Closed\"", "\"delegates\"", "\"speaks\"")
                .doesNotContain("\"issuedBy\"", "get(\"session\")", "put(\"session\"");
    }

    @Test
    void a_key_of_a_session_counts_however_it_was_typed() {
        assertThat(new SaidInPart(Map.of("session", " PRAC-3 ")).session()).isEqualTo("prac-3");
        assertThat(new SaidInPart(Map.of()).session()).isEmpty();
    }
}

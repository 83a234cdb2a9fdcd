package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.ProtocolSchemas;
import org.comity.procedure.file.PracticeFiles;
import org.comity.procedure.file.ProcedureFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of each procedure whose threads have any number of parties is made of its fields and its table. What officers
 * send keeps it where three nodes do ({@code ThreeStatesIT}).
 */
class SchemasOfJointActsTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<ProcedureFile> files() {
        return PracticeFiles.joint();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_published_schema_is_that_of_the_file(ProcedureFile file) throws IOException {
        SchemasOfActsTest.published(file.id(), SchemasOfActsTest.schema(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_invitation_names_whom_it_asks_and_as_what(ProcedureFile file) {
        assertThat(wrong(file, Map.of("party", "XB-1", "as", "member", "shown", "all")))
                .doesNotContain("/envelope/facts");
        assertThat(wrong(file, Map.of("party", "XB-1", "as", "member"))).contains("/envelope/facts");
        assertThat(wrong(file, Map.of("party", "XB-1", "as", "judge", "shown", "all")))
                .contains("/envelope/facts/as");
    }

    private static String wrong(ProcedureFile file, Map<String, String> facts) {
        var act = Map.of(
                "body",
                Map.of("text", ""),
                "envelope",
                new TreeMap<>(Map.of("procedure", file.id(), "type", "invite", "role", "host", "facts", facts)));
        return String.join(
                "\n", ProtocolSchemas.problems(file.id().replace('/', '-') + ".json", JSON.writeValueAsBytes(act)));
    }
}

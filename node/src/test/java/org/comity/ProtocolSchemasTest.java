package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what all procedures share say what the published vectors say, and stand on their page. */
class ProtocolSchemasTest {

    private static final Path VECTORS = House.root().resolve("docs/protocol/vectors");
    private static final JsonMapper JSON = new JsonMapper();

    /** What no schema can say: that two fields differ, that a hash fits, that a name means one file. */
    private static final List<String> BEYOND = List.of("R12", "R14", "R17", "R18", "R32");

    static Stream<Arguments> vectors() {
        return Stream.of(Arguments.of("acts.json", "act.json"), Arguments.of("entries.json", "entry.json"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void what_the_vectors_accept_is_valid_and_what_they_refuse_is_not(String vectors, String schema)
            throws IOException {
        var refused = new TreeSet<String>();
        for (JsonNode each : JSON.readTree(Files.readAllBytes(VECTORS.resolve(vectors)))) {
            var problems =
                    ProtocolSchemas.problems(schema, each.get("json").asString().getBytes(UTF_8));
            var result = each.get("result").asString();
            if (result.equals("accepted") || result.equals("entry-signature")) {
                assertThat(problems).as(each.toString()).isEmpty();
            } else if (problems.isEmpty()) {
                assertThat(BEYOND).as(each.toString()).contains(each.get("rule").asString());
            } else {
                refused.add(result);
            }
        }
        assertThat(refused).contains("fields");
    }

    /** R161: an envelope that a follower refuses by its form is none by the schema, and no other. */
    @Test
    void the_schema_of_a_publication_says_what_its_vectors_say() throws IOException {
        for (JsonNode each : JSON.readTree(Files.readAllBytes(VECTORS.resolve("publications.json")))) {
            assertThat(ProtocolSchemas.problems(
                                    "publication.json",
                                    each.get("json").asString().getBytes(UTF_8))
                            .isEmpty())
                    .as(each.get("name").asString())
                    .isEqualTo(each.get("result").asString().equals("accepted"));
        }
        var document = "{\"body\":{\"title\":\"A\"},\"salt\":\"" + "0a".repeat(16) + "\"}";
        assertThat(ProtocolSchemas.problems("publication-document.json", document.getBytes(UTF_8)))
                .isEmpty();
        assertThat(ProtocolSchemas.problems(
                        "publication-document.json",
                        document.replace("0a0a", "0A0a").getBytes(UTF_8)))
                .isNotEmpty();
    }

    static Stream<Arguments> documents() throws IOException {
        var directory = VECTORS.resolve("directory");
        return Stream.of(
                Arguments.of("participant.json", Files.readString(directory.resolve("entry-1.json"))),
                Arguments.of("participant.json", Files.readString(directory.resolve("entry-2.json"))),
                Arguments.of("list.json", Files.readString(directory.resolve("list.json"))),
                Arguments.of("network.json", Files.readString(directory.resolve("root.json"))),
                Arguments.of("revocation.json", Files.readString(directory.resolve("revocation.json"))),
                Arguments.of("thread.json", exported("thread.json")),
                Arguments.of("entry.json", exported("register/000001.json")),
                Arguments.of("entries.json", "{\"entries\":[" + exported("register/000001.json") + "]}"),
                Arguments.of(
                        "message.json",
                        "{\"id\":\"m1\",\"text\":\"Did you reach them?\",\"thread\":\"0b7e1c52-3f0e-4c53-9a55-000000000001\","
                                + "\"time\":\"2027-03-01T12:00:00Z\"}"),
                Arguments.of("fetch.json", "{\"after\":0,\"thread\":\"0b7e1c52-3f0e-4c53-9a55-000000000001\"}"),
                Arguments.of("return.json", "{\"after\":\"\"}"),
                Arguments.of("return.json", "{\"after\":3,\"thread\":\"0b7e1c52-3f0e-4c53-9a55-000000000001\"}"),
                Arguments.of(
                        "heads.json",
                        "{\"heads\":[{\"hash\":\"" + "ab".repeat(32)
                                + "\",\"n\":2,\"open\":[],\"thread\":\"t\"}],\"last\":true}"));
    }

    /** Each field is needed, and no other is known. */
    @ParameterizedTest
    @MethodSource("documents")
    void a_document_is_valid_and_with_a_field_more_or_less_it_is_not(String schema, String document) {
        assertThat(ProtocolSchemas.problems(schema, document.getBytes(UTF_8))).isEmpty();

        var more = (ObjectNode) JSON.readTree(document);
        more.put("more", 1);
        assertThat(ProtocolSchemas.problems(schema, JSON.writeValueAsBytes(more)))
                .isNotEmpty();
        for (var field : JSON.readTree(document).propertyNames()) {
            if (schema.equals("return.json") && field.equals("thread")) continue;
            var less = (ObjectNode) JSON.readTree(document);
            less.remove(field);
            assertThat(ProtocolSchemas.problems(schema, JSON.writeValueAsBytes(less)))
                    .as(field)
                    .isNotEmpty();
        }
    }

    @Test
    void every_schema_stands_on_the_page() throws IOException {
        var page = Files.readString(ProtocolSchemas.FOLDER.resolve("README.md"));
        try (var files = Files.list(ProtocolSchemas.FOLDER)) {
            assertThat(files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".json")))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(page).contains("(" + it + ")"));
        }
    }

    private static String exported(String name) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(VECTORS.resolve("thread.zip")))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                if (each.getName().equals(name)) return new String(zip.readAllBytes(), UTF_8);
            }
        }
        throw new IOException(Map.of("missing", name).toString());
    }
}

package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.comity.directory.ParticipantEntry;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
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

    static Stream<Arguments> changed() {
        return Stream.of(
                Arguments.of("/names", "العربية", "Aldoria"),
                Arguments.of("/capitals", "en us", "Velmora"),
                Arguments.of("/functions", "-night", "Night Desk"),
                Arguments.of("/profile/provisions", "art. 4", "The judge orders."),
                Arguments.of("/names", "en", "Aldo\tria"),
                Arguments.of("/functions", "night", "Night\rDesk"),
                Arguments.of("/profile/provisions", "order", "One\u0000"),
                Arguments.of("", "hours", "8 to\t16"),
                Arguments.of("/profile", "highestMarking", "TLP\u001b"),
                Arguments.of("/profile/needs/subscriber", "wording", "a\tb"),
                Arguments.of("/node", "as4", "https://" + "a".repeat(300)),
                Arguments.of("/keys", "entry", "A".repeat(404)),
                Arguments.of("/node", "seal", "A".repeat(96)));
    }

    /** D12, D14, D15: what a node refuses of an entry by its form, who builds from the page and the schema never writes. */
    @ParameterizedTest
    @MethodSource("changed")
    void an_entry_that_its_reader_refuses_by_form_is_not_valid(String where, String name, String value)
            throws IOException {
        var signed = (ObjectNode) JSON.readTree(Files.readString(VECTORS.resolve("directory/entry-1.json")));
        ParticipantEntry.read(canonical(signed.get("entry")));
        ((ObjectNode) signed.at("/entry" + where)).put(name, value);

        assertThatThrownBy(() -> ParticipantEntry.read(canonical(signed.get("entry"))))
                .isInstanceOf(Malformed.class);
        assertThat(ProtocolSchemas.problems("participant.json", JSON.writeValueAsBytes(signed)))
                .isNotEmpty();
    }

    @Test
    void a_line_feed_may_stand_in_a_text_of_an_entry() throws IOException {
        var signed = (ObjectNode) JSON.readTree(Files.readString(VECTORS.resolve("directory/entry-1.json")));
        ((ObjectNode) signed.at("/entry/profile/provisions")).put("order", "One\nTwo\n");

        ParticipantEntry.read(canonical(signed.get("entry")));
        assertThat(ProtocolSchemas.problems("participant.json", JSON.writeValueAsBytes(signed)))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static byte[] canonical(JsonNode json) {
        return CanonicalJson.write(JSON.convertValue(json, Map.class));
    }

    @Test
    void the_form_of_each_head_and_of_a_messages_time_is_closed() {
        var head = "{\"heads\":[{\"hash\":\"" + "ab".repeat(32)
                + "\",\"more\":1,\"n\":2,\"open\":[],\"thread\":\"t\"}],\"last\":true}";
        assertThat(ProtocolSchemas.problems("heads.json", head.getBytes(UTF_8))).isNotEmpty();
        var message = "{\"id\":\"m1\",\"text\":\"x\",\"thread\":\"t\",\"time\":\"%s\"}";
        for (var time : List.of("2027-03-01T13:00:00+01:00", "2027-03-01T12:00Z", "2027-03-01T12:00:00.000Z")) {
            assertThat(ProtocolSchemas.problems(
                            "message.json", message.formatted(time).getBytes(UTF_8)))
                    .as(time)
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

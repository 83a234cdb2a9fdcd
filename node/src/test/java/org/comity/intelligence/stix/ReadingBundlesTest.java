package org.comity.intelligence.stix;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.intelligence.stix.IndicatorKind.NamedValue;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles of others are read as they are meant, within bounds, and what is wrong in one is named. */
public class ReadingBundlesTest {

    private static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
    private static final String ID = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

    private static final ReadingBundles READING = new ReadingBundles(new StixSchemas());

    @ParameterizedTest
    @CsvSource({
        "indicator-for-c2-ip-address.json, 1, 0",
        "indicator-to-campaign-relationship.json, 1, 2",
        "indicators-for-C2-with-COA.json, 2, 5",
        "infrastructure.json, 2, 8",
        "malicious-email-indicator-with-attachment.json, 2, 3"
    })
    void examples_of_the_standard_are_read(String file, int shown, int notShown) throws IOException {
        var read = READING.read(example(file));

        assertThat(read.faults()).isEmpty();
        assertThat(read.indicators()).hasSize(shown);
        assertThat(read.notShown().values().stream().mapToInt(it -> it).sum()).isEqualTo(notShown);
    }

    @Test
    void a_report_is_read_with_what_is_not_shown() throws IOException {
        var read = READING.read(example("threat-reports/apt1.json"));

        assertThat(read.indicators()).hasSize(12);
        var domain = read.indicators().stream()
                .filter(it -> it.values().contains(new NamedValue(IndicatorKind.DOMAIN, "", "hugesoft.org")))
                .findFirst()
                .orElseThrow();
        assertThat(domain.light()).isNull();
        assertThat(read.indicators())
                .filteredOn(it -> it.written().contains(" AND "))
                .as("more than a list is shown as written")
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.values()).isEmpty());
        assertThat(read.notShown()).containsEntry("relationship", 30).doesNotContainKey("identity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ipv4-addr:value = '203.0.113.7']|IP 203.0.113.7",
                "[ ipv6-addr:value == '2001:db8::1' ] OR [url:value='http://a.example/x']|IP 2001:db8::1; URL http://a.example/x",
                "[domain-name:value IN ('a.example', 'b.example')]|DOMAIN a.example; DOMAIN b.example",
                "[file:hashes.'SHA-256' = 'AB' OR file:hashes.MD5 = 'CD']|HASH SHA-256 AB; HASH MD5 CD",
                "[email-message:from_ref.value = 'o\\'neil@mail.example']|MAIL o'neil@mail.example",
                "[user-account:account_login = 'x' OR autonomous-system:number = 64500]|ACCOUNT x; NETWORK 64500",
                "[x-own:thing = 'y']|OTHER x-own:thing y"
            })
    void a_list_of_comparisons_is_told_in_values(String pattern, String told) {
        assertThat(ListedPattern.read(pattern).orElseThrow().stream()
                        .map(it -> "%s %s %s"
                                .formatted(it.kind(), it.detail(), it.value())
                                .replace("  ", " ")))
                .containsExactly(told.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ipv4-addr:value = '203.0.113.7' AND domain-name:value = 'a.example']",
                "[ipv4-addr:value != '203.0.113.7']",
                "[ipv4-addr:value = '203.0.113.7'] FOLLOWEDBY [ipv4-addr:value = '203.0.113.8']",
                "[ipv4-addr:value = '203.0.113.7'] WITHIN 5 SECONDS",
                "[ipv4-addr:value NOT IN ('203.0.113.7')]",
                "[file:name MATCHES 'a.*']",
                "[file:name = 'open",
                "[file:name = 'a'] x",
                "",
                "["
            })
    void what_says_more_is_no_list(String pattern) {
        assertThat(ListedPattern.read(pattern)).isEmpty();
    }

    @Test
    void marks_are_read_in_both_versions_and_the_narrowest_is_told() {
        var own = "marking-definition--" + ID;
        var read = READING.read(bundle(
                marked("1", "\"object_marking_refs\": [\"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421\"]"),
                marked("2", "\"object_marking_refs\": [\"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9\"]"),
                marked(
                        "3",
                        "\"object_marking_refs\": [\"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb\"], \"granular_markings\": [{\"marking_ref\": \"%s\", \"selectors\": [\"name\"]}]"
                                .formatted(own)),
                marked("4", "\"name\": \"without\""),
                """
                {"type": "marking-definition", "spec_version": "2.1", "id": "%s", "created": "2022-10-01T00:00:00.000Z",
                 "name": "Ours", "extensions": {"%s": {"extension_type": "property-extension", "tlp_2_0": "amber+strict"}}}
                """.formatted(own, TLP_2)));

        assertThat(read.faults()).isEmpty();
        assertThat(read.indicators())
                .extracting(ReadIndicator::light)
                .containsExactly(TrafficLight.AMBER, TrafficLight.CLEAR, TrafficLight.AMBER_STRICT, null);
        assertThat(read.indicators()).extracting(ReadIndicator::inPart).containsExactly(false, false, true, false);
    }

    @Test
    void the_definitions_that_we_write_are_those_of_the_standard() {
        for (var light : TrafficLight.values()) {
            var json = tools.jackson.databind.json.JsonMapper.shared().valueToTree(LightMarking.definition(light));

            assertThat(LightMarking.said(json)).contains(light);
            assertThat(LightMarking.known(LightMarking.id(light))).contains(light);
            assertThat(new StixSchemas().faults("m", "marking-definition", json))
                    .isEmpty();
        }
    }

    @Test
    void sightings_are_added_up() {
        var read = READING.read(bundle(
                marked("1", "\"created_by_ref\": \"identity--%s\"".formatted(ID)),
                """
                {"type": "identity", "spec_version": "2.1", "id": "identity--%s", "created": "2026-01-01T00:00:00.000Z",
                 "modified": "2026-01-01T00:00:00.000Z", "name": "CERT of Aldoria", "identity_class": "organization"}
                """.formatted(ID),
                sighting(
                        "1",
                        "\"count\": 3, \"first_seen\": \"2026-01-02T00:00:00Z\", \"last_seen\": \"2026-01-03T00:00:00Z\""),
                sighting(
                        "2",
                        "\"first_seen\": \"2026-01-01T00:00:00Z\", \"where_sighted_refs\": [\"identity--%s\"]"
                                .formatted(ID))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.notShown()).isEmpty();
        assertThat(read.indicators().getFirst().by()).isEqualTo("CERT of Aldoria");
        var seen = read.indicators().getFirst().sightings();
        assertThat(seen.times()).isEqualTo(4);
        assertThat(seen.by()).containsExactly("CERT of Aldoria");
        assertThat(seen.first()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(seen.last()).isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void what_is_wrong_is_named_and_the_rest_is_read() {
        var read = READING.read(bundle(
                marked("1", "\"name\": \"Good\""),
                marked("1", "\"name\": \"Again\""),
                marked("2", "\"confidence\": 101"),
                marked("3", "\"valid_until\": \"2026-02-30T00:00:00Z\""),
                marked("4", "\"Upper\": \"x\""),
                "{\"type\": \"indicator\", \"id\": \"malware--%s\"}".formatted(ID),
                "{\"type\": \"indicator\"}",
                "{\"type\": \"identity\", \"spec_version\": \"2.1\", \"id\": \"identity--%s\", \"created\": \"2026-01-01T00:00:00.000Z\", \"modified\": \"2026-01-01T00:00:00.000Z\"}"
                        .formatted(ID),
                "{\"type\": \"x-own\", \"spec_version\": \"2.1\", \"id\": \"x-own--%s\"}".formatted(ID)));

        assertThat(read.indicators()).extracting(ReadIndicator::name).containsExactly("Good");
        assertThat(read.left()).isEqualTo(7);
        assertThat(read.notShown()).isEqualTo(Map.of("x-own", 1));
        assertThat(read.faults())
                .extracting(it -> it.what() + " " + it.place() + " " + it.detail())
                .contains(
                        "twice  ",
                        "range /confidence ",
                        "moment /valid_until ",
                        "type /type ",
                        "id /id ",
                        "missing  name");
        assertThat(read.faults())
                .filteredOn(it -> it.what().equals("unknown"))
                .extracting(StixFault::object)
                .containsExactly("indicator--00000000-0000-4000-8000-000000000004");
    }

    /** A matcher that is not counted would be at it for years. */
    @Test
    void a_text_made_to_take_long_is_given_up() {
        var slow = new BoundedMatching().getRegularExpression("^(.*a){20}$");

        assertThatExceptionOfType(BoundedMatching.GaveUp.class).isThrownBy(() -> slow.matches("a".repeat(60) + "!"));
        assertThat(new BoundedMatching().getRegularExpression("^a+$").matches("a\n"))
                .isFalse();
    }

    /** A matcher goes down the stack with each; the first is the language of a program, then what a mark is on, then a product. */
    @Test
    void a_text_made_to_overflow_the_stack_is_left_out_as_too_long() {
        var read = READING.read(bundle(
                software("1", "\"languages\": [\"en%s\"]".formatted("-a".repeat(3_000))),
                marked(
                        "2",
                        "\"granular_markings\": [{\"lang\": \"en\", \"selectors\": [\"abc%s\"]}]"
                                .formatted(".a".repeat(1_000))),
                software("3", "\"cpe\": \"cpe:2.3:a:%s\"".formatted("a:".repeat(5_000))),
                marked("4", "\"name\": \"Good\"")));

        assertThat(read.indicators()).extracting(ReadIndicator::name).containsExactly("Good");
        assertThat(read.faults()).extracting(StixFault::what).containsExactly("long", "long", "long");
    }

    @Test
    void what_is_in_letters_may_be_long_and_all_texts_of_a_file_have_one_bound() {
        var long64 = new BoundedMatching()
                .getRegularExpression("^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$");
        assertThat(long64.matches("QUJD".repeat(100_000))).isTrue();

        var slow = new BoundedMatching().getRegularExpression("^(.*a){20}$");
        assertThat(BoundedMatching.<Integer>inOneFile(() -> {
                    int given = 0;
                    for (int n = 0; n < 600; n++) {
                        try {
                            slow.matches("a".repeat(60) + "!");
                        } catch (BoundedMatching.GaveUp stopped) {
                            given++;
                        }
                    }
                    try {
                        slow.matches("a".repeat(20));
                        return -given;
                    } catch (BoundedMatching.GaveUp stopped) {
                        return given;
                    }
                }))
                .isEqualTo(600);
    }

    /** Its definition lies elsewhere, has a fault, or is no list at all; capitals are read. */
    @Test
    void a_mark_that_cannot_be_read_is_kept_as_the_narrowest() {
        var elsewhere = "marking-definition--11111111-0000-4000-8000-000000000001";
        var faulty = "marking-definition--11111111-0000-4000-8000-000000000002";
        var capitals = "marking-definition--11111111-0000-4000-8000-000000000003";
        var statement = "marking-definition--11111111-0000-4000-8000-000000000004";
        var file = bundle(
                by("1", elsewhere),
                by("2", faulty),
                by("3", capitals),
                by("4", statement),
                "{\"type\": \"x-a\", \"id\": \"x-a--%s\", \"object_marking_refs\": \"%s\"}".formatted(ID, statement),
                definition(faulty, "\"definition_type\": \"tlp\", \"definition\": {\"tlp\": \"red\"}, \"Upper\": 1"),
                definition(
                        capitals,
                        "\"extensions\": {\"%s\": {\"extension_type\": \"property-extension\", \"tlp_2_0\": \"RED\"}}"
                                .formatted(TLP_2)),
                definition(statement, "\"definition_type\": \"statement\", \"definition\": {\"statement\": \"Ours\"}"));

        assertThat(READING.read(file).indicators())
                .extracting(it -> it.name() + " " + it.unread() + " " + it.light())
                .startsWith("1 true null", "2 true null")
                .endsWith("4 false null");
        var listed = new IndexingObjects(new StixSchemas()).ofBundle(file);
        assertThat(listed.narrowest()).isEqualTo(TrafficLight.RED);
        assertThat(listed.objects())
                .filteredOn(it -> it.light() == TrafficLight.RED)
                .extracting(it -> it.id().replaceAll("-.*(.)$", " $1"))
                .containsExactly("indicator 1", "indicator 2", "indicator 3", "x f");
    }

    @Test
    void a_year_that_no_database_keeps_is_no_time() {
        var read = new IndexingObjects(new StixSchemas())
                .ofBundle(bundle(
                        "{\"type\": \"x-a\", \"id\": \"x-a--%s\", \"modified\": \"+300000-01-01T00:00:00Z\"}"
                                .formatted(ID),
                        marked("1", "\"name\": \"Good\"")));

        assertThat(read.objects()).extracting(IndexedObject::type).containsExactly("indicator");
        assertThat(read.faults()).extracting(StixFault::what).containsExactly("moment");
        assertThat(ReadingBundles.moment("9999-12-31T23:59:59Z")).isPresent();
        assertThat(ReadingBundles.moment("-0001-01-01T00:00:00Z")).isEmpty();
    }

    private static String by(String n, String mark) {
        return marked(n, "\"name\": \"%s\", \"object_marking_refs\": [\"%s\"]".formatted(n, mark));
    }

    private static String definition(String id, String more) {
        return "{\"type\": \"marking-definition\", \"spec_version\": \"2.1\", \"id\": \"%s\", \"created\": \"2026-01-01T00:00:00.000Z\", %s}"
                .formatted(id, more);
    }

    private static String software(String n, String more) {
        return "{\"type\": \"software\", \"spec_version\": \"2.1\", \"id\": \"software--00000000-0000-5000-8000-00000000000%s\", \"name\": \"x\", %s}"
                .formatted(n, more);
    }

    @Test
    void what_is_beyond_bounds_or_ambiguous_is_refused_whole() {
        refused("said-twice", "{\"type\": \"bundle\", \"id\": \"bundle--%s\", \"id\": \"x\"}".formatted(ID));
        refused("no-json", "{\"type\": \"bundle\", ");
        refused("no-json", "{\"type\": \"bundle\"} and more");
        refused("no-bundle", "{\"type\": \"report\"}");
        refused("no-bundle", "[]");
        refused("old-version", "{\"type\": \"bundle\", \"spec_version\": \"2.0\"}");
        refused("too-deep", "{\"type\": \"bundle\", \"x\": " + "[".repeat(40) + "]".repeat(40) + "}");
        refused("too-large", "{\"type\": \"bundle\", \"x\": \"" + "a".repeat(BundleFile.LARGEST) + "\"}");
        refused("too-many", "{\"type\": \"bundle\", \"objects\": [" + "1,".repeat(BundleFile.MOST) + "1]}");
        assertThatExceptionOfType(StixRefused.class)
                .isThrownBy(() -> READING.read(
                        "{\"type\": \"bundle\", \"x\": \"é\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("intelligence.no-utf8"));
    }

    @Test
    void a_bundle_is_recognised_by_what_is_in_it() {
        assertThat(BundleFile.recognised(bundle())).isTrue();
        assertThat(BundleFile.recognised("{\"id\": {\"type\": \"x\"}, \"type\": \"bundle\"".getBytes(UTF_8)))
                .isTrue();
        for (var none :
                new String[] {"", "%PDF-1.7", "[]", "{}", "{\"type\": \"report\"}", "{\"type\": 1}", "\"bundle\""}) {
            assertThat(BundleFile.recognised(none.getBytes(UTF_8))).as(none).isFalse();
        }
        assertThat(BundleFile.recognised("x".getBytes(UTF_16LE))).isFalse();
    }

    /** What the indicators of a bundle list, without the observables. */
    public static List<String> values(String bundle) {
        return READING.read(bundle.getBytes(UTF_8)).indicators().stream()
                .filter(it -> !it.observed())
                .flatMap(it -> it.values().stream())
                .map(NamedValue::value)
                .toList();
    }

    private static void refused(String why, String file) {
        assertThatExceptionOfType(StixRefused.class)
                .as(why)
                .isThrownBy(() -> READING.read(file.getBytes(UTF_8)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("intelligence." + why));
    }

    public static byte[] bundle(String... objects) {
        return "{\"type\": \"bundle\", \"id\": \"bundle--%s\", \"objects\": [%s]}"
                .formatted(ID, String.join(",", objects))
                .getBytes(UTF_8);
    }

    /** An indicator with one property more. */
    public static String marked(String n, String more) {
        return """
                {"type": "indicator", "spec_version": "2.1", "id": "indicator--00000000-0000-4000-8000-00000000000%s",
                 "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z", "pattern_type": "stix",
                 "pattern": "[ipv4-addr:value = '203.0.113.7']", "valid_from": "2026-01-01T00:00:00Z", %s}
                """.formatted(n, more);
    }

    private static String sighting(String n, String more) {
        return """
                {"type": "sighting", "spec_version": "2.1", "id": "sighting--00000000-0000-4000-8000-00000000000%s",
                 "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z",
                 "sighting_of_ref": "indicator--00000000-0000-4000-8000-000000000001", %s}
                """.formatted(n, more);
    }

    private static byte[] example(String name) throws IOException {
        try (var file = ReadingBundlesTest.class.getResourceAsStream("/stix-2.1/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}

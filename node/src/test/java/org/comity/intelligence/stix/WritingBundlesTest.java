package org.comity.intelligence.stix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
import org.comity.procedure.form.Identifier;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What a bundle of ours says is valid by the schemas of the standard, the same each time, and read back as it was typed. */
class WritingBundlesTest {

    private static final String AT =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";
    private static final Instant DAY = Instant.parse("2026-11-24T10:00:00Z");

    private static final List<String> TYPED = List.of(
            "203.0.113.7 2026-11-01 10:00 UTC",
            "2001:db8::7",
            "o'neil@mail.example",
            "https://a.example/x?y='z'",
            "00-11-22-AA-BB-CC",
            "evil.example",
            "D41D8CD98F00B204E9800998ECF8427E",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private static final List<String> WITHOUT_PLACE =
            List.of("+99 555 0100", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "invoice.exe", "the_boss");

    private final WritingBundles writing = new WritingBundles(new StixSchemas());

    @ParameterizedTest
    @EnumSource(TrafficLight.class)
    void it_is_valid_by_the_schemas_and_read_back_as_it_was_typed(TrafficLight light) {
        var written = writing.write(
                "t",
                named(
                        "a".repeat(64),
                        Stream.concat(TYPED.stream(), WITHOUT_PLACE.stream()).toList()),
                light);

        assertThat(written.named()).isEqualTo(TYPED.size());
        assertThat(written.left()).isEqualTo(WITHOUT_PLACE.size());
        assertThat(problems(written.json())).isEmpty();
        var read = new ReadingBundles(new StixSchemas()).read(written.json());
        assertThat(read.faults()).isEmpty();
        assertThat(read.notShown()).containsOnlyKeys("relationship");
        var indicators = read.indicators().stream().filter(it -> !it.observed()).toList();
        assertThat(indicators).extracting(ReadIndicator::name).containsExactlyElementsOf(lines());
        assertThat(indicators).allSatisfy(it -> {
            assertThat(it.values()).hasSize(1);
            assertThat(it.by()).isEqualTo("Aldoria (XA-1)");
            assertThat(it.light()).isEqualTo(light);
            assertThat(it.from()).isEqualTo(DAY);
        });
        assertThat(indicators)
                .extracting(it -> it.values().getFirst().value())
                .contains("https://a.example/x?y='z'", "00:11:22:aa:bb:cc", "o'neil@mail.example");
    }

    @Test
    void the_same_is_the_same_bundle_and_who_named_it_first_counts() {
        var first = named("a".repeat(64), List.of("203.0.113.7"));
        var later = named("b".repeat(64), List.of("203.0.113.7", "203.0.113.8"));
        var both = Stream.concat(first.stream(), later.stream()).toList();

        var written = writing.write("t", both, TrafficLight.AMBER);

        assertThat(written.named()).isEqualTo(2);
        assertThat(written.json())
                .isEqualTo(writing.write("t", both, TrafficLight.AMBER).json())
                .isNotEqualTo(writing.write("t", both, TrafficLight.GREEN).json());
        assertThat(new String(written.json(), UTF_8))
                .contains(
                        new String(writing.write("t", first, TrafficLight.AMBER).json(), UTF_8)
                                .replaceAll("(?s).*\"(indicator--[0-9a-f-]+)\".*", "$1"));
    }

    /** What else an object says hangs on the label and on who is named: another one is another object, and no other version. */
    @Test
    void another_label_or_name_is_another_object() {
        var typed = named("a".repeat(64), List.of("203.0.113.7"));
        var renamed = List.of(new NamedIdentifier(
                Identifier.parse("203.0.113.7"), "a".repeat(64), "XA-1", "Aldoria anew (XA-1)", DAY));

        var all = List.of(
                ids(writing.write("t", typed, TrafficLight.CLEAR)),
                ids(writing.write("t", typed, TrafficLight.RED)),
                ids(writing.write("t", renamed, TrafficLight.RED)));

        assertThat(all.stream().flatMap(List::stream).filter(it -> it.startsWith("indicator")))
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(all.stream()
                        .flatMap(List::stream)
                        .filter(it -> it.startsWith("identity"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void what_does_not_fit_is_counted_and_what_a_file_holds_is_left_to_it() {
        var many = named(
                "a".repeat(64),
                java.util.stream.IntStream.range(0, WritingBundles.MOST + 1)
                        .mapToObj(n -> "h%d.evil.example".formatted(n))
                        .toList());
        var twice = Stream.of(named("b".repeat(64), List.of("the_boss")), many, many)
                .flatMap(List::stream)
                .toList();

        var written = writing.write("t", twice, TrafficLight.AMBER);

        assertThat(written.named()).isEqualTo(WritingBundles.MOST);
        assertThat(written.left()).isEqualTo(1);
        assertThat(written.beyond()).isEqualTo(1);
        assertThat(WritingBundles.without(Set.copyOf(ids(written)), twice))
                .extracting(it -> it.identifier().value())
                .containsExactly("the_boss", "h1000.evil.example", "h1000.evil.example");
    }

    @Test
    void an_object_is_found_again_where_it_stands_now() {
        var objects = IndexingObjects.objects(
                writing.write("t", named("a".repeat(64), List.of("203.0.113.7", "203.0.113.8")), TrafficLight.AMBER)
                        .json());

        assertThat(IndexingObjects.find(objects, 3, objects.path(2).path("id").asString()))
                .contains(objects.path(2));
        assertThat(IndexingObjects.find(objects, 3, "indicator--none")).isEmpty();
    }

    private static List<String> ids(WritingBundles.WrittenBundle bundle) {
        return IndexingObjects.objects(bundle.json())
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    /** RFC 9562, appendix A.4; and an address in the documentation of the library of OASIS. */
    @Test
    void ids_of_names_are_those_that_others_make() {
        assertThat(NamedUuid.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(TypedObservable.of(Identifier.parse("198.51.100.3"))
                        .orElseThrow()
                        .id())
                .isEqualTo("ipv4-addr--%s", NamedUuid.of(NamedUuid.OBSERVABLES, "{\"value\":\"198.51.100.3\"}"));
    }

    private static List<String> lines() {
        return TYPED.stream().map(it -> Identifier.parse(it).line()).toList();
    }

    private static List<NamedIdentifier> named(String act, List<String> typed) {
        return typed.stream()
                .map(it -> new NamedIdentifier(Identifier.parse(it), act, "XA-1", "Aldoria (XA-1)", DAY))
                .toList();
    }

    /** By the schema of whole bundles, which the program itself does not use. */
    private static List<String> problems(byte[] bundle) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, it -> it.schemas(WritingBundlesTest::text))
                .getSchema(SchemaLocation.of(AT + "common/bundle.json"))
                .validate(JsonMapper.shared().readTree(bundle))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(String address) {
        try (var file = WritingBundlesTest.class.getResourceAsStream(
                "/intelligence/stix-2.1/" + address.substring(AT.length()))) {
            return file == null ? null : new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.anEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.comity.directory.TreatyEntry.Kind;
import org.comity.directory.TreatyEntry.Statement;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry says of treaties: read strictly, bounded, and left out where it does not say it. */
class TreatyReadingTest {

    private static final Path SCHEMA = Path.of("../docs/protocol/schemas/entry-treaties.json");

    @Test
    void an_entry_from_before_stays_what_was_signed() {
        var signed = anEntry().signed();

        assertThat(new String(signed.json(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("treaties", "agreements");
        assertThat(SignedParticipantEntry.read(signed.json()).entry().profile().treaties())
                .isNull();
    }

    @Test
    void treaties_and_agreements_are_read_back_as_they_were_written() {
        var read = read(profile());

        assertThat(read.treaty("uncc").orElseThrow().since()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(read.treaty("budapest").orElseThrow().since()).isNull();
        assertThat(read.treaty("uncc").orElseThrow().statements())
                .containsExactly(new Statement(
                        Kind.RESERVATION, "42(5)", List.of("outside"), "Our words.", LocalDate.of(2026, 6, 1)));
        assertThat(read.agreed()).singleElement().satisfies(it -> {
            assertThat(it.article("assistance")).isEqualTo("4");
            assertThat(it.rules()).isEqualTo(Agreement.CONVENTION);
        });
        var written = new TreeMap<String, Object>();
        TreatyReading.write(read, written);
        assertThat(CanonicalJson.write(written)).isEqualTo(CanonicalJson.write(profile()));
    }

    @ParameterizedTest
    @CsvSource({
        "treaties, instrument, UNCC",
        "treaties, since, 2026-13-01",
        "treaties, since, yesterday",
        "statements, kind, remark",
        "statements, article, 42.5",
        "statements, article, ''",
        "statements, text, ' '",
        "statements, date, ''",
        "agreements, id, 'X A'",
        "agreements, title, ''",
        "agreements, kind, secret",
        "agreements, since, ''",
        "agreements, rules, ours"
    })
    void what_is_out_of_bounds_is_refused(String list, String field, String value) {
        var json = profile();
        assertThatCode(() -> read(json)).doesNotThrowAnyException();

        first(json, list).put(field, value);

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(json));
    }

    @ParameterizedTest
    @CsvSource({
        "statements, offences, inside",
        "agreements, parties, Belmora",
        "agreements, languages, english",
        "agreements, channels, pigeon"
    })
    void a_word_of_a_list_that_is_not_known_is_refused(String list, String field, String value) {
        var json = profile();
        first(json, list).put(field, List.of(value));

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(json));
    }

    @Test
    void the_most_pass_and_one_more_does_not() {
        assertThat(read(treaties(40)).treaties()).hasSize(40);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(treaties(41)));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> {
            var twice = treaties(2);
            first(twice, "treaties").put("instrument", "t1");
            read(twice);
        });
    }

    /** The schema and the reader ask for the same members, and hold texts to the same length. */
    @ParameterizedTest
    @CsvSource({"treaties, /treaties", "statements, /treaties/statements", "agreements, /agreements"})
    void the_schema_says_what_the_reader_asks(String list, String path) throws IOException {
        var schema = object(schema(), path);
        var required = (List<?>) schema.get("required");
        var properties = (Map<?, ?>) schema.get("properties");

        assertThat(first(profile(), list)).containsOnlyKeys(required.toArray(String[]::new));
        assertThat(properties.keySet()).isEqualTo(java.util.Set.copyOf(required));
        for (var member : required) {
            var less = profile();
            first(less, list).remove(member);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(less));
            if (((Map<?, ?>) properties.get(member)).get("maxLength") instanceof Number longest) {
                var text = profile();
                first(text, list).put((String) member, "x".repeat(longest.intValue()));
                assertThatCode(() -> read(text)).doesNotThrowAnyException();
                first(text, list).put((String) member, "x".repeat(longest.intValue() + 1));
                assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(text));
            }
        }
        var more = profile();
        first(more, list).put("rank", "1");
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(more));
    }

    @Test
    void a_reservation_reaches_its_paragraph_and_the_offences_that_it_names() {
        var profile = read(profile());

        assertThat(profile.reserves("uncc", "42(5)", List.of())).isTrue();
        assertThat(profile.reserves("uncc", "42(5)", List.of("7"))).isFalse();
        assertThat(profile.reserves("uncc", "42(6)", List.of())).isFalse();
        assertThat(profile.reserves("budapest", "42(5)", List.of())).isFalse();
    }

    @Test
    void a_declaration_is_no_reservation() {
        var json = profile();
        first(json, "statements").put("kind", "declaration");

        assertThat(read(json).reserves("uncc", "42(5)", List.of())).isFalse();
    }

    private static StateProfile read(Map<String, Object> treaties) {
        var entry = new TreeMap<>(CanonicalJson.read(anEntry().unsigned().json()));
        var profile = new TreeMap<String, Object>(object(entry, "profile"));
        profile.putAll(treaties);
        entry.put("profile", profile);
        return ParticipantEntry.read(CanonicalJson.write(entry)).profile();
    }

    private static Map<String, Object> profile() {
        var statement = new TreeMap<String, Object>(Map.of(
                "kind",
                "reservation",
                "article",
                "42(5)",
                "offences",
                List.of("outside"),
                "text",
                "Our words.",
                "date",
                "2026-06-01"));
        var uncc = new TreeMap<String, Object>(
                Map.of("instrument", "uncc", "since", "2026-07-01", "statements", List.of(statement)));
        var budapest = new TreeMap<String, Object>(Map.of("instrument", "budapest", "statements", List.of()));
        budapest.put("since", null);
        var agreement = new TreeMap<String, Object>(Map.of(
                "id",
                "xa-xb-2011",
                "title",
                "Treaty of 3 May 2011",
                "kind",
                "bilateral",
                "parties",
                List.of("XA"),
                "since",
                "2012-01-01",
                "articles",
                Map.of("assistance", "4"),
                "languages",
                List.of("en"),
                "channels",
                List.of("central-authorities"),
                "form",
                "Signed.",
                "rules",
                "convention"));
        return new TreeMap<>(Map.of("treaties", List.of(uncc, budapest), "agreements", List.of(agreement)));
    }

    private static Map<String, Object> treaties(int count) {
        var list = new ArrayList<Object>();
        IntStream.range(0, count)
                .mapToObj(n -> Map.of("instrument", "t" + n, "since", "2026-07-01", "statements", List.of()))
                .map(TreeMap::new)
                .forEach(list::add);
        return new TreeMap<>(Map.of("treaties", list));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> json, String list) {
        var holder = list.equals("statements") ? first(json, "treaties") : json;
        return (Map<String, Object>) ((List<?>) holder.get(list)).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> json, String field) {
        if (!field.startsWith("/")) {
            return (Map<String, Object>) json.get(field);
        }
        var at = json;
        for (var each : field.substring(1).split("/")) {
            at = (Map<String, Object>)
                    ((Map<String, Object>) ((Map<String, Object>) at.get("properties")).get(each)).get("items");
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema() throws IOException {
        return tools.jackson.databind.json.JsonMapper.shared().readValue(Files.readString(SCHEMA), Map.class);
    }
}

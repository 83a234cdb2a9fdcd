package org.comity.casework.offices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What offices may do is read from a file as its schema says, and in which order they are offered. */
class OfficeFileTest {

    private static final List<String> KNOWN = List.of("assistance", "preservation");
    private static final String ONE = """
            {"id":"north","names":{"en":"North","ar":"الشمال"},"procedures":["assistance"],
             "places":["Lake District"],"matters":["fraud"],"closed":false}""";

    private static byte[] file(String offices) {
        return ("{\"format\":\"offices/1\",\"checked\":\"2026-11-20\",\"offices\":[" + offices + "]}").getBytes(UTF_8);
    }

    private static Schema schema() throws IOException {
        var text = Files.readString(House.root().resolve("docs/reference/offices-1.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    @Test
    void what_is_written_is_read_again_and_fits_the_schema() throws IOException {
        var read = OfficeFile.read(file(ONE), KNOWN);
        assertThat(read).singleElement().satisfies(it -> {
            assertThat(it.name("ar")).isEqualTo("الشمال");
            assertThat(it.checked()).isEqualTo(LocalDate.parse("2026-11-20"));
            assertThat(it.mayDo("assistance")).isTrue();
            assertThat(it.mayDo("preservation")).isFalse();
        });

        var written = OfficeFile.write(read, LocalDate.parse("2026-11-20"));

        assertThat(OfficeFile.read(written, KNOWN)).isEqualTo(read);
        assertThat(schema().validate(new JsonMapper().readTree(written))).isEmpty();
    }

    /** The last column: no schema of the file can see it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"north\"|\"id\":\"North\"|offices[0].id|no",
                "\"en\":\"North\",||offices[0].names|no",
                "\"en\":\"North\"|\"en\":\"\"|offices[0].names.en|no",
                "\"closed\":false|\"closed\":\"no\"|offices[0].closed|no",
                "\"closed\":false|\"closed\":false,\"seen\":1|offices[0]|no",
                "[\"fraud\"]|\"fraud\"|offices[0].matters|no",
                "[\"fraud\"]|[1]|offices[0].matters|no",
                "[\"assistance\"]|[\"nothing\"]|offices[0].procedures|yes",
                "\"closed\":false|\"closed\":false,\"closed\":true|json|yes",
            })
    void a_file_that_is_wrong_anywhere_says_where(String part, String instead, String where, String beyond)
            throws IOException {
        var wrong = file(ONE.replace(part, instead == null ? "" : instead));

        assertThatExceptionOfType(OfficeRefused.class)
                .isThrownBy(() -> OfficeFile.read(wrong, KNOWN))
                .satisfies(it -> assertThat(it.facts()).containsEntry("where", where));
        if (beyond.equals("no")) {
            assertThat(schema().validate(new JsonMapper().readTree(wrong))).isNotEmpty();
        }
    }

    @Test
    void two_offices_of_one_name_are_refused() {
        assertThatExceptionOfType(OfficeRefused.class)
                .isThrownBy(() -> OfficeFile.read(file(ONE + "," + ONE), KNOWN))
                .satisfies(it -> assertThat(it.facts()).containsEntry("where", "offices[1].id"));
    }

    @Test
    void a_request_names_places_and_matters_as_words_of_their_own() {
        var office = OfficeFile.read(file(ONE), KNOWN).getFirst();
        var body = Map.<String, Object>of(
                "facts", "Fraud against a pensioner", "identifiers", List.of(Map.of("value", "lake district court")));

        var fit = office.fit(PassingToOffice.said(body));

        assertThat(fit.places()).containsExactly("Lake District");
        assertThat(fit.matters()).containsExactly("fraud");
        assertThat(office.fit("Defrauded in the Lake Districts").weight()).isZero();
    }
}

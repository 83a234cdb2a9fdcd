package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.sheet.SheetLimits;
import org.comity.sheet.SheetReading;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicDataTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private boolean own = true;

    /** In which titles are written; empty where nobody said it. */
    private List<String> languages = List.of("");

    private final PublicShelf shelf = new PublicShelf() {
        @Override
        public String name() {
            return "needs";
        }

        @Override
        public int place() {
            return 1;
        }

        @Override
        public List<ItemFile> files(String id) {
            return List.of(new ItemFile("en.pdf", Map.of("en", "English"), "application/pdf", 1));
        }

        @Override
        public Optional<byte[]> content(String id, String name) {
            return Optional.of(new byte[] {7});
        }

        @Override
        public boolean ofTheHost() {
            return own;
        }

        @Override
        public List<PublicItem> items() {
            return List.of(
                    item("a", TrafficLight.CLEAR, "=HYPERLINK(\"x\")"),
                    item("b", TrafficLight.GREEN, "Not for everybody"));
        }

        @Override
        public List<PublicTable> tables(String language) {
            return List.of(new PublicTable(
                    "treaty.actions", List.of(), List.of("public.article"), List.of(List.of("@7"), List.of("8"))));
        }
    };

    private final PublicSiteSettings settings = new PublicSiteSettings(
            true,
            URI.create("https://secretariat.example"),
            Duration.ZERO,
            1_000_000,
            20,
            URI.create("https://creativecommons.org/licenses/by/4.0/"));
    private final PublicShelves shelves = new PublicShelves(
            provider(),
            settings,
            mock(NamesOfStates.class),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final PublicData data = new PublicData(shelves, WordsForTests.load());
    private final DataCatalogue catalogue = new DataCatalogue(shelves, data, settings, WordsForTests.load());

    @Test
    void a_table_runs_nothing_and_holds_only_what_is_for_everybody() {
        var rows = new SheetReading(new SheetLimits(1_000_000, 1_000_000, 100, 20, 10_000)).read(data.csv(shelf));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("'=HYPERLINK(\"x\")", "a").doesNotContain("b");
        assertThat(text(data.tables(shelf))).contains("'@7");
        assertThat(text(data.json(shelf))).doesNotContain("Not for everybody").contains("TLP:CLEAR");
    }

    @Test
    void the_same_content_is_the_same_bytes() {
        languages = List.of("en", "fr", "ar");
        var json = data.json(shelf);
        var all = catalogue.write();
        languages = List.of("ar", "fr", "en");

        assertThat(data.json(shelf)).isEqualTo(json);
        assertThat(catalogue.write()).isEqualTo(all);
    }

    @Test
    void the_catalogue_names_each_file_with_its_hash_size_day_and_licence() throws Exception {
        var dataset = JSON.readTree(catalogue.write()).path("dcat:dataset").path(0);

        assertThat(dataset.path("dct:modified").path("@value").asString()).isEqualTo("2026-11-24");
        assertThat(dataset.path("dcat:distribution")).hasSize(3);
        agrees(
                dataset.path("dcat:distribution").path(0),
                "https://secretariat.example/public/data/needs.csv",
                data.csv(shelf));
        agrees(
                dataset.path("dcat:distribution").path(1),
                "https://secretariat.example/public/data/needs.json",
                data.json(shelf));
        agrees(
                dataset.path("dcat:distribution").path(2),
                "https://secretariat.example/public/data/needs.table.csv",
                data.tables(shelf));
    }

    @Test
    void a_file_is_given_with_an_item_that_everybody_may_read_and_with_no_other() {
        var files = new PublicFilesController(shelves);

        assertThat(files.file("needs", "a", "en.pdf").getBody()).containsExactly(7);
        assertThat(files.file("needs", "a", "en.pdf").getHeaders().getFirst("Content-Type"))
                .isEqualTo("application/pdf");
        for (var path : List.of(
                List.of("needs", "b", "en.pdf"), List.of("needs", "a", "fr.pdf"), List.of("texts", "a", "en.pdf"))) {
            assertThatExceptionOfType(ResponseStatusException.class)
                    .isThrownBy(() -> files.file(path.get(0), path.get(1), path.get(2)))
                    .withMessageContaining("404");
        }
    }

    @Test
    void no_licence_is_named_over_what_others_said() {
        own = false;

        var dataset = JSON.readTree(catalogue.write()).path("dcat:dataset").path(0);
        assertThat(dataset.path("dcat:distribution"))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.has("dct:license")).isFalse());
        assertThat(dataset.path("dct:rights").toString()).contains("its own licence");
    }

    private static void agrees(JsonNode file, String address, byte[] content) throws Exception {
        assertThat(file.path("dcat:downloadURL").path("@id").asString()).isEqualTo(address);
        assertThat(file.path("spdx:checksum")
                        .path("spdx:checksumValue")
                        .path("@value")
                        .asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(file.path("dcat:byteSize").path("@value").asString()).isEqualTo(Integer.toString(content.length));
        assertThat(file.path("dct:license").path("@id").asString()).contains("licenses/by/4.0");
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private PublicItem item(String id, TrafficLight label, String title) {
        var titles = new LinkedHashMap<String, String>();
        languages.forEach(it -> titles.put(it, title));
        return new PublicItem(
                id,
                label,
                titles,
                LocalDate.parse("2026-11-24"),
                "XA",
                List.of("53"),
                List.of(PublicItem.Part.written("public.needs.why", title)));
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<PublicShelf> provider() {
        ObjectProvider<PublicShelf> provider = mock(ObjectProvider.class);
        when(provider.stream()).thenAnswer(it -> Stream.of(shelf));
        return provider;
    }
}

package org.comity.procedure.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.House;
import org.comity.casework.tables.CompiledMoves;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Redirection;
import org.comity.procedure.Requests;
import org.comity.procedure.form.ComposedPage;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.sealing.letter.EveryLine;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.PagesForTests;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a procedure costs that is written by the how-to alone, and that it folds, is asked, printed and described from its files. */
class MadeUpProcedureTest {

    private static final Path TABLE = MadeUp.RESOURCES.resolve("org/comity/proof/table/equipment-1.json");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Words WORDS = WordsForTests.load();
    private static final Map<String, Object> ASKED = Map.of(
            "instrument",
            "other",
            "basisKind",
            "reciprocity",
            "basis",
            "Friendship of the two forensic institutes",
            "authority",
            "Forensic institute of Velin",
            "device",
            "Reader for memory chips",
            "purpose",
            "Reading a burnt telephone",
            "operator",
            "ours",
            "person",
            "Dr Sana Okell");

    /** Its table is compiled like any other. */
    @Test
    void the_table_is_that_of_its_moves_and_fits_its_file() throws IOException {
        var text = CompiledMoves.text(MadeUp.text(MadeUp.FOLDER.resolve("moves.md")));
        if (System.getProperty("procedures.write") != null) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, text);
        }

        assertThat(TABLE).as("write it anew with -Dprocedures.write").hasContent(text);
        new CheckingProcedureFile(MadeUp.FILE, MoveTable.read(text.getBytes(UTF_8))).check();
    }

    @Test
    void it_is_lent_prolonged_given_back_and_closed_or_is_for_somebody_else() {
        assertThat(played("request", "acknowledge", "lend", "prolong", "give-back", "arrived"))
                .isEqualTo("Closed");
        assertThat(played("request", "ask", "answer", "refuse")).isEqualTo("Refused");
        assertThat(played("request", Redirection.ACT)).isEqualTo(Redirection.STATE);
        assertThat(played("request", "withdraw", "lend")).isEqualTo("Withdrawn");
    }

    private static String played(String... types) {
        var table = MoveTable.find(MadeUp.ID).orElseThrow();
        var state = MoveTable.NOTHING_YET;
        int n = 0;
        for (var type : types) {
            var role = table.steps().get(type).by().iterator().next();
            var until = NOON.plusSeconds(++n).toString();
            state = table.fold(state, new ActFacts("%064x".formatted(n), type, role, Map.of("until", until)))
                    .state();
        }
        return (String) state.get("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_field_of_its_pages_is_drawn_in_words(String tag) {
        var page = tag.equals("ar") ? PagesForTests.arabic(NOON) : PagesForTests.english(NOON);
        var compose = new ComposedPage(MadeUp.FILE.law(), Map.of(), List.of(), null, FormProblems.NONE);
        var pages = pages();
        for (var step : pages.steps().subList(1, pages.steps().size())) {
            var fields = pages.fields(pages.empty(), step, Language.of(tag).orElseThrow());
            assertThat(fields).isNotEmpty();
            for (var field : fields) {
                var out = new StringOutput();
                TemplateEngine.createPrecompiled(ContentType.Html)
                        .render(
                                "procedure/file/field.jte",
                                Map.of("page", page, "compose", compose, "field", field),
                                out);
                assertThat(out.toString())
                        .contains("name=\"%s\"".formatted(field.key()))
                        .doesNotContain("equipment.", "acts.");
            }
        }
    }

    @Test
    void what_a_program_gives_is_taken_and_what_is_missing_or_unknown_is_said() {
        var filling = new FiledFilling(MadeUp.FILE, pages(), mock(Requests.class), mock(FiledWriting.class));
        var procedure = new FiledProcedure(MadeUp.FILE, MadeUp.LAW);
        var body = filling.body("request", ASKED);

        procedure.check(null, act("request", body, Map.of()));
        assertThat(body).containsEntry("device", "Reader for memory chips");
        var nobody = new HashMap<>(ASKED);
        nobody.remove("person");
        assertThatThrownBy(() -> procedure.check(null, act("request", filling.body("request", nobody), Map.of())))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("person");
        assertThatThrownBy(() -> filling.body("request", Map.of("colour", "red")))
                .isInstanceOf(RuleBroken.class);

        var described = DescribedActs.of(
                MadeUp.FILE,
                "request",
                List.of(MadeUp.LAW.law("equipment", "other/1").orElseThrow()));
        assertThat(described.fields()).containsKeys("device", "purpose", "operator", "person", "from", "basis");
        assertThat(DescribedActs.of(MadeUp.FILE, "lend", List.of()).needed()).containsEntry("serial", "needed");
        assertThat(DescribedActs.of(MadeUp.FILE, Redirection.ACT, List.of()).fields())
                .containsKey("rightState");
    }

    /** In PDF and DOCX, line by line. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void what_it_says_stands_in_its_documents(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var rendering = MadeUp.rendering(WORDS);
        var request = rendering.sections("other/1", null, "request", Map.of(), ASKED, locale);
        var lent = rendering.sections(
                "other/1",
                null,
                "lend",
                Map.of("until", NOON.toString()),
                Map.of("serial", "MC-118", "terms", "No liquids."),
                locale);

        for (var sections : List.of(request, lent)) {
            assertThat(sections.toString()).doesNotContain("equipment.", "acts.");
            EveryLine.mustStandIn(locale, sections);
        }
        assertThat(request.toString()).contains("Reader for memory chips", "Dr Sana Okell");
        assertThat(lent.toString()).contains("MC-118", "2027");
        assertThat(rendering.subject(ASKED, locale)).isEqualTo("Reader for memory chips");
    }

    /** The how-to says what it cost, and is read anew when that is no longer so. */
    @Test
    void the_how_to_says_how_many_lines_it_took() throws IOException {
        var cost = "%d lines of table, %d of file, %d of law and %d of words in each language"
                .formatted(
                        lines(MadeUp.FOLDER.resolve("moves.md")),
                        lines(MadeUp.FOLDER.resolve("procedure.yaml")),
                        lines(MadeUp.LAW_FILE),
                        lines(MadeUp.RESOURCES.resolve("messages/equipment_en.properties")));

        assertThat(Files.readString(House.root().resolve("docs/how-to/add-a-procedure.md")))
                .contains(cost);
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(it -> !it.isBlank() && !it.strip().startsWith("#"))
                    .count();
        }
    }

    private static FiledComposition pages() {
        var directory = mock(Directory.class);
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("contact-point", "Contact point of Aldoria"));
        when(directory.self()).thenReturn(self);
        return new FiledComposition(
                MadeUp.FILE,
                Particulars.none(MadeUp.ID),
                MadeUp.LAW,
                directory,
                WORDS,
                PracticeFiles.possible(MadeUp.LAW));
    }

    private static Act act(String type, Map<String, Object> body, Map<String, String> facts) {
        var envelope = new Envelope(
                "1".repeat(64),
                "11111111-1111-4111-8111-111111111111",
                MadeUp.ID,
                "other/1",
                type,
                "XA-1",
                "XB-1",
                "requesting",
                NOON,
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(body)),
                List.of());
        return new Act(envelope, body);
    }
}

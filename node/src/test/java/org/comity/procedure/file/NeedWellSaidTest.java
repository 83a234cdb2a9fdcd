package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Composition;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.field.ReadCells;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems.Problem;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a need out of every round is told while it is written, at its field and with what to do, and can be mended. */
class NeedWellSaidTest {

    private static final Words WORDS = WordsForTests.load();

    private final Composition pages = PracticeFiles.pages("capacity-need/1", mock(Directory.class), WORDS);

    /** A round looks for the same article and language: one that it cannot read it never finds. */
    @ParameterizedTest
    @CsvSource({
        "what, articles, Article 25, no-article-lines",
        "what, articles, 999, no-article-lines",
        "what, articles, 69, no-article-lines",
        "what, articles, 99(z), no-article-lines",
        "what, articles, 68, ",
        "what, articles, 42(3)(a), ",
        "how, languages, english, no-language-lines",
        "how, languages, en, ",
    })
    void each_line_is_what_programs_read(String page, String key, String said, String told) {
        var problem = pages.problems(whole(Map.of(key, List.of(said))), page).at(key);
        assertThat(problem.map(Problem::key).orElse("")).isEqualTo(told == null ? "" : "capacity-need.needed." + told);
        assertThat(problem.map(it -> it.facts().get("line")).orElse("1")).isEqualTo("1");
    }

    /** What a program reads of a need, it reads of an offer and of an activity in the same way. */
    @Test
    void a_field_of_lines_has_one_type_in_all_that_is_on_the_list() {
        var types = PracticeFiles.all().stream()
                .filter(it -> it.id().startsWith("capacity-"))
                .flatMap(it -> it.fields(it.opening()).stream())
                .filter(it -> it.type().name().endsWith("lines"))
                .collect(Collectors.groupingBy(
                        FiledField::key, Collectors.mapping(it -> it.type().name(), Collectors.toSet())));

        assertThat(types).containsKeys("articles", "languages");
        assertThat(types.values()).isNotEmpty().allMatch(it -> it.size() == 1);
    }

    /** An offer for regions that no program reads would be for nobody. */
    @ParameterizedTest
    @CsvSource({"Africa, true", "61, true", "061, false"})
    void a_region_is_its_number(String said, boolean told) {
        var offers = PracticeFiles.pages("capacity-offer/1", mock(Directory.class), WORDS);
        var body = new HashMap<>(
                WholeAct.of("capacity-offer/1", "submit", Map.of()).body());
        body.put("regions", List.of(said));
        assertThat(offers.problems(body, "how").at("regions").map(Problem::key).filter(it -> WORDS.has("en", it)))
                .isEqualTo(told ? Optional.of("capacity-offer.needed.no-region-lines") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"equip, true", "lab, true", "soft, true", "evid, false"})
    void equipment_needs_a_plan_for_its_upkeep(String kind, boolean needed) {
        var body = whole(Map.of("kind", kind, "upkeep", ""));
        assertThat(pages.problems(body, "ready").at("upkeep").isPresent()).isEqualTo(needed);
        assertThat(pages.problems(whole(Map.of("kind", kind, "upkeep", "The court pays.")), "ready")
                        .any())
                .isFalse();
    }

    @Test
    void what_a_round_asks_for_can_be_said_later() {
        assertThat(PracticeFiles.file("capacity-need/1").fields("amend"))
                .extracting(FiledField::key)
                .contains("legalBasis", "oversight", "upkeep");
    }

    /** Also of an offer: each says what to do, and not that something is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"capacity-need/1", "capacity-offer/1"})
    void whatever_is_left_out_is_told_in_words_of_its_own(String procedure) {
        var composition = PracticeFiles.pages(procedure, mock(Directory.class), WORDS);
        var nothing = Map.<String, Object>of("instrument", "uncc", "kind", "equip");
        assertThat(composition.steps(nothing))
                .flatExtracting(it -> composition.problems(nothing, it).all())
                .extracting(it -> ((Problem) it).key())
                .hasSizeGreaterThan(8)
                .allMatch(it -> WORDS.has("en", it));
    }

    /** What a round compares it compares by code: a name in its place would bar nobody. */
    @ParameterizedTest
    @CsvSource({"Aldoria, true", "ZZ, true", "xb, true", "XQ, true", "XB, false", "PT, false"})
    void a_state_that_is_barred_is_told_by_its_code(String written, boolean told) {
        var borealia = mock(Participant.class);
        when(borealia.state()).thenReturn(new StateParty("XB"));
        when(borealia.name("en")).thenReturn("Borealia");
        when(borealia.kind()).thenReturn(ParticipantKind.CENTRAL_AUTHORITY);
        var possible = new PossibleFields(
                new PossibleDays(Clock.systemUTC()), new ReadCells(() -> List.of(borealia)), PracticeLaw.held());
        var file = PracticeFiles.file("capacity-offer/1");
        var composition = new FiledComposition(
                file, Particulars.none(file.id()), PracticeLaw.held(), mock(Directory.class), WORDS, possible);
        var bar = Map.of("state", written, "reason", "law");
        var body = new HashMap<>(
                WholeAct.of("capacity-offer/1", "submit", Map.of()).body());
        body.put("barred", List.of(bar));

        assertThat(composition
                        .problems(body, "readers")
                        .at("barred.0.state")
                        .map(Problem::key)
                        .filter(it -> WORDS.has("en", it)))
                .isEqualTo(told ? Optional.of("capacity-offer.needed.no-state") : Optional.empty());
        assertThat(composition
                        .fields(body, "readers", Language.ENGLISH)
                        .getFirst()
                        .columns()
                        .getFirst()
                        .options())
                .as("offered on the page")
                .containsExactly(Choice.of("XB", "Borealia"));
        var field = file.field("submit", "barred").orElseThrow();
        assertThat(field.type().wrong(field, new BodyFields(body)))
                .as("never at the door")
                .isEmpty();
        assertThat(possible.leaving(Instant.now().plusSeconds(86_400)).wrong(field, new BodyFields(body)))
                .as("held until tomorrow")
                .hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"attempts, what", "together, state"})
    void a_row_that_says_half_of_it_is_told_in_words_of_its_own(String key, String column) {
        var half = whole(Map.of(key, List.of(Map.of(column, "XB"))));
        assertThat(pages.steps(half))
                .flatExtracting(it -> pages.problems(half, it).all())
                .extracting(it -> ((Problem) it).key())
                .isNotEmpty()
                .allMatch(it -> WORDS.has("en", it) && WORDS.has("ar", it));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "tried"})
    void what_a_practice_leaves_out_is_told_in_words_of_its_own(String about) {
        var composition = PracticeFiles.pages("practice-record/1", mock(Directory.class), WORDS);
        var nothing = Map.<String, Object>of("instrument", "uncc", "about", about);
        assertThat(composition.steps(nothing))
                .flatExtracting(it -> composition.problems(nothing, it).all())
                .extracting(it -> ((Problem) it).key())
                .contains("practice-record.needed." + (about.equals("ours") ? "steps" : "differed"))
                .allMatch(it -> WORDS.has("en", it) && WORDS.has("ar", it));
    }

    @ParameterizedTest
    @CsvSource({"capacity-need/1, admit", "capacity-need/1, renew", "capacity-offer/1, admit", "capacity-offer/1, renew"
    })
    void until_when_it_is_listed_is_asked_in_words_of_its_own(String procedure, String type) {
        var law = procedure.substring(0, procedure.indexOf('/'));
        assertThat(PracticeFiles.file(procedure).fields(type))
                .filteredOn(it -> it.key().equals("until") && it.fact())
                .hasSize(1);
        assertThat(WORDS.has("en", law + ".needed.fact.until")).isTrue();
    }

    private static Map<String, Object> whole(Map<String, Object> said) {
        var body =
                new HashMap<>(WholeAct.of("capacity-need/1", "submit", Map.of()).body());
        body.putAll(said);
        return body;
    }
}

package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.procedure.Composition;
import org.comity.procedure.field.FiledField;
import org.comity.ui.FormProblems.Problem;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
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
        assertThat(types.values()).allMatch(it -> it.size() == 1);
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

    private static Map<String, Object> whole(Map<String, Object> said) {
        var body =
                new HashMap<>(WholeAct.of("capacity-need/1", "submit", Map.of()).body());
        body.putAll(said);
        return body;
    }
}

package org.comity.conference.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.comity.conference.accreditation.ObserverApplication.Next;
import org.comity.conference.accreditation.ObserverApplication.Objection;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One story under each rule file that comes with the program: what becomes of an application is the file's to say. */
class AccreditationStoryTest {

    private static final LocalDate CIRCULATED = LocalDate.of(2026, 10, 5);

    /** Nobody reads a page of the Conference half in another language. */
    @ParameterizedTest
    @ValueSource(strings = {"one-objection-refers", "no-objection", "session-decides"})
    void a_rule_has_a_title_in_each_language_of_the_conference(String file) throws IOException {
        var rule = rule(file);

        assertThat(WordsForTests.load().languagesOn("/conference"))
                .map(Language::tag)
                .map(rule::title)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "one-objection-refers, 30, REFER, ADMIT, XB, One company pays for it.",
        "no-objection, 14, REFUSE, ADMIT, '', ''",
        "session-decides, 21, REFER, REFER, '', One company pays for it."
    })
    void an_application_is_circulated_objected_to_and_concluded_as_the_rule_says(
            String file, int days, Next objected, Next silent, String author, String reason) throws IOException {
        var rule = rule(file);
        assertThat(application(null, null, List.of()).next(CIRCULATED)).isEqualTo(Next.CIRCULATE);

        var last = CIRCULATED.plusDays(days);
        var quiet = application(rule, CIRCULATED, List.of());
        assertThat(quiet.next(last)).as("States can object on the last day").isEqualTo(Next.WAIT);
        assertThat(quiet.open(last)).isTrue();
        assertThat(quiet.open(last.plusDays(1))).isFalse();
        assertThat(quiet.open(CIRCULATED.minusDays(1))).isFalse();
        assertThat(quiet.next(last.plusDays(1))).isEqualTo(silent);
        assertThat(quiet.takesObjections()).isTrue();

        var objection = new Objection(1, "XB", "One company pays for it.", CIRCULATED.plusDays(9), null);
        var against = application(rule, CIRCULATED, List.of(objection));
        assertThat(against.next(last)).isEqualTo(Next.WAIT);
        assertThat(against.next(last.plusDays(1))).isEqualTo(objected);
        assertThat(ReadingAccreditation.seen(against, false)).singleElement().satisfies(it -> {
            assertThat(it.voice()).isEqualTo(author);
            assertThat(it.reason()).isEqualTo(reason);
        });
        assertThat(ReadingAccreditation.seen(against, true)).containsExactly(objection);

        var takenBack = application(
                rule, CIRCULATED, List.of(new Objection(1, "XB", "Because.", CIRCULATED.plusDays(9), last)));
        assertThat(takenBack.next(last.plusDays(1)))
                .as("what was withdrawn does not count")
                .isEqualTo(silent);

        var ended = new ObserverApplication(
                1,
                "Harbour Data Union",
                "civil-society",
                "We sail.",
                CIRCULATED.minusDays(3),
                rule,
                CIRCULATED,
                null,
                "admitted",
                last.plusDays(2),
                "",
                List.of(objection));
        assertThat(ended.next(last.plusDays(3))).isEqualTo(Next.NOTHING);
        assertThat(ended.open(last)).isFalse();
        var figures = ApplicationFigures.of(List.of(quiet, ended));
        assertThat(List.of(figures.applied(), figures.admitted(), figures.objections(), figures.withReason()))
                .containsExactly(2L, 1L, 1L, 1L);
    }

    @Test
    void what_is_before_the_session_waits_for_it_and_takes_no_objection() throws IOException {
        var referred = new ObserverApplication(
                1,
                "Harbour Data Union",
                "civil-society",
                "We sail.",
                CIRCULATED.minusDays(3),
                rule("session-decides"),
                CIRCULATED,
                CIRCULATED.plusDays(22),
                "",
                null,
                "",
                List.of());

        assertThat(referred.next(CIRCULATED.plusDays(40))).isEqualTo(Next.SESSION);
        assertThat(referred.open(CIRCULATED.plusDays(5))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days: 30|days: 0",
                "days: 30|days: thirty",
                "reason: required|reason: maybe",
                "without: admit|without: vote",
                "objections: 1|objections: 1\nvotes: 3",
                "of: 2026-03-14|of: spring",
                "rule: one-objection-refers|rule: One Rule",
                "  ar: اعتراض واحد يحيله إلى الدورة|  fr: Une",
                "figures: public|figures: public\nfigures: public",
                "title:|title: &a [*a]\nx:",
                "session: consensus|session: !!java.net.URL [\"http://x.example\"]"
            })
    void a_file_that_says_something_else_is_refused(String change) throws IOException {
        var text = text("one-objection-refers");
        var parts = change.split("\\|");
        assertThat(text).contains(parts[0]);

        assertThatThrownBy(() -> AccreditationRule.read(text.replace(parts[0], parts[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_without_end_is_refused() {
        assertThatThrownBy(() -> AccreditationRule.read("a: " + "x".repeat(AccreditationRule.LARGEST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ObserverApplication application(
            @org.jspecify.annotations.Nullable AccreditationRule rule,
            @org.jspecify.annotations.Nullable LocalDate circulated,
            List<Objection> objections) {
        return new ObserverApplication(
                1,
                "Harbour Data Union",
                "civil-society",
                "We sail.",
                CIRCULATED.minusDays(3),
                rule,
                circulated,
                null,
                "",
                null,
                "",
                new ArrayList<>(objections));
    }

    private static AccreditationRule rule(String file) throws IOException {
        return AccreditationRule.read(text(file));
    }

    private static String text(String file) throws IOException {
        try (var content =
                AccreditationStoryTest.class.getResourceAsStream("/conference/accreditation/" + file + ".yaml")) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

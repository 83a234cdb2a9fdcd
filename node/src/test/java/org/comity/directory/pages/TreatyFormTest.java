package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.AnEntry;
import org.comity.directory.StateProfile;
import org.comity.ui.FormProblems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an official types about treaties becomes what the entry says; an error is told at its field. */
class TreatyFormTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final StateProfile BEFORE = AnEntry.profile();

    @Test
    void what_was_typed_is_what_the_entry_says_and_is_typed_again_from_it() {
        var form = form(Map.of());
        assertThat(problems(form)).isEmpty();

        var treaties = form.treaties(LAW).treaties(BEFORE);
        var agreements = form.agreements(LAW).agreements(BEFORE);

        assertThat(treaties).singleElement().satisfies(it -> {
            assertThat(it.since()).isEqualTo(LocalDate.of(2026, 7, 1));
            assertThat(it.statements()).singleElement().satisfies(each -> {
                assertThat(each.article()).isEqualTo("42(5)");
                assertThat(each.offences()).containsExactly("outside", "7");
            });
        });
        assertThat(agreements).singleElement().satisfies(it -> {
            assertThat(it.parties()).containsExactly("XB", "XC");
            assertThat(it.channels()).containsExactly("diplomatic", "interpol");
            assertThat(it.article("assistance")).isEqualTo("4");
        });
        var typed = new TreeMap<String, String>();
        var now = new StateProfile(
                true,
                false,
                true,
                false,
                Map.of(),
                Map.of(),
                form.treaties(LAW).instruments(BEFORE),
                "",
                List.of(),
                LocalDate.EPOCH,
                treaties,
                agreements);
        TreatyForm.type(now, typed);
        AgreementForm.type(now, typed);
        var again = new EntryForm(typed);
        assertThat(again.treaties(LAW).treaties(BEFORE)).isEqualTo(treaties);
        assertThat(again.agreements(LAW).agreements(BEFORE)).isEqualTo(agreements);
    }

    @ParameterizedTest
    @CsvSource({
        "statement.0.article, 42(66), treaties.problem.article",
        "statement.0.article, nonsense, treaties.problem.article",
        "statement.0.offences, 99, treaties.problem.offences",
        "statement.0.date, 2026-02-30, treaties.problem.day",
        "statement.0.text, '', treaties.problem.text",
        "statement.0.instrument, budapest, treaties.problem.instrument",
        "treaty.uncc.since, soon, treaties.problem.day",
        "treaty.uncc.since, 0202-01-01, treaties.problem.day",
        "agreement.0.id, 'X Y', treaties.problem.agreement.id",
        "agreement.0.title, '', treaties.problem.agreement.title",
        "agreement.0.parties, Belmora, treaties.problem.agreement.parties",
        "agreement.0.since, '', treaties.problem.day",
        "agreement.0.languages, english!, treaties.problem.agreement.languages"
    })
    void an_error_is_told_at_its_field(String field, String value, String problem) {
        assertThat(problems(form(Map.of(field, value)))).containsExactly(new Problem(field, problem, Map.of()));
    }

    @Test
    void two_treaties_of_one_name_are_refused() {
        var twice = form(Map.of(
                "agreement.1.id", "xa-xb-2011", "agreement.1.title", "Another", "agreement.1.since", "2020-01-01"));

        assertThat(problems(twice))
                .containsExactly(new Problem("agreement.1.id", "treaties.problem.agreement.twice", Map.of()));
    }

    @Test
    void an_empty_row_is_left_out_and_there_is_always_one_more_to_fill() {
        var form = form(Map.of());
        assertThat(form.treaties(LAW).rows()).isEqualTo(2);
        assertThat(form.agreements(LAW).rows()).isEqualTo(2);

        var nothing = new EntryForm(Map.of("statement.0.kind", "reservation", "agreement.0.rules", "none"));
        assertThat(problems(nothing)).isEmpty();
        assertThat(nothing.treaties(LAW).treaties(BEFORE)).isNull();
        assertThat(nothing.agreements(LAW).agreements(BEFORE)).isNull();
        assertThat(nothing.treaties(LAW).rows()).isEqualTo(1);
    }

    private static List<Problem> problems(EntryForm form) {
        return form.treaties(LAW)
                .problems()
                .and(form.agreements(LAW).problems())
                .all();
    }

    private static EntryForm form(Map<String, String> changes) {
        var typed = new TreeMap<String, String>(Map.of(
                "treaty.uncc.is", "party",
                "treaty.uncc.since", "2026-07-01",
                "statement.0.instrument", "uncc",
                "statement.0.kind", "reservation",
                "statement.0.article", "42(5)",
                "statement.0.offences", "outside, 7",
                "statement.0.date", "2026-06-01",
                "statement.0.text", "Our words."));
        typed.putAll(Map.of(
                "agreement.0.id", "xa-xb-2011",
                "agreement.0.title", "Treaty of 3 May 2011",
                "agreement.0.kind", "bilateral",
                "agreement.0.parties", "XB, XC",
                "agreement.0.since", "2012-01-01",
                "agreement.0.article.assistance", "4",
                "agreement.0.languages", "en fr",
                "agreement.0.channels", "interpol diplomatic",
                "agreement.0.form", "Signed and stamped.",
                "agreement.0.rules", "treaty"));
        typed.putAll(changes);
        return new EntryForm(typed);
    }
}

package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.TreatyEntry.Kind;
import org.comity.directory.TreatyEntry.Statement;
import org.comity.treaty.ComparedStatement.Verdict;
import org.junit.jupiter.api.Test;

class PartyRowTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-07");

    @Test
    void a_withdrawn_reservation_stands_no_more_and_a_later_one_does() {
        var row = row(
                line(TreatyStep.RESERVATION, DAY, "42(5)", "first"),
                line(TreatyStep.DECLARATION, DAY, "63(3)", "not bound"),
                line(TreatyStep.WITHDRAWAL, DAY.plusDays(9), "42(5)", ""),
                line(TreatyStep.RESERVATION, DAY.plusDays(20), "42(5)", "second"));

        assertThat(row.statements()).extracting(TreatyLine::words).containsExactly("not bound", "second");
    }

    /** A withdrawal names an article: where two stand on it since one day, it does not say which of them goes. */
    @Test
    void a_withdrawal_takes_away_no_statement_of_which_it_does_not_speak() {
        var row = row(
                line(TreatyStep.RESERVATION, DAY, "42(5)", "no requests by mail"),
                line(TreatyStep.DECLARATION, DAY, "42(5)", "in English"),
                line(TreatyStep.RESERVATION, DAY, "63(3)", "not bound"),
                line(TreatyStep.WITHDRAWAL, DAY.plusDays(9), "42(5)", ""),
                line(TreatyStep.WITHDRAWAL, DAY.plusDays(9), "63(3)", ""));

        assertThat(row.statements()).extracting(TreatyLine::words).containsExactly("no requests by mail", "in English");
        assertThat(row.notifications()).hasSize(2);
    }

    @Test
    void of_several_on_one_article_those_of_the_same_words_are_compared() {
        var notified = List.of(
                line(TreatyStep.DECLARATION, DAY, "40(13)", "English."),
                line(TreatyStep.DECLARATION, DAY, "40(13)", "By the ministry."));
        var entry = List.of(
                statement(Kind.DECLARATION, "40(13)", "By the ministry."),
                statement(Kind.DECLARATION, "40(13)", "English."));

        assertThat(ComparedStatement.of(notified, entry))
                .hasSize(2)
                .extracting(ComparedStatement::verdict)
                .containsOnly(Verdict.SAME);
    }

    @Test
    void a_denunciation_ends_until_a_later_instrument() {
        var left =
                row(line(TreatyStep.RATIFICATION, DAY, "", ""), line(TreatyStep.DENUNCIATION, DAY.plusDays(9), "", ""));
        var back = row(
                line(TreatyStep.RATIFICATION, DAY, "", ""),
                line(TreatyStep.DENUNCIATION, DAY.plusDays(9), "", ""),
                line(TreatyStep.ACCESSION, DAY.plusDays(99), "", ""));

        assertThat(left.until()).contains(LocalDate.parse("2027-03-16"));
        assertThat(back.until()).isEmpty();
        assertThat(back.instrument()).get().extracting(TreatyLine::step).isEqualTo(TreatyStep.ACCESSION);
    }

    @Test
    void nothing_recorded_is_nothing_said() {
        var row = row();

        assertThat(row.signature()).isEmpty();
        assertThat(row.instrument()).isEmpty();
        assertThat(row.from()).isEmpty();
        assertThat(row.until()).isEmpty();
    }

    @Test
    void notifications_are_compared_with_the_states_own_entry_by_kind_and_article() {
        var notified = List.of(
                line(TreatyStep.RESERVATION, DAY, "42(5)", "Only with  both."),
                line(TreatyStep.DECLARATION, DAY, "63(3)", "Not bound."),
                line(TreatyStep.DECLARATION, DAY, "40(13)", "English."));
        var entry = List.of(
                statement(Kind.RESERVATION, "42(5)", "Only with both."),
                statement(Kind.RESERVATION, "63(3)", "Not bound."),
                statement(Kind.DECLARATION, "40(13)", "English or French."));

        assertThat(ComparedStatement.of(notified, entry))
                .extracting(ComparedStatement::article, ComparedStatement::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("42(5)", Verdict.SAME),
                        org.assertj.core.groups.Tuple.tuple("63(3)", Verdict.ONLY_NOTIFIED),
                        org.assertj.core.groups.Tuple.tuple("40(13)", Verdict.WORDS_DIFFER),
                        org.assertj.core.groups.Tuple.tuple("63(3)", Verdict.ONLY_ENTRY));
    }

    private static PartyRow row(TreatyLine... lines) {
        var count = TreatyCount.of(PracticeLaw.held().newest(Convention.UNCC).orElseThrow(), List.of(lines));
        return new PartyRow("XB", "Belmora", List.of(lines), count);
    }

    private static TreatyLine line(TreatyStep step, LocalDate day, String article, String words) {
        return new TreatyLine("XB", "Belmora", false, step, day, "C.N.1.2026", "practice list", article, words);
    }

    private static Statement statement(Kind kind, String article, String text) {
        return new Statement(kind, article, List.of(), text, DAY);
    }
}

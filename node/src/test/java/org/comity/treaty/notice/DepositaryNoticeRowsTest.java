package org.comity.treaty.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter that left stays as it left. */
class DepositaryNoticeRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void two_presses_at_once_make_one_letter_and_one_that_left_is_followed_by_another() throws Exception {
        var rows = new DepositaryNoticeRows(JdbcClient.create(PracticeDatabase.fresh("treaty")));

        assertThat(rows.write("contact", "41", "First words.", "ada", NOW)).isTrue();
        assertThat(rows.write("contact", "41", "Words of the other press.", "bo", NOW))
                .isFalse();

        assertThat(rows.of("contact")).extracting(KeptNotice::told).containsExactly("First words.");
        rows.sent(rows.of("contact").getFirst(), LocalDate.of(2026, 3, 2), "mail", SignedScan.NONE, "bo");
        rows.write("contact", "41", "What changed since.", "ada", NOW);
        assertThat(rows.of("contact")).hasSize(2);
    }

    @Test
    void the_words_of_a_letter_that_left_meanwhile_are_not_written_anew() throws Exception {
        var rows = new DepositaryNoticeRows(JdbcClient.create(PracticeDatabase.fresh("treaty")));
        rows.write("contact", "41", "First words.", "ada", NOW);
        var first = rows.of("contact").getFirst();
        assertThat(rows.rewrite(first, "Better words.", "ada", NOW)).isTrue();
        assertThat(rows.rewrite(first, "Words beside them.", "bo", NOW))
                .as("others stand there")
                .isFalse();
        assertThat(rows.sent(first, LocalDate.of(2026, 3, 2), "mail", SignedScan.NONE, "bo"))
                .as("other words")
                .isFalse();
        var better = rows.of("contact").getFirst();
        assertThat(rows.sent(better, LocalDate.of(2026, 3, 2), "mail", SignedScan.NONE, "bo"))
                .isTrue();

        assertThat(rows.rewrite(better, "Late words.", "ada", NOW)).isFalse();

        assertThat(rows.of("contact").getFirst().told()).isEqualTo("Better words.");
    }
}

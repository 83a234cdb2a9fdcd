package org.comity.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an office gave by a link is accepted as it was read, once, and read in one look. */
class LinkRowsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void an_answer_is_accepted_as_it_was_read_and_not_as_it_was_changed_since() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("implementation"));
        var rows = new LinkRows(db);
        long round = new AssessmentRows(db).open("ada", NOW);
        rows.add(
                new OfficeLink(
                        0, round, "Ministry", List.of("Q29.1"), LocalDate.of(2026, 3, 9), NOW.plusSeconds(9), null),
                "hash",
                "ada",
                NOW);
        long link = rows.of(round).getFirst().id();
        rows.answer(link, "Q29.1", new GivenAnswer("yes", "As read", "", null), NOW);
        rows.answer(link, "Q29.1", new GivenAnswer("no", "Changed", "", null), NOW.plusSeconds(1));

        assertThat(rows.accept(link, "Q29.1", NOW, NOW.plusSeconds(2))).isFalse();
        assertThat(rows.answersOf(round).get(link)).singleElement().satisfies(it -> {
            assertThat(it.given().words()).isEqualTo("Changed");
            assertThat(it.accepted()).isFalse();
        });
        assertThat(rows.accept(link, "Q29.1", NOW.plusSeconds(1), NOW.plusSeconds(2)))
                .isTrue();
        assertThat(rows.accept(link, "Q29.1", NOW.plusSeconds(1), NOW.plusSeconds(2)))
                .as("once")
                .isFalse();
        assertThat(rows.answersOf(round + 1)).isEmpty();
    }

    @Test
    void a_link_counts_its_answers_and_takes_no_more_than_so_many() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("implementation"));
        var rows = new LinkRows(db);
        long round = new AssessmentRows(db).open("ada", NOW);
        rows.add(
                new OfficeLink(
                        0, round, "Ministry", List.of("Q29.1"), LocalDate.of(2026, 3, 9), NOW.plusSeconds(9), null),
                "hash",
                "ada",
                NOW);
        long link = rows.of(round).getFirst().id();

        assertThat(rows.counted(link, 2)).isTrue();
        assertThat(rows.counted(link, 2)).isTrue();
        assertThat(rows.counted(link, 2)).isFalse();
    }

    @Test
    void of_one_officers_spreadsheets_only_the_newest_twenty_wait() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("implementation"));
        var rows = new AssessmentRows(db);
        for (int n = 0; n < 25; n++) {
            rows.keepSheet("a" + n, new byte[] {1}, "ada", NOW.plusSeconds(n));
        }
        rows.keepSheet("b", new byte[] {1}, "bo", NOW);

        assertThat(db.sql("select count(*) from implementation.sheet")
                        .query(Integer.class)
                        .single())
                .isEqualTo(21);
        assertThat(rows.sheet("a24")).isPresent();
        assertThat(rows.sheet("a4")).isEmpty();
    }
}

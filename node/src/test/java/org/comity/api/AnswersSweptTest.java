package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a program was answered goes at its time, though no program asks again. */
class AnswersSweptTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private Duration running = Duration.ofDays(10);

    @Test
    void old_answers_go_without_another_wish_and_not_by_the_clock_alone() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("api"));
        var answers = new AnswerRows(db);
        for (int i = 0; i < 250; i++) {
            answers.claim("key" + i, "f", NOON, running);
            answers.keep("key" + i, 201, new byte[0]);
        }

        answering(answers, NOON.plus(Duration.ofDays(400))).sweep();
        assertThat(left(db)).as("only the clock says so").isEqualTo(250);

        running = running.plus(DAY).plusMillis(1);
        answering(answers, NOON.plus(DAY)).sweep();
        assertThat(left(db)).as("not before the hour").isEqualTo(250);

        answering(answers, NOON.plus(DAY).plusMillis(1)).sweep();
        assertThat(left(db)).isZero();
    }

    private AnsweringIdempotently answering(AnswerRows answers, Instant at) {
        return new AnsweringIdempotently(
                answers,
                new ApiSettings(1024, 1024, DAY),
                new JsonMapper(),
                () -> running,
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private static long left(JdbcClient db) {
        return db.sql("select count(*) from api.answer").query(Long.class).single();
    }
}

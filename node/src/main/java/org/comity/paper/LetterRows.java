package org.comity.paper;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import org.comity.procedure.Dispatch;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every sending of a letter or reminder: how, when, and under what number. */
@Repository
class LetterRows {

    private final JdbcClient db;

    LetterRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if this is written down already */
    boolean add(String thread, @Nullable String act, LetterView.Sent sent) {
        return db.sql("""
                insert into cooperation.letter_sent (thread, act, what, channel, number, day, official, recorded_at)
                values (:thread, :act, :what, :channel, :number, :day, :official, :at)
                on conflict do nothing
                """)
                        .param("thread", thread)
                        .param("act", act, java.sql.Types.VARCHAR)
                        .param("what", sent.what())
                        .param("channel", sent.channel())
                        .param("number", sent.number())
                        .param("day", sent.day())
                        .param("official", sent.official())
                        .param("at", sent.recordedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    /** What was said of a letter that left otherwise, or has not left. */
    void remove(String thread, Dispatch letter) {
        db.sql("""
                delete from cooperation.letter_sent
                 where thread = :thread and act = :act and what = 'letter'
                   and channel = lower(:channel) and number = :number and day = :day
                """)
                .param("thread", thread)
                .param("act", letter.act())
                .param(
                        "channel",
                        letter.channel() == null ? "" : letter.channel().name())
                .param("number", letter.number())
                .param("day", letter.day(), java.sql.Types.DATE)
                .update();
    }

    List<LetterView.Sent> of(String thread) {
        return db.sql(
                        "select * from cooperation.letter_sent where thread = :thread order by day desc, id desc limit 100")
                .param("thread", thread)
                .query((row, n) -> new LetterView.Sent(
                        row.getString("what"),
                        row.getString("channel"),
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("official"),
                        InstantColumn.instant(row, "recorded_at")))
                .list();
    }
}

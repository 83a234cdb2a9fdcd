package org.comity.conference.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.conference.TypedPaper;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what of sessions and decisions has a day before it, without what the papers say. */
@Repository
class DuePaperRows {

    private final JdbcClient db;

    DuePaperRows(JdbcClient db) {
        this.db = db;
    }

    /** Of sessions that have not begun, the next first: documents of which not every language is there. */
    List<Due> incomplete(LocalDate today, int most) {
        return db.sql("""
                select p.symbol, p.registered_at, s.key, s.begins
                  from conference.session s join conference.paper p on p.session = s.id
                 where s.begins > :today
                   and (select count(*) from conference.paper_file f where f.paper = p.id) < :languages
                 order by s.begins, p.id limit :most
                """)
                .param("today", today)
                .param("languages", TypedPaper.LANGUAGES.size())
                .param("most", most)
                .query((row, n) -> new Due(
                        "document",
                        row.getString("symbol"),
                        "/conference/sessions/" + row.getString("key"),
                        InstantColumn.instant(row, "registered_at"),
                        begin(row.getObject("begins", LocalDate.class))))
                .list();
    }

    /** What decisions that stand ask of the Secretariat and is not done, what has a day first. */
    List<Due> ofSecretariat(int most) {
        return db.sql("""
                select d.number, f.what, f.recorded_at, t.due
                  from conference.follow_up f
                  join conference.decision d on d.id = f.decision
                  join lateral (select status, due from conference.follow_up_step
                                 where follow_up = f.id order by id desc limit 1) t on t.status in ('open', 'moved')
                 where f.who = :secretariat
                   and coalesce((select kind from conference.decision_change
                                  where decision = d.id order by id desc limit 1), '') <> :withdrawn
                 order by t.due nulls last, f.id limit :most
                """)
                .param("secretariat", Decision.SECRETARIAT)
                .param("withdrawn", Decision.WITHDRAWN)
                .param("most", most)
                .query((row, n) -> new Due(
                        "follow-up",
                        row.getString("number") + ": " + row.getString("what"),
                        "/conference/decisions",
                        InstantColumn.instant(row, "recorded_at"),
                        end(row.getObject("due", LocalDate.class))))
                .list();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : begin(day.plusDays(1)).minusSeconds(1);
    }
}

package org.comity.conference.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.conference.TypedPaper;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what of sessions and decisions has a day before it, without what the papers say. */
@Repository
class DuePaperRows {

    private final JdbcClient db;

    DuePaperRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Of sessions that have not begun, the next first: documents of which not every language is there. Then what decisions that
     * stand ask of the Secretariat and is not done, what has a day first.
     */
    List<Due> due(LocalDate today, int most) {
        return db.sql("""
                (select 'document' as kind, p.symbol as name, '' as what, '/conference/sessions/' || s.key as address,
                        p.registered_at as since, s.begins as day
                   from conference.session s join conference.paper p on p.session = s.id
                  where s.begins > :today
                    and (select count(*) from conference.paper_file f where f.paper = p.id) < :languages
                  order by s.begins, p.id limit :most)
                union all
                (select 'follow-up', d.number, f.what, '/conference/decisions', f.recorded_at, t.due
                   from conference.follow_up f
                   join conference.decision d on d.id = f.decision
                   join lateral (select status, due from conference.follow_up_step
                                  where follow_up = f.id order by id desc limit 1) t on t.status in ('open', 'moved')
                  where f.who = :secretariat
                    and coalesce((select kind from conference.decision_change
                                   where decision = d.id order by id desc limit 1), '') <> :withdrawn
                  order by t.due nulls last, f.id limit :most)
                """)
                .param("today", today)
                .param("languages", TypedPaper.LANGUAGES.size())
                .param("secretariat", Decision.SECRETARIAT)
                .param("withdrawn", Decision.WITHDRAWN)
                .param("most", most)
                .query(DuePaperRows::due)
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        boolean document = kind.equals("document");
        var day = row.getObject("day", LocalDate.class);
        var name = row.getString("name");
        return new Due(
                kind,
                document ? name : name + ": " + row.getString("what"),
                row.getString("address"),
                InstantColumn.instant(row, "since"),
                day == null ? null : document ? begin(day) : end(day));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(LocalDate day) {
        return begin(day.plusDays(1)).minusSeconds(1);
    }
}

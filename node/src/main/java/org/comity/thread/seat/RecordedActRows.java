package org.comity.thread.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.ActsRecordedForOthers;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the acts that we wrote down for an authority by its threads: there is no index by who speaks. */
@Repository
class RecordedActRows implements ActsRecordedForOthers {

    /** Behind all that is kept. */
    private static final Place NEWEST = new Place(Instant.parse("9999-12-31T00:00:00Z"), "");

    private final JdbcClient db;
    private final Directory directory;

    RecordedActRows(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    @Override
    public List<Recorded> of(String authority, Also also, @Nullable Place before, int limit) {
        var place = before == null ? NEWEST : before;
        return db.sql("""
                with two as (
                       select act.id, act.type, act.envelope, act.kept_at, thread.procedure,
                              convert_from(act.envelope, 'UTF8')::json -> 'facts' as facts
                         from thread.thread join thread.act on act.thread = thread.id
                        where thread.counterpart = :authority and act.ours and act.n is not null),
                joint as (
                       select id, envelope, body, kept_at, convert_from(envelope, 'UTF8')::json -> 'facts' as facts
                         from thread.joint_act
                        where author = :self and n is not null
                          and thread in (select thread from thread.party where participant = :authority and at = :self
                                          union
                                         select thread from thread.asked_at where participant = :authority and at = :self)),
                said as (
                       select two.id, envelope, json as body, kept_at from two left join thread.body on act = two.id
                        where facts ->> 'recorded' is not null and coalesce(facts ->> 'speaker', :authority) = :authority
                           or procedure = :procedure and type = :type
                        union all
                       select id, envelope, body, kept_at from joint
                        where facts ->> 'recorded' is not null and facts ->> 'speaker' = :authority)
                select * from said
                 where (kept_at, id) < (:at, :id)
                 order by kept_at desc, id desc
                 limit :limit
                """)
                .param("authority", authority)
                .param("self", directory.self().id())
                .param("procedure", also.procedure())
                .param("type", also.type())
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .param("id", place.act())
                .param("limit", limit)
                .query(RecordedActRows::row)
                .list();
    }

    private static Recorded row(ResultSet row, int number) throws SQLException {
        byte[] body = row.getBytes("body");
        return new Recorded(
                Envelope.read(row.getBytes("envelope")),
                body == null ? Map.of() : CanonicalJson.read(body),
                InstantColumn.instant(row, "kept_at"));
    }
}

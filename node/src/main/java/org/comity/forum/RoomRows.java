package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code forum.room}, {@code forum.member} and {@code forum.moderator}. */
@Repository
class RoomRows {

    static final int PAGE = 100;
    private static final int MOST = 500;
    static final int MOST_MEMBERSHIPS = 2_000;

    /** As {@link Readable#sees}. */
    private static final String SEEN = "opened_at is not null and " + Readable.label("id", "label");

    private final JdbcClient db;

    RoomRows(JdbcClient db) {
        this.db = db;
    }

    /** False if the name is taken. */
    boolean propose(KeptRoom room, Instant at) {
        return db.sql("""
                insert into forum.room (id, title, language, terms, label, chatham, working, everybody, deleted_on,
                       proposed_by, proposed_at)
                values (:id, :title, :language, :terms, :label, :chatham, :working, :everybody, :deleted, :by, :at)
                on conflict do nothing
                """)
                        .param("id", room.id())
                        .param("title", room.title())
                        .param("language", room.language())
                        .param("terms", room.terms())
                        .param("label", room.light().name())
                        .param("chatham", room.chatham())
                        .param("working", room.working())
                        .param("everybody", room.everybody())
                        .param("deleted", room.deletedOn())
                        .param("by", room.proposedBy())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    boolean open(String room, String by, Instant at) {
        return db.sql("""
                update forum.room set opened_by = :by, opened_at = :at
                 where id = :id and opened_by is null and proposed_by <> :by
                """)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .param("id", room)
                        .update()
                == 1;
    }

    /** Of a proposal alone: nothing was said in it yet. */
    boolean withdraw(String room) {
        var proposed = "room in (select id from forum.room where id = :id and opened_at is null for update)";
        db.sql("delete from forum.member where " + proposed).param("id", room).update();
        db.sql("delete from forum.moderator where " + proposed)
                .param("id", room)
                .update();
        return db.sql("delete from forum.room where id = :id and opened_at is null")
                        .param("id", room)
                        .update()
                == 1;
    }

    boolean close(String room, Instant at) {
        return db.sql("update forum.room set closed_at = :at where id = :id and closed_at is null")
                        .param("at", at.atOffset(UTC))
                        .param("id", room)
                        .update()
                == 1;
    }

    Optional<KeptRoom> find(String room) {
        return db.sql("select * from forum.room where id = :id")
                .param("id", room)
                .query(RoomRows::room)
                .optional();
    }

    /** All, by title; one more than a page, so that it is known whether there are more. */
    List<KeptRoom> page(@Nullable KeptRoom after) {
        return db.sql("select * from forum.room where (title, id) > (:title, :id) order by title, id limit :most")
                .params(last(after))
                .param("most", PAGE + 1)
                .query(RoomRows::room)
                .list();
    }

    /** Those that are there for this reader, by title. */
    List<KeptRoom> page(Readable readable, @Nullable KeptRoom after, int most) {
        return db.sql("select * from forum.room where (title, id) > (:title, :id) and " + SEEN
                        + " order by title, id limit :most")
                .params(last(after))
                .params(readable.parameters())
                .param("most", most)
                .query(RoomRows::room)
                .list();
    }

    /** Those that are there for this reader, opened last first. */
    List<KeptRoom> newest(Readable readable, int most) {
        return db.sql("select * from forum.room where " + SEEN + " order by opened_at desc, id limit :most")
                .params(readable.parameters())
                .param("most", most)
                .query(RoomRows::room)
                .list();
    }

    /** Of these the ones that are there for this reader. */
    List<KeptRoom> some(Collection<String> ids, Readable readable) {
        return db.sql("select * from forum.room where id = any (:ids) and " + SEEN)
                .param("ids", ids.toArray(String[]::new))
                .params(readable.parameters())
                .query(RoomRows::room)
                .list();
    }

    private static Map<String, Object> last(@Nullable KeptRoom after) {
        return Map.of("title", after == null ? "" : after.title(), "id", after == null ? "" : after.id());
    }

    /** Of all that nobody opened yet, however many rooms there are. */
    int proposedByOthers(String official) {
        return db.sql("select count(*) from forum.room where opened_at is null and proposed_by <> :official")
                .param("official", official)
                .query(Integer.class)
                .single();
    }

    /** Rooms that are to go by this day and are not closed, or hold words still. */
    List<String> due(LocalDate today) {
        return db.sql("""
                select id from forum.room r where deleted_on <= :today and opened_at is not null
                   and (closed_at is null or exists (select from forum.topic t where t.room = r.id))
                 order by id limit :most
                """)
                .param("today", today)
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    /** All that was said in it; its name and its members stay to be read. */
    int forget(String room) {
        return db.sql("delete from forum.topic where room = :room")
                .param("room", room)
                .update();
    }

    void add(RoomMember member, String by) {
        db.sql("""
                insert into forum.member (room, participant, person, role, grouping, chair, brought_by, added_by, since)
                values (:room, :participant, :person, :role, :grouping, :chair, :brought, :by, :since)
                on conflict (room, participant, person) do update
                   set role = excluded.role, grouping = excluded.grouping, chair = excluded.chair,
                       brought_by = excluded.brought_by, added_by = excluded.added_by, since = excluded.since, until = null
                """)
                .param("room", member.room())
                .param("participant", member.participant())
                .param("person", member.person())
                .param("role", member.role().name())
                .param("grouping", member.grouping())
                .param("chair", member.chair())
                .param("brought", member.broughtBy())
                .param("by", by)
                .param("since", member.since().atOffset(UTC))
                .update();
    }

    boolean leave(String room, String participant, String person, Instant at) {
        return db.sql("""
                update forum.member set until = :at
                 where room = :room and participant = :participant and person = :person and until is null
                """)
                        .param("at", at.atOffset(UTC))
                        .param("room", room)
                        .param("participant", participant)
                        .param("person", person)
                        .update()
                == 1;
    }

    List<RoomMember> members(String room) {
        return db.sql("select * from forum.member where room = :room and until is null order by participant, person")
                .param("room", room)
                .query(RoomRows::member)
                .list();
    }

    /** The newest, and no more than {@link #MOST_MEMBERSHIPS}: who is in more rooms finds the older ones each by itself. */
    List<RoomMember> memberships(String participant) {
        return db.sql("""
                select * from forum.member where participant = :participant and until is null
                 order by since desc, room limit :most
                """)
                .param("participant", participant)
                .param("most", MOST_MEMBERSHIPS)
                .query(RoomRows::member)
                .list();
    }

    /** In one room. */
    List<RoomMember> memberships(String participant, String room) {
        return db.sql("""
                select * from forum.member where participant = :participant and room = :room and until is null
                 limit :most
                """)
                .param("participant", participant)
                .param("room", room)
                .param("most", MOST_MEMBERSHIPS)
                .query(RoomRows::member)
                .list();
    }

    void moderate(String room, String official, Instant at) {
        db.sql("""
                insert into forum.moderator (room, official, since) values (:room, :official, :at)
                on conflict (room, official) do update set until = null, since = excluded.since
                """)
                .param("room", room)
                .param("official", official)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean moderateNoMore(String room, String official, Instant at) {
        return db.sql(
                                "update forum.moderator set until = :at where room = :room and official = :official and until is null")
                        .param("at", at.atOffset(UTC))
                        .param("room", room)
                        .param("official", official)
                        .update()
                == 1;
    }

    List<String> moderators(String room) {
        return db.sql("select official from forum.moderator where room = :room and until is null order by official")
                .param("room", room)
                .query(String.class)
                .list();
    }

    List<String> moderatedBy(String official) {
        return db.sql("select room from forum.moderator where official = :official and until is null")
                .param("official", official)
                .query(String.class)
                .list();
    }

    private static KeptRoom room(ResultSet row, int number) throws SQLException {
        return new KeptRoom(
                row.getString("id"),
                row.getString("title"),
                row.getString("language"),
                row.getString("terms"),
                TrafficLight.valueOf(row.getString("label")),
                row.getBoolean("chatham"),
                row.getBoolean("working"),
                row.getBoolean("everybody"),
                row.getObject("deleted_on", LocalDate.class),
                row.getString("proposed_by"),
                InstantColumn.instantIfAny(row, "opened_at"),
                InstantColumn.instantIfAny(row, "closed_at"));
    }

    private static RoomMember member(ResultSet row, int number) throws SQLException {
        return new RoomMember(
                row.getString("room"),
                row.getString("participant"),
                row.getString("person"),
                SharingRole.valueOf(row.getString("role")),
                row.getString("grouping"),
                row.getBoolean("chair"),
                row.getString("brought_by"),
                InstantColumn.instant(row, "since"));
    }
}

package org.comity.thread.joint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.proof.table.JointState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who is and was a party of each joint thread, and how far each was told. */
@Repository
class PartyRows {

    /** @param until the entry with which it went; null while it is a party */
    record Stay(
            String participant,
            String role,
            long from,
            @Nullable Long until,
            boolean fromHere,
            @Nullable String at) {

        /** The last entry that it may see. */
        long limit(long last) {
            return until == null ? last : Math.min(until, last);
        }

        /** Whether it may see what was said in this entry. */
        boolean shown(long n) {
            return !fromHere || n >= from;
        }
    }

    record Cursor(long sent, boolean whole) {}

    static final String SPOKEN_FOR_NOW = """
            select thread from thread.party where participant = :name and at = :at and until_n is null
             union
            select thread from thread.asked_at where participant = :name and at = :at and waits
             order by thread
             limit :most
            """;

    static final String SPOKE_FOR = """
            select exists (
                   select from (select thread from thread.party
                                 where participant = :name and at = :at and until_n is not null
                                 union all
                                select thread from thread.asked_at where participant = :name and at = :at and not waits) as had
                    where not exists (select from thread.party now
                                       where now.thread = had.thread and now.participant = :name and now.at = :at
                                         and now.until_n is null)
                      and not exists (select from thread.asked_at now
                                       where now.thread = had.thread and now.participant = :name and now.at = :at
                                         and now.waits))
            """;

    private final JdbcClient db;

    PartyRows(JdbcClient db) {
        this.db = db;
    }

    /** What entry n changed. */
    void moved(String thread, Map<String, JointState.Party> before, Map<String, JointState.Party> after, long n) {
        before.forEach((name, party) -> {
            if (!party.equals(after.get(name))) {
                db.sql("""
                        update thread.party set until_n = :n
                         where thread = :thread and participant = :name and until_n is null
                        """)
                        .param("n", n)
                        .param("thread", thread)
                        .param("name", name)
                        .update();
            }
        });
        after.forEach((name, party) -> {
            if (!party.equals(before.get(name))) add(thread, name, party);
        });
    }

    private void add(String thread, String name, JointState.Party party) {
        db.sql("""
                insert into thread.party (thread, participant, role, from_n, from_here, at)
                values (:thread, :name, :role, :from, :here, :at)
                """)
                .param("thread", thread)
                .param("name", name)
                .param("role", party.role())
                .param("from", party.from())
                .param("here", party.fromHere())
                .param("at", party.at())
                .update();
    }

    /** Its last stay, if it ever was a party. */
    Optional<Stay> stay(String thread, String participant) {
        return db.sql("""
                select participant, role, from_n as "from", until_n as "until", from_here, at from thread.party
                 where thread = :thread and participant = :name
                 order by from_n desc
                 limit 1
                """)
                .param("thread", thread)
                .param("name", participant)
                .query(Stay.class)
                .optional();
    }

    /** The last stay of everybody who was ever a party. */
    List<Stay> all(String thread) {
        return db.sql("""
                select distinct on (participant)
                       participant, role, from_n as "from", until_n as "until", from_here, at
                  from thread.party
                 where thread = :thread
                 order by participant, from_n desc
                """).param("thread", thread).query(Stay.class).list();
    }

    /** Its last stay for which this one spoke, if there was one. */
    Optional<Stay> stay(String thread, String participant, String at) {
        return db.sql("""
                select participant, role, from_n as "from", until_n as "until", from_here, at from thread.party
                 where thread = :thread and participant = :name and at = :at
                 order by from_n desc
                 limit 1
                """)
                .param("thread", thread)
                .param("name", participant)
                .param("at", at)
                .query(Stay.class)
                .optional();
    }

    /** Whom the others asked since, to be spoken for, and whose invitation that was waits no more. */
    void asked(String thread, Map<String, JointState.Invited> before, Map<String, JointState.Invited> after) {
        before.forEach((name, it) -> {
            if (it.at() == null || sameHost(after.get(name), it)) return;
            db.sql(
                            "update thread.asked_at set waits = false where participant = :name and thread = :thread and at = :at")
                    .param("name", name)
                    .param("thread", thread)
                    .param("at", it.at())
                    .update();
        });
        after.forEach((name, it) -> {
            if (it.at() == null || sameHost(before.get(name), it)) return;
            db.sql("""
                    insert into thread.asked_at (participant, thread, at, waits) values (:name, :thread, :at, true)
                    on conflict (participant, thread, at) do update set waits = true
                    """)
                    .param("name", name)
                    .param("thread", thread)
                    .param("at", it.at())
                    .update();
        });
    }

    private static boolean sameHost(JointState.@Nullable Invited one, JointState.Invited other) {
        return one != null && Objects.equals(one.at(), other.at());
    }

    /** Whether this one was ever asked to be a party for which that one speaks. */
    boolean wasAsked(String thread, String participant, String at) {
        return db.sql("""
                select exists (select from thread.asked_at
                                where participant = :name and thread = :thread and at = :at)
                """)
                .param("name", participant)
                .param("thread", thread)
                .param("at", at)
                .query(Boolean.class)
                .single();
    }

    /** In order of their ids, at most 200 after that one, all in which it is or was a party, or asked to be, for which that one speaks. */
    List<String> spokenFor(String participant, String at, String after) {
        return db.sql("""
                select thread from thread.party where participant = :name and at = :at and thread > :after
                 union
                select thread from thread.asked_at where participant = :name and at = :at and thread > :after
                 order by thread
                 limit 200
                """)
                .param("name", participant)
                .param("at", at)
                .param("after", after)
                .query(String.class)
                .list();
    }

    /** In order of their ids, so many at most, those in which it is a party, or asked to be one, for which that one speaks. */
    List<String> spokenForNow(String participant, String at, int most) {
        return db.sql(SPOKEN_FOR_NOW)
                .param("name", participant)
                .param("at", at)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Whether it was a party, or asked to be one, for which that one spoke, in any other. */
    boolean spokeFor(String participant, String at) {
        return db.sql(SPOKE_FOR)
                .param("name", participant)
                .param("at", at)
                .query(Boolean.class)
                .single();
    }

    Cursor cursor(String thread, String participant) {
        return db.sql("select sent_n as sent, whole from thread.cursor where thread = :thread and participant = :name")
                .param("thread", thread)
                .param("name", participant)
                .query(Cursor.class)
                .optional()
                .orElse(new Cursor(0, false));
    }

    void set(String thread, String participant, Cursor cursor) {
        db.sql("""
                insert into thread.cursor (thread, participant, sent_n, whole) values (:thread, :name, :sent, :whole)
                on conflict (thread, participant) do update set sent_n = :sent, whole = :whole
                """)
                .param("thread", thread)
                .param("name", participant)
                .param("sent", cursor.sent())
                .param("whole", cursor.whole())
                .update();
    }
}

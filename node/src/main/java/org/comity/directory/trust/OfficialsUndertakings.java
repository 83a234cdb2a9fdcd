package org.comity.directory.trust;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.comity.directory.OurEntry;
import org.comity.directory.ParticipantEntry;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what officials have begun or done about entries: phones rung, peers kept on, the draft of our own new version.
 */
@Repository
class OfficialsUndertakings {

    private final JdbcClient db;

    OfficialsUndertakings(JdbcClient db) {
        this.db = db;
    }

    void phoneTested(String id, String phone, String official, Instant now) {
        db.sql("""
                insert into directory.phone_test (participant, phone, official, tested_at)
                values (:id, :phone, :official, :now)
                """)
                .param("id", id)
                .param("phone", phone)
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Instant> phoneTestedAt(String id, String phone) {
        return db.sql("""
                select tested_at from directory.phone_test
                 where participant = :id and phone = :phone
                 order by tested_at desc limit 1
                """)
                .param("id", id)
                .param("phone", phone)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * The officer who asked first to keep this peer on.
     *
     * @param hash of the entry that was asked about, @param until when it was confirmed then; asked of another, nobody asked
     */
    Optional<String> keeping(String id, String hash, Instant until) {
        return db.sql("""
                select first_officer from directory.keeping
                 where participant = :id and hash = :hash and confirmed_until = :until
                """)
                .param("id", id)
                .param("hash", hash)
                .param("until", until.atOffset(UTC))
                .query(String.class)
                .optional();
    }

    void beginKeeping(String id, String hash, Instant until, String official, Instant now) {
        db.sql("""
                insert into directory.keeping (participant, hash, confirmed_until, first_officer, asked_at)
                values (:id, :hash, :until, :official, :now)
                on conflict (participant) do update
                   set hash = excluded.hash, confirmed_until = excluded.confirmed_until,
                       first_officer = excluded.first_officer, asked_at = excluded.asked_at
                """)
                .param("id", id)
                .param("hash", hash)
                .param("until", until.atOffset(UTC))
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void endKeeping(String id) {
        db.sql("delete from directory.keeping where participant = :id")
                .param("id", id)
                .update();
    }

    Optional<OurEntry.Draft> draft() {
        return db.sql("select json, officer, written_at from directory.draft")
                .query((row, n) -> new OurEntry.Draft(
                        ParticipantEntry.read(row.getBytes("json")),
                        row.getString("officer"),
                        InstantColumn.instant(row, "written_at")))
                .optional();
    }

    void keepDraft(ParticipantEntry entry, String official, Instant now) {
        db.sql("""
                insert into directory.draft (json, officer, written_at) values (:json, :official, :now)
                on conflict (one) do update
                   set json = excluded.json, officer = excluded.officer, written_at = excluded.written_at
                """)
                .param("json", entry.json())
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void discardDraft() {
        db.sql("delete from directory.draft").update();
    }
}

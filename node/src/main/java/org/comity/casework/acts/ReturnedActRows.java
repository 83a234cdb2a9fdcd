package org.comity.casework.acts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which version of a draft was last returned; {@link DraftRows} keeps and forgets it. */
@Repository
class ReturnedActRows {

    /** Before an update of the same draft: what was returned is kept, unless its submitter took it back ({@code by} is null). */
    static final String KEPT = """
            with returned as (
                 insert into cooperation.returned_act
                 select id, cast(:why as text), cast(:by as text), cast(:at as timestamptz), act_json,
                        (select coalesce(string_agg(sha256 || ' ' || name, chr(10)), '')
                           from cooperation.draft_file where draft = :id)
                   from cooperation.draft where id = :id and cast(:by as text) is not null
                 on conflict (draft) do update set why = excluded.why, returned_by = excluded.returned_by,
                    returned_at = excluded.returned_at, act_json = excluded.act_json, files = excluded.files)
            """;

    private final JdbcClient db;

    ReturnedActRows(JdbcClient db) {
        this.db = db;
    }

    /** @param files their SHA-256 by name */
    record ReturnedAct(String why, String by, Instant at, byte[] json, Map<String, String> files) {}

    Optional<ReturnedAct> of(String draft) {
        return db.sql("select * from cooperation.returned_act where draft = :draft")
                .param("draft", draft)
                .query((row, n) -> new ReturnedAct(
                        row.getString("why"),
                        row.getString("returned_by"),
                        InstantColumn.instant(row, "returned_at"),
                        row.getBytes("act_json"),
                        files(row.getString("files"))))
                .optional();
    }

    /** A line each: its SHA-256, and its name. */
    private static Map<String, String> files(String kept) {
        return kept.lines().map(it -> it.split(" ", 2)).collect(Collectors.toMap(it -> it[1], it -> it[0]));
    }
}

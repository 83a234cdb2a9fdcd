package org.comity.casework.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.InstantColumn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was here before arrivals were counted has the hour at which it came; what we asked ourselves never came. */
class ArrivedFilledTest {

    @Test
    void what_others_opened_has_its_arrival_and_what_we_opened_has_none() throws Exception {
        var database = PracticeDatabase.fresh("thread", "cooperation");
        var db = JdbcClient.create(database);
        db.sql("alter table cooperation.request drop column arrived_at").update();
        db.sql("""
                insert into cooperation.request
                       (thread, reference, author, procedure, counterpart, our_role, subject, state, turn, opened_at,
                        changed_at, emergency, confidential, channel)
                select thread, thread, 'XB-1', 'preservation/1', 'XB-1', role, 'mail', 'Requested', 'OURS',
                       '2026-01-01Z', now(), false, false, 'NODE'
                  from (values ('wire', 'requested'), ('paper', 'requested'), ('ours', 'requesting')) as asked (thread, role)
                """).update();
        db.sql("""
                insert into thread.thread (id, procedure, convention, reference, opener, counterpart, our_role, we_keep,
                                           by_wire, drill, opened_at, changed_at)
                select thread, procedure, 'uncc/1', reference, 'XB-1', 'XB-1', 'REQUESTED', true, true, false, opened_at, now()
                  from cooperation.request
                """).update();
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at, n)
                select id, thread, 'request', ours, convert_to('{"role":"requesting"}', 'UTF8'), id, '2026-02-02Z', 1
                  from (values ('a', 'wire', false), ('b', 'paper', true), ('c', 'ours', true)) as act (id, thread, ours)
                """).update();

        try (var sql = getClass().getResourceAsStream("/db/migration/cooperation/V410_441__arrived.sql");
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8));
        }

        assertThat(db
                        .sql("select thread, arrived_at from cooperation.request")
                        .query((row, _) -> Map.entry(
                                row.getString("thread"),
                                Optional.ofNullable(InstantColumn.instantIfAny(row, "arrived_at"))))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "wire", Optional.of(Instant.parse("2026-02-02T00:00:00Z")),
                        "paper", Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        "ours", Optional.empty()));
    }
}

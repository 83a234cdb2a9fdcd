package org.comity.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Multiplies what a node holds of its requests: the list, what search finds by, and the register with its acts and entries.
 * Sealed containers are left out, which no list reads; so a copy can be found, and its own page says less than that of a real one.
 */
final class CopiedRequests {

    /** One in so many is for us to answer, late, urgent, ending soon, or in the hands of whoever sits in the duty officer's chair. */
    private static final String REQUEST = """
            insert into cooperation.request
            select (jsonb_populate_record(r.q, jsonb_build_object(
                'thread', r.thread || '-' || no,
                'reference', 'XA-2025-' || lpad(text(no * ?::bigint + r.place), 6, '0'),
                'turn', case when no % 3 = 0 then 'OURS' when no % 3 = 1 then 'THEIRS' else r.turn end,
                'next', case when no % 3 = 0 then r.next end,
                'due', now() + (no % 500 - 20) * interval '1 hour',
                'until', now() + (no % 90 + 2) * interval '1 day',
                'emergency', no % 1000 = 0,
                'owner', case when no % 10 = 0 then sitter.id end,
                'opened_at', r.opened_at - no * interval '1 minute'))).*
              from (select q, q.*, row_number() over (order by thread) as place from cooperation.request q) as r
             cross join generate_series(1, ?) as no
             cross join (select id from identity.person where active and 'DUTY_OFFICER' = any (duties)
                          order by cardinality(duties), name, id limit 1) as sitter
            """;

    private static final List<String> REST = List.of("""
            insert into cooperation.search_key
            select (jsonb_populate_record(k, jsonb_build_object('thread', k.thread || '-' || no, 'key', k.key || '-' || no,
                'range', case when k.range is not null then cast('10.0.0.0' as inet) + no end))).*
              from cooperation.search_key k cross join generate_series(1, ?) as no
            """, """
            insert into cooperation.search_within
            select (jsonb_populate_record(k, jsonb_build_object('thread', k.thread || '-' || no, 'key', k.key || '-' || no))).*
              from cooperation.search_within k cross join generate_series(1, ?) as no
            """, """
            insert into cooperation.search_text
            select (jsonb_populate_record(w, jsonb_build_object('thread', w.thread || '-' || no))).*
              from cooperation.search_text w cross join generate_series(1, ?) as no
            """, """
            insert into thread.thread
            select (jsonb_populate_record(t, jsonb_build_object('id', t.id || '-' || no, 'reference', t.reference || '-' || no))).*
              from thread.thread t cross join generate_series(1, ?) as no
            """, """
            insert into thread.act
            select (jsonb_populate_record(a, jsonb_build_object('id', a.id || '-' || no, 'thread', a.thread || '-' || no))).*
              from thread.act a cross join generate_series(1, ?) as no
            """, """
            insert into thread.body
            select (jsonb_populate_record(b, jsonb_build_object('act', b.act || '-' || no))).*
              from thread.body b cross join generate_series(1, ?) as no
            """, """
            insert into thread.entry
            select (jsonb_populate_record(e, jsonb_build_object(
                'thread', e.thread || '-' || no, 'act', e.act || '-' || no))).*
              from thread.entry e cross join generate_series(1, ?) as no
            """);

    private CopiedRequests() {}

    /**
     * @param wanted so many requests, about
     * @return how many the list has now
     */
    static int fill(Connection connection, int wanted) throws SQLException {
        int real = count(connection);
        int copies = Math.max(1, wanted / real - 1);
        for (var each : REST) {
            try (var copy = connection.prepareStatement(each)) {
                copy.setInt(1, copies);
                copy.executeUpdate();
            }
        }
        try (var copy = connection.prepareStatement(REQUEST)) {
            copy.setInt(1, real);
            copy.setInt(2, copies);
            copy.executeUpdate();
        }
        // As autovacuum would within a minute.
        try (var settle = connection.createStatement()) {
            settle.execute("vacuum analyze");
        }
        return count(connection);
    }

    private static int count(Connection connection) throws SQLException {
        try (var ask = connection.createStatement();
                var found = ask.executeQuery("select count(*) from cooperation.request")) {
            found.next();
            return found.getInt(1);
        }
    }
}

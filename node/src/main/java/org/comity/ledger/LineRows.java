package org.comity.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.log.LogEpoch;
import org.comity.proof.log.LogLine;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the lines of the ledger and the end of their chain. */
@Repository
class LineRows {

    static final int AT_ONCE = 500;

    private final JdbcClient db;

    LineRows(JdbcClient db) {
        this.db = db;
    }

    void add(Instant time, String what, Written content) {
        db.sql("""
                insert into ledger.line (time, what, subject, official, facts, salt, commitment)
                values (:time, :what, :subject, :official, :facts, :salt, :commitment)
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("subject", content.subject())
                .param("official", content.official())
                .param("facts", new String(CanonicalJson.write(content.facts()), StandardCharsets.UTF_8))
                .param("salt", content.salt())
                .param("commitment", content.commitment())
                .update();
    }

    /** The end of the chain, locked until the transaction ends. */
    Head lockHead() {
        return db.sql("select n, hash from ledger.head for update")
                .query(Head.class)
                .single();
    }

    Head head() {
        return db.sql("select n, hash from ledger.head").query(Head.class).single();
    }

    /** The first of them, at most {@link #AT_ONCE}. */
    List<Unchained> unchained() {
        return db.sql("""
                select id, time, what, commitment from ledger.line
                 where n is null
                 order by id
                 limit :limit
                """)
                .param("limit", AT_ONCE)
                .query((row, number) -> new Unchained(
                        row.getLong("id"),
                        InstantColumn.instant(row, "time"),
                        row.getString("what"),
                        row.getString("commitment")))
                .list();
    }

    void chain(long id, Head end) {
        db.sql("update ledger.line set n = :n, hash = :hash where id = :id")
                .param("n", end.n())
                .param("hash", end.hash())
                .param("id", id)
                .update();
    }

    void moveHead(Head end) {
        db.sql("update ledger.head set n = :n, hash = :hash")
                .param("n", end.n())
                .param("hash", end.hash())
                .update();
    }

    List<Ledger.Line> newest(Ledger.Search sought, @Nullable Long before, int limit) {
        var where = new StringBuilder("n < :before");
        var values = new HashMap<String, Object>();
        values.put("before", before == null ? Long.MAX_VALUE : before);
        values.put("limit", limit);
        if (sought.subjects() != null) {
            where.append(
                    sought.orBy() == null
                            ? " and subject = any(:subjects)"
                            : " and (subject = any(:subjects) or official = :orBy)");
            values.put("subjects", sought.subjects().toArray(String[]::new));
            values.put("orBy", sought.orBy());
        }
        narrow(where, values, " and official = :official", "official", sought.official());
        narrow(where, values, " and time >= :from", "from", InstantColumn.value(sought.from()));
        narrow(where, values, " and time < :until", "until", InstantColumn.value(sought.until()));
        if (!sought.whats().isEmpty()) {
            where.append(" and (").append(kinds(sought.whats(), values)).append(")");
        }
        return db.sql("select * from ledger.line where %s order by n desc limit :limit".formatted(where))
                .params(values)
                .query(LineRows::line)
                .list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String how, String name, @Nullable Object value) {
        if (value != null) {
            where.append(how);
            values.put(name, value);
        }
    }

    /** A fact's first part alone, with its dot, stands for all that begin so: a range, which an index can give. */
    private static String kinds(List<String> whats, Map<String, Object> values) {
        if (whats.size() == 1 && !whats.getFirst().endsWith(".")) {
            // Of one kind alone the index has the newest first, however many there are.
            values.put("whole", whats.getFirst());
            return "what = :whole";
        }
        var some = new ArrayList<String>(List.of("what = any(:whole)"));
        values.put("whole", whats.stream().filter(it -> !it.endsWith(".")).toArray(String[]::new));
        for (var each : whats.stream().filter(it -> it.endsWith(".")).toList()) {
            var name = "first" + some.size();
            some.add("what ~>=~ :%1$s and what ~<~ :%1$sEnd".formatted(name));
            values.put(name, each);
            values.put(name + "End", each.substring(0, each.length() - 1) + "/");
        }
        return String.join(" or ", some);
    }

    /** Up to a thousand lines behind line {@code n}, each with the hash that it names. */
    List<Logged> after(long n) {
        return db.sql("""
                select line.*, before.hash as previous from ledger.line
                  left join ledger.line before on before.n = line.n - 1
                 where line.n > :n
                 order by line.n
                 limit 1000
                """).param("n", n).query(LineRows::logged).list();
    }

    Optional<Logged> at(long n) {
        return db.sql("""
                select line.*, before.hash as previous from ledger.line
                  left join ledger.line before on before.n = line.n - 1
                 where line.n = :n
                """).param("n", n).query(LineRows::logged).optional();
    }

    /** The line that opened the epoch of this origin. */
    Logged opening(String origin) {
        return db.sql("""
                select line.*, before.hash as previous from ledger.line
                  left join ledger.line before on before.n = line.n - 1
                 where line.subject = :origin and line.what = :what and line.n is not null
                """)
                .param("what", LogEpoch.OPENED)
                .param("origin", origin)
                .query(LineRows::logged)
                .single();
    }

    private static Logged logged(ResultSet row, int number) throws SQLException {
        var line = line(row, number);
        var previous = row.getString("previous");
        return new Logged(
                new LogLine(
                        previous == null ? LogLine.NOTHING_BEFORE : previous,
                        line.n(),
                        line.time(),
                        line.what(),
                        line.official(),
                        line.subject(),
                        line.facts(),
                        row.getString("salt"),
                        row.getString("commitment")),
                line.hash());
    }

    private static Ledger.Line line(ResultSet row, int number) throws SQLException {
        return new Ledger.Line(
                row.getLong("n"),
                InstantColumn.instant(row, "time"),
                row.getString("official"),
                row.getString("what"),
                row.getString("subject"),
                facts(row.getString("facts")),
                row.getString("hash"));
    }

    private static Map<String, String> facts(String json) {
        var facts = new TreeMap<String, String>();
        CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8))
                .forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }

    record Head(long n, String hash) {}

    record Unchained(long id, Instant time, String what, String commitment) {}

    /** @param hash as it is kept, which need not be the line's */
    record Logged(LogLine line, String hash) {}

    record Written(
            @Nullable String official, String subject, Map<String, String> facts, String salt, String commitment) {}
}

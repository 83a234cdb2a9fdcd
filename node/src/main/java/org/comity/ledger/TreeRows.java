package org.comity.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.log.UnreadableNote;
import org.comity.proof.tree.KeptTree;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree of the domestic log: its complete subtrees and its signed heads. */
@Repository
class TreeRows {

    static final String DOMESTIC = "domestic";

    private final JdbcClient db;

    TreeRows(JdbcClient db) {
        this.db = db;
    }

    long size() {
        return db.sql("select size from ledger.tree where log = 'domestic'")
                .query(Long.class)
                .single();
    }

    /** The tree's size, for whoever is alone with it until the transaction ends; nothing if somebody else is. */
    Optional<Long> claim() {
        return db.sql("select size from ledger.tree where log = 'domestic' for update skip locked")
                .query(Long.class)
                .optional();
    }

    void moveSize(long size) {
        db.sql("update ledger.tree set size = :size where log = 'domestic'")
                .param("size", size)
                .update();
    }

    void keep(List<Subtree> subtrees) {
        db.sql("""
                insert into ledger.subtree (log, level, at, hash)
                select 'domestic', * from unnest(
                       cast(:levels as int[]), cast(:ats as bigint[]), cast(:hashes as text[]))
                """)
                .param("levels", array(subtrees, it -> Integer.toString(it.level())))
                .param("ats", array(subtrees, it -> Long.toString(it.at())))
                .param("hashes", array(subtrees, it -> HexFormat.of().formatHex(it.hash())))
                .update();
    }

    byte[] subtree(int level, long at) {
        return HexFormat.of()
                .parseHex(
                        db.sql("select hash from ledger.subtree where log = 'domestic' and level = :level and at = :at")
                                .param("level", level)
                                .param("at", at)
                                .query(String.class)
                                .single());
    }

    KeptTree tree(long size) {
        return new KeptTree(size, this::subtree);
    }

    /** Hashes of the leaves from {@code from} on, by index. */
    Map<Long, String> leaves(long from, int count) {
        return byNumber("""
                select at as number, hash from ledger.subtree
                 where log = 'domestic' and level = 0 and at >= :from and at < :to
                """, from, from + count);
    }

    /** Roots of the checkpoints over more than {@code from} and at most {@code to} lines, by size. */
    Map<Long, String> roots(long from, long to) {
        return byNumber("""
                select size as number, root as hash from ledger.checkpoint
                 where log = 'domestic' and size > :from and size <= :to
                """, from, to);
    }

    Optional<Signed> last() {
        return db.sql("select * from ledger.checkpoint where log = 'domestic' order by size desc limit 1")
                .query(TreeRows::signed)
                .optional();
    }

    void add(Signed checkpoint) {
        db.sql("""
                insert into ledger.checkpoint (log, size, root, time, note)
                values ('domestic', :size, :root, :time, :note)
                """)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root())
                .param("time", checkpoint.time().atOffset(ZoneOffset.UTC))
                .param("note", checkpoint.note())
                .update();
    }

    private Map<Long, String> byNumber(String sql, long from, long to) {
        var all = new TreeMap<Long, String>();
        db.sql(sql).param("from", from).param("to", to).query(row -> {
            all.put(row.getLong("number"), row.getString("hash"));
        });
        return all;
    }

    private static Signed signed(ResultSet row, int number) throws SQLException {
        return new Signed(
                row.getLong("size"), row.getString("root"), InstantColumn.instant(row, "time"), row.getString("note"));
    }

    private static String array(List<Subtree> subtrees, java.util.function.Function<Subtree, String> each) {
        return subtrees.stream().map(each).collect(Collectors.joining(",", "{", "}"));
    }

    record Subtree(int level, long at, byte[] hash) {}

    record Signed(long size, String root, Instant time, String note) {

        Note read() {
            return Note.read(note);
        }

        /** The log's name when this was signed. */
        String log() {
            var origin = Checkpoint.read(read().text()).origin();
            return origin.substring(origin.lastIndexOf('/') + 1);
        }

        /** Whether the note says what the row says, and the log's key signed it. */
        boolean isBy(LogKeys keys) {
            try {
                var key = keys.of(log()).key();
                return Checkpoint.read(read().text()).equals(new Checkpoint(key.name(), size, root))
                        && read().signedBy(key);
            } catch (UnreadableNote e) {
                return false;
            }
        }
    }
}

package org.comity.casework.checkwords;

import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code cooperation.check_word} and {@code cooperation.order_paper}. */
@Repository
class CheckWordRows implements BeforeForgetting {

    private final JdbcClient db;

    CheckWordRows(JdbcClient db) {
        this.db = db;
    }

    /** Orders that one search brings at most: a word is one of four thousand million. */
    private static final int MOST = 10;

    /** @param word sealed for this node, @param alone under which the word is found without its number; null of one from before */
    record Row(String mark, byte[] word, @Nullable String alone) {}

    Optional<Row> find(String thread) {
        return db.sql("select mark, word, alone from cooperation.check_word where thread = :thread")
                .param("thread", thread)
                .query(Row.class)
                .optional();
    }

    /** Does nothing where the thread has one, or another thread this one with the same number. */
    void add(String thread, Row row) {
        db.sql("""
                insert into cooperation.check_word (thread, mark, word, alone) values (:thread, :mark, :word, :alone)
                    on conflict do nothing
                """)
                .param("thread", thread)
                .param("mark", row.mark())
                .param("word", row.word())
                .param("alone", row.alone())
                .update();
    }

    void foundAlone(String thread, String alone) {
        db.sql("update cooperation.check_word set alone = :alone where thread = :thread")
                .param("thread", thread)
                .param("alone", alone)
                .update();
    }

    List<String> byWord(String alone) {
        return db.sql("select thread from cooperation.check_word where alone = :alone order by thread limit :most")
                .param("alone", alone)
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    void made(String thread, String act, String sha256) {
        db.sql("""
                insert into cooperation.order_paper (sha256, thread, act) values (:sha256, :thread, :act)
                    on conflict do nothing
                """)
                .param("sha256", sha256)
                .param("thread", thread)
                .param("act", act)
                .update();
    }

    /** The thread of the order. */
    Optional<String> byMark(String mark) {
        return db.sql("select thread from cooperation.check_word where mark = :mark")
                .param("mark", mark)
                .query(String.class)
                .optional();
    }

    /** The act of which it was made. */
    Optional<String> byFile(String sha256) {
        return db.sql("select act from cooperation.order_paper where sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    @Override
    public void forgetting(String thread) {
        for (var table : new String[] {"order_paper", "check_word"}) {
            db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", thread)
                    .update();
        }
    }
}

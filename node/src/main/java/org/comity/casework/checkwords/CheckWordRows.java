package org.comity.casework.checkwords;

import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code cooperation.check_word} and {@code cooperation.order_paper}. */
@Repository
class CheckWordRows implements BeforeForgetting {

    private final JdbcClient db;

    CheckWordRows(JdbcClient db) {
        this.db = db;
    }

    /** @param word sealed for this node */
    record Row(String mark, byte[] word) {}

    Optional<Row> find(String thread) {
        return db.sql("select mark, word from cooperation.check_word where thread = :thread")
                .param("thread", thread)
                .query(Row.class)
                .optional();
    }

    /** Does nothing where the thread has one, or another thread this one with the same number. */
    void add(String thread, Row row) {
        db.sql("""
                insert into cooperation.check_word (thread, mark, word) values (:thread, :mark, :word)
                    on conflict do nothing
                """)
                .param("thread", thread)
                .param("mark", row.mark())
                .param("word", row.word())
                .update();
    }

    List<String> byMarks(List<String> marks) {
        return db.sql("select thread from cooperation.check_word where mark = any (:marks)")
                .param("marks", marks.toArray(String[]::new))
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

package org.comity.casework.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.comity.casework.WorkingMessages;
import org.comity.casework.WorkingMessages.Message;
import org.comity.casework.WorkingMessages.Numbered;
import org.comity.casework.WorkingMessages.Stretch;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of all threads. */
@Repository
class MessageLines {

    private static final int PAGE = 100;

    private final JdbcClient db;

    MessageLines(JdbcClient db) {
        this.db = db;
    }

    /**
     * One that came is kept once: its sender repeats it, with the same time, for as long as it does not know that it arrived;
     * perhaps when its words are deleted here.
     *
     * @return false if it was here already
     */
    boolean add(String thread, String from, String text, Instant time, boolean ours) {
        return db.sql("""
                insert into cooperation.message (thread, author, text, time, ours)
                select :thread, :from, :text, :time, :ours
                 where :ours or not exists (
                       select from cooperation.message
                        where thread = :thread and author = :from and time = :time and not ours and text in (:text, ''))
                """)
                        .param("thread", thread)
                        .param("from", from)
                        .param("text", text)
                        .param("time", time.atOffset(ZoneOffset.UTC))
                        .param("ours", ours)
                        .update()
                == 1;
    }

    List<Numbered> newest(String thread) {
        return db.sql("""
                select * from (select * from cooperation.message where thread = :thread order by id desc limit 100) as newest
                 order by id
                """).param("thread", thread).query(MessageLines::numbered).list();
    }

    List<Numbered> after(String thread, long last) {
        return db.sql("select * from cooperation.message where thread = :thread and id > :last order by id limit :most")
                .param("thread", thread)
                .param("last", last)
                .param("most", PAGE)
                .query(MessageLines::numbered)
                .list();
    }

    /** The newest 100 before this id. */
    Stretch before(String thread, long id) {
        var found = db.sql("""
                select * from cooperation.message where thread = :thread and id < :before order by id desc limit :most
                """)
                .param("thread", thread)
                .param("before", id)
                .param("most", PAGE + 1)
                .query(MessageLines::numbered)
                .list();
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new Stretch(
                shown.reversed().stream().map(Numbered::message).toList(),
                more ? shown.getLast().id() : 0,
                id != WorkingMessages.NEWEST
                        && newer(thread, shown.isEmpty() ? id : shown.getFirst().id()));
    }

    private boolean newer(String thread, long id) {
        return db.sql("select exists (select from cooperation.message where thread = :thread and id > :id)")
                .param("thread", thread)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Of the one that somebody wrote at a moment. */
    OptionalLong id(String thread, String from, Instant time) {
        return db
                .sql("""
                select id from cooperation.message where thread = :thread and author = :from and time = :time
                 order by id limit 1
                """)
                .param("thread", thread)
                .param("from", from)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void every(String thread, Consumer<Message> each) {
        long last = 0;
        List<Numbered> some;
        do {
            some = after(thread, last);
            some.forEach(it -> each.accept(it.message()));
            last = some.isEmpty() ? last : some.getLast().id();
        } while (some.size() == PAGE);
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("thread"),
                row.getString("author"),
                row.getString("text"),
                InstantColumn.instant(row, "time"),
                row.getBoolean("ours"));
    }

    private static Numbered numbered(ResultSet row, int number) throws SQLException {
        return new Numbered(row.getLong("id"), message(row));
    }
}

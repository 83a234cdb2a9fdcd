package org.comity.casework.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.casework.CallFiled;
import org.comity.casework.DomesticFile;
import org.comity.casework.OrderFiled;
import org.comity.casework.Search;
import org.comity.casework.SearchIndex;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The lines of all domestic files, added to and never changed. */
@Repository
class DomesticFileLines implements DomesticFile {

    private static final int PAGE = 100;
    private static final int LONGEST_NUMBER = 120;
    private static final int LARGEST_SCAN = 2 << 20;

    private final JdbcClient db;
    private final SearchIndex search;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DomesticFileLines(JdbcClient db, SearchIndex search, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.search = search;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(
            String thread,
            Kind kind,
            String text,
            String number,
            @Nullable Instant happened,
            @Nullable Scan scan,
            Official by) {
        var at = happened == null ? clock.instant() : happened;
        put(thread, kind, text, number, at, scan, by);
        if (kind == Kind.CALL) {
            events.publishEvent(new CallFiled(thread, at));
        }
        if (kind == Kind.ORDER) {
            events.publishEvent(new OrderFiled(thread, number.strip(), at, by.id()));
        }
    }

    @Override
    @Transactional
    public void addOtherCall(String thread, String text, String number, Instant happened, Official by) {
        put(thread, Kind.CALL, text, number, happened, null, by);
    }

    private void put(
            String thread, Kind kind, String text, String number, Instant at, @Nullable Scan scan, Official by) {
        if (text.isBlank() && number.isBlank() && scan == null) {
            throw new LineRefused("empty", "text");
        }
        if (text.length() > LONGEST_TEXT || number.length() > LONGEST_NUMBER) {
            throw new LineRefused("too-long", text.length() > LONGEST_TEXT ? "text" : "number");
        }
        if (scan != null && scan.content().length > LARGEST_SCAN) {
            throw new LineRefused("scan-too-large", "scan");
        }
        long line = db.sql("""
                insert into cooperation.file_line
                       (thread, kind, text, number, time, official, scan_name, scan_type, scan)
                values (:thread, :kind, :text, :number, :time, :official, :scanName, :scanType, :scan)
                returning id
                """)
                .param("thread", thread)
                .param("kind", kind.name())
                .param("text", text.strip())
                .param("number", number.strip())
                .param("time", at.atOffset(ZoneOffset.UTC))
                .param("official", by.id())
                .param("scanName", scan == null ? null : scan.name())
                .param("scanType", scan == null ? null : scan.mediaType())
                .param("scan", scan == null ? null : scan.content(), java.sql.Types.BINARY)
                .query(Long.class)
                .single();
        search.said(
                thread,
                Search.Kind.DOMESTIC,
                Long.toString(line),
                at,
                number + " " + text,
                scan == null ? List.of() : List.of(scan.name()));
        orderAwaited(thread, kind);
        ledger.record(by, "file.line-added", thread, Map.of("kind", kind.name()));
    }

    /** Kept with the request, so that nobody reads all that was ever decided to learn what waits. */
    private void orderAwaited(String thread, Kind kind) {
        boolean passedOn = kind == Kind.PASSED_ON;
        if (!passedOn && kind != Kind.ORDER && kind != Kind.ORDER_REFUSED) return;
        db.sql("update cooperation.request set awaits_order = :awaits where thread = :thread")
                .param("awaits", passedOn)
                .param("thread", thread)
                .update();
    }

    @Override
    public List<Line> lines(String thread) {
        return db.sql("""
                select id, thread, kind, text, number, time, official, scan_name
                  from cooperation.file_line where thread = :thread order by time desc, id desc limit 100
                """)
                .param("thread", thread)
                .query(DomesticFileLines::line)
                .list();
    }

    @Override
    public List<Line> lines(String thread, long after) {
        return db.sql("""
                select id, thread, kind, text, number, time, official, scan_name
                  from cooperation.file_line where thread = :thread and id > :after order by id limit :most
                """)
                .param("thread", thread)
                .param("after", after)
                .param("most", PAGE)
                .query(DomesticFileLines::line)
                .list();
    }

    @Override
    public void every(String thread, Consumer<Line> each) {
        long last = 0;
        List<Line> some;
        do {
            some = lines(thread, last);
            some.forEach(each);
            last = some.isEmpty() ? last : some.getLast().id();
        } while (some.size() == PAGE);
    }

    @Override
    public Optional<Line> newest(String thread, Kind kind) {
        return db.sql("""
                select id, thread, kind, text, number, time, official, scan_name
                  from cooperation.file_line where thread = :thread and kind = :kind order by id desc limit 1
                """)
                .param("thread", thread)
                .param("kind", kind.name())
                .query(DomesticFileLines::line)
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("thread"),
                Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("number"),
                InstantColumn.instant(row, "time"),
                row.getString("official"),
                row.getString("scan_name"));
    }

    @Override
    public boolean holds(String thread, Kind kind) {
        return db.sql("select exists (select 1 from cooperation.file_line where thread = :thread and kind = :kind)")
                .param("thread", thread)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int officers(String thread, Kind kind) {
        return db.sql(
                        "select count(distinct official) from cooperation.file_line where thread = :thread and kind = :kind")
                .param("thread", thread)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Scan> scan(String thread, long line) {
        return db.sql("""
                select scan_name, scan_type, scan from cooperation.file_line
                 where id = :id and thread = :thread and scan is not null
                """)
                .param("id", line)
                .param("thread", thread)
                .query((row, n) ->
                        new Scan(row.getString("scan_name"), row.getString("scan_type"), row.getBytes("scan")))
                .optional();
    }

    static final class LineRefused extends RuleBroken {
        LineRefused(String why, String field) {
            super("file." + why, Map.of(), field);
        }
    }
}

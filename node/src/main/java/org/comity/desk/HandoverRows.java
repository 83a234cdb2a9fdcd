package org.comity.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.UntakenHandovers;
import org.comity.desk.Handover.Line;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code desk.handover}. */
@Repository
class HandoverRows implements UntakenHandovers {

    private final JdbcClient db;

    HandoverRows(JdbcClient db) {
        this.db = db;
    }

    long add(Handover note) {
        return db.sql("""
                insert into desk.handover (official, written_at, words, open, lines, next_officer)
                values (:official, :at, :words, :open, :lines, :next)
                returning id
                """)
                .param("official", note.official())
                .param("at", note.writtenAt().atOffset(UTC))
                .param("words", note.words())
                .param("open", note.open())
                .param("lines", json(note))
                .param("next", note.next())
                .query(Long.class)
                .single();
    }

    /** False if somebody took over before. */
    boolean taken(long id, String official, Instant at) {
        return db.sql("update desk.handover set taken_by = :by, taken_at = :at where id = :id and taken_by is null")
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Handover> find(long id) {
        return db.sql("select * from desk.handover where id = :id")
                .param("id", id)
                .query(HandoverRows::row)
                .optional();
    }

    /** Newest first, at most 20. */
    List<Handover> notTaken(Instant since) {
        return db.sql("""
                select * from desk.handover where taken_by is null and written_at >= :since order by id desc limit 20
                """)
                .param("since", since.atOffset(UTC))
                .query(HandoverRows::row)
                .list();
    }

    /** Newest first, at most 20. */
    List<Handover> newest() {
        return db.sql("select * from desk.handover order by id desc limit 20")
                .query(HandoverRows::row)
                .list();
    }

    @Override
    public List<Untaken> written(Instant after, Instant until) {
        return db.sql("""
                select id, written_at from desk.handover
                 where taken_by is null and written_at > :after and written_at <= :until order by id desc limit 20
                """)
                .param("after", after.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query((row, _) -> new Untaken(row.getLong("id"), InstantColumn.instant(row, "written_at")))
                .list();
    }

    @Override
    public Optional<Untaken> untaken(long id) {
        return find(id).filter(it -> it.takenBy() == null).map(it -> new Untaken(it.id(), it.writtenAt()));
    }

    private static String json(Handover note) {
        var list = note.lines().stream()
                .map(it -> Map.<String, Object>ofEntries(
                        Map.entry("thread", it.thread()),
                        Map.entry("reference", it.reference()),
                        Map.entry("counterpart", it.counterpart()),
                        Map.entry("at", it.at().toString()),
                        Map.entry("ends", it.ends()),
                        Map.entry("next", it.next()),
                        Map.entry("emergency", it.emergency()),
                        Map.entry("inHand", it.inHand()),
                        Map.entry(
                                "leaves", it.leaves() == null ? "" : it.leaves().toString()),
                        Map.entry("path", it.path())))
                .toList();
        return new String(
                CanonicalJson.write(Map.of(
                        "lines",
                        list,
                        "moreDue",
                        note.moreDue(),
                        "moreCalls",
                        note.moreCalls(),
                        "figures",
                        figures(note.figures()))),
                UTF_8);
    }

    private static Handover row(ResultSet row, int number) throws SQLException {
        var kept = CanonicalJson.read(row.getString("lines").getBytes(UTF_8));
        var lines = (List<?>) Objects.requireNonNull(kept.get("lines"));
        return new Handover(
                row.getLong("id"),
                row.getString("official"),
                InstantColumn.instant(row, "written_at"),
                row.getString("words"),
                row.getInt("open"),
                lines.stream().map(it -> line((Map<?, ?>) it)).toList(),
                Boolean.TRUE.equals(kept.get("moreDue")),
                Boolean.TRUE.equals(kept.get("moreCalls")),
                row.getString("next_officer"),
                kept.get("figures") instanceof Map<?, ?> figures && !figures.isEmpty() ? figures(figures) : null,
                row.getString("taken_by"),
                InstantColumn.instantIfAny(row, "taken_at"));
    }

    private static Map<String, Object> figures(@Nullable ShiftFigures of) {
        return of == null
                ? Map.of()
                : Map.of(
                        "since", of.since().toString(),
                        "arrived", of.arrived(),
                        "acknowledged", of.acknowledged(),
                        "pastAim", of.pastAim(),
                        "sent", of.sent(),
                        "calls", of.calls());
    }

    private static ShiftFigures figures(Map<?, ?> json) {
        return new ShiftFigures(
                Instant.parse(there(json, "since")),
                number(json, "arrived"),
                number(json, "acknowledged"),
                number(json, "pastAim"),
                number(json, "sent"),
                number(json, "calls"));
    }

    private static int number(Map<?, ?> json, String name) {
        return ((Number) Objects.requireNonNull(json.get(name), name)).intValue();
    }

    private static Line line(Map<?, ?> json) {
        return new Line(
                word(json, "thread", ""),
                there(json, "reference"),
                there(json, "counterpart"),
                Instant.parse(there(json, "at")),
                Boolean.TRUE.equals(json.get("ends")),
                next(there(json, "next")),
                Boolean.TRUE.equals(json.get("emergency")),
                word(json, "inHand", ""),
                hour(word(json, "leaves", "")),
                word(json, "path", "/requests/" + json.get("reference")));
    }

    private static String there(Map<?, ?> json, String name) {
        return Objects.requireNonNull((String) json.get(name), name);
    }

    private static @Nullable Instant hour(String kept) {
        return kept.isEmpty() ? null : Instant.parse(kept);
    }

    /** Older notes know neither what is in hand nor its page. */
    private static String word(Map<?, ?> json, String name, String otherwise) {
        return json.get(name) instanceof String word ? word : otherwise;
    }

    /** Older notes name the type alone. */
    private static String next(String kept) {
        return kept.isEmpty() || kept.contains(".") ? kept : "acts.act." + kept;
    }
}

package org.comity.directory.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.NotedRange;
import org.comity.directory.NotedRange.Kind;
import org.comity.directory.kept.RangeSheet.Row;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code directory.provider_range}: each look reads an index, however many ranges are noted. */
@Repository
class RangeRows {

    private static final String COLUMNS =
            "id, provider, kind, key, case when range is null then key else text(cast(range as cidr)) end as shown, source, day";

    /** The narrowest range around each address, and the longest name that ends as each domain or begins as each number does. */
    static final String HOLDING = """
            select asked.key as asked, found.* from unnest(:addresses) as asked (key)
             cross join lateral (
                   select COLUMNS from directory.provider_range
                    where range is not null and range >>= cast(asked.key as inet)
                    order by masklen(range) desc limit 1) as found
            union all
            select asked.key as asked, found.* from unnest(:kinds, :keys, :names) as asked (kind, key, names)
             cross join lateral (
                   select COLUMNS from directory.provider_range r
                    where r.kind = asked.kind and r.key = any (string_to_array(asked.names, ' '))
                    order by length(r.key) desc limit 1) as found
            """.replace("COLUMNS", COLUMNS);

    private final JdbcClient db;

    RangeRows(JdbcClient db) {
        this.db = db;
    }

    /** By the key of what was asked. */
    Map<String, NotedRange> holding(Collection<RangeText> asked) {
        var found = new HashMap<String, NotedRange>();
        if (asked.isEmpty()) return found;
        var named = asked.stream().filter(it -> it.kind() != Kind.ADDRESS).toList();
        db.sql(HOLDING)
                .param(
                        "addresses",
                        keys(asked.stream()
                                .filter(it -> it.kind() == Kind.ADDRESS)
                                .toList()))
                .param("kinds", kinds(named))
                .param("keys", keys(named))
                .param(
                        "names",
                        named.stream().map(it -> String.join(" ", it.names())).toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("asked"), range(row)))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    /** Exactly these, whoever has them, by their keys. */
    Map<RangeText, NotedRange> noted(Collection<RangeText> ranges) {
        var found = new HashMap<RangeText, NotedRange>();
        db.sql(
                        "select COLUMNS from directory.provider_range join unnest(:kinds, :keys) as asked (kind, key) using (kind, key)"
                                .replace("COLUMNS", COLUMNS))
                .param("kinds", kinds(ranges))
                .param("keys", keys(ranges))
                .query((row, _) -> Map.entry(text(row), range(row)))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    List<NotedRange> of(String provider, long after, int most) {
        return db.sql(
                        "select COLUMNS from directory.provider_range where provider = :provider and id > :after order by id limit :most"
                                .replace("COLUMNS", COLUMNS))
                .param("provider", provider)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> range(row))
                .list();
    }

    /** The same with what they are kept under, all of them. */
    Map<RangeText, NotedRange> all(String provider, int most) {
        var found = new HashMap<RangeText, NotedRange>();
        db.sql("select COLUMNS from directory.provider_range where provider = :provider order by id limit :most"
                        .replace("COLUMNS", COLUMNS))
                .param("provider", provider)
                .param("most", most)
                .query((row, _) -> Map.entry(text(row), range(row)))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    int count(String provider, int most) {
        return db.sql("""
                select count(*) from (select 1 from directory.provider_range where provider = :provider limit :most) as one
                """)
                .param("provider", provider)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Until the transaction ends nobody else changes a range; everybody reads them. */
    void lock() {
        db.sql("lock table directory.provider_range in share row exclusive mode")
                .update();
    }

    void put(String provider, List<Row> rows, String official, Instant at) {
        var ranges = rows.stream().map(Row::range).toList();
        db.sql("""
                insert into directory.provider_range (provider, kind, key, range, source, day, official, noted_at)
                select :provider, kind, key, case kind when 'ADDRESS' then cast(key as inet) end, source, cast(day as date),
                       :official, :at
                  from unnest(:kinds, :keys, :sources, :days) as row (kind, key, source, day)
                on conflict (kind, key) do update
                   set provider = excluded.provider, source = excluded.source, day = excluded.day,
                       official = excluded.official, noted_at = excluded.noted_at
                """)
                .param("provider", provider)
                .param("kinds", kinds(ranges))
                .param("keys", keys(ranges))
                .param("sources", rows.stream().map(Row::source).toArray(String[]::new))
                .param("days", rows.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .param("official", official)
                .param("at", InstantColumn.value(at))
                .update();
    }

    void remove(String provider, Collection<Long> ids) {
        db.sql("delete from directory.provider_range where provider = :provider and id = any (:ids)")
                .param("provider", provider)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static String[] kinds(Collection<RangeText> ranges) {
        return ranges.stream().map(it -> it.kind().name()).toArray(String[]::new);
    }

    private static String[] keys(Collection<RangeText> ranges) {
        return ranges.stream().map(RangeText::key).toArray(String[]::new);
    }

    private static RangeText text(ResultSet row) throws SQLException {
        return new RangeText(Kind.valueOf(row.getString("kind")), row.getString("key"));
    }

    private static NotedRange range(ResultSet row) throws SQLException {
        return new NotedRange(
                row.getLong("id"),
                row.getString("provider"),
                Kind.valueOf(row.getString("kind")),
                row.getString("shown"),
                row.getString("source"),
                row.getObject("day", LocalDate.class));
    }
}

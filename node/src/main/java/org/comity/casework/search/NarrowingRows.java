package org.comity.casework.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.casework.Search.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Says in which requests something stands, for a list that words narrow: of what few hold, all; of given requests, which of them.
 * Neither reads more because there are more requests.
 */
@Repository
class NarrowingRows {

    static final String BEGINNING = """
            select s.thread from unnest(string_to_array(:kinds, ',')) as asked (kind)
             cross join lateral (
                   select thread from cooperation.search_key k
                    where k.kind = asked.kind and k.key >= :from and k.key < :to
                    order by k.kind, k.key limit :most) as s
             limit :most
            """;

    static final String WITHIN = BEGINNING.replace("search_key", "search_within");

    static final String RANGE = """
            (select thread from cooperation.search_key where range is not null and range >>= cast(:range as inet) limit :most)
            union all
            (select thread from cooperation.search_key where range is not null and range << cast(:range as inet) limit :most)
            """;

    static final String WORDS =
            "select thread from cooperation.search_text where words @@ cast(:words as tsquery) limit :most";

    /** Each by itself, by the index of its places: {@code exists} may be turned round, and then reads all that hold the word. */
    private static final String EACH = """
            select asked.thread from unnest(string_to_array(:threads, ',')) as asked (thread)
             cross join lateral (select 1 from cooperation.%s p where p.thread = asked.thread and %s limit 1) as found
            """;

    static final String BEGINNING_AMONG = EACH.formatted(
            "search_key", "p.kind = any (string_to_array(:kinds, ',')) and p.key >= :from and p.key < :to");

    static final String WITHIN_AMONG = BEGINNING_AMONG.replace("search_key", "search_within");

    static final String RANGE_AMONG =
            EACH.formatted("search_key", "(p.range >>= cast(:range as inet) or p.range << cast(:range as inet))");

    static final String WORDS_AMONG = EACH.formatted("search_text", "p.words @@ cast(:words as tsquery)");

    private final JdbcClient db;

    NarrowingRows(JdbcClient db) {
        this.db = db;
    }

    List<String> beginning(String asked, List<Kind> kinds, int most) {
        return places(BEGINNING, key(asked, kinds), most);
    }

    List<String> within(String asked, List<Kind> kinds, int most) {
        return places(WITHIN, key(asked, kinds), most);
    }

    List<String> range(String range, int most) {
        return places(RANGE, Map.of("range", range), most);
    }

    /** In a transaction, which alone the choice of the index holds for. */
    List<String> words(String question, int most) {
        SearchRows.narrow(db, 0);
        return places(WORDS, Map.of("words", question), most);
    }

    Set<String> beginningAmong(Collection<String> threads, String asked, List<Kind> kinds) {
        return among(BEGINNING_AMONG, key(asked, kinds), threads);
    }

    Set<String> withinAmong(Collection<String> threads, String asked, List<Kind> kinds) {
        return among(WITHIN_AMONG, key(asked, kinds), threads);
    }

    Set<String> rangeAmong(Collection<String> threads, String range) {
        return among(RANGE_AMONG, Map.of("range", range), threads);
    }

    Set<String> wordsAmong(Collection<String> threads, String question) {
        return among(WORDS_AMONG, Map.of("words", question), threads);
    }

    private static Map<String, Object> key(String asked, List<Kind> kinds) {
        return Map.of(
                "kinds",
                String.join(",", kinds.stream().map(Kind::name).toList()),
                "from",
                asked,
                "to",
                asked + SearchRows.LAST);
    }

    private List<String> places(String sql, Map<String, Object> asked, int most) {
        var all = new TreeMap<>(asked);
        all.put("most", most);
        return db.sql(sql).params(all).query(String.class).list();
    }

    private Set<String> among(String sql, Map<String, Object> asked, Collection<String> threads) {
        if (threads.isEmpty()) {
            return Set.of();
        }
        var all = new TreeMap<>(asked);
        all.put("threads", String.join(",", threads));
        return db.sql(sql).params(all).query(String.class).set();
    }
}

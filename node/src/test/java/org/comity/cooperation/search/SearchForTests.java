package org.comity.cooperation.search;

import org.comity.cooperation.Search;
import org.comity.cooperation.SearchIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search over a database, without Spring. */
public final class SearchForTests {

    private SearchForTests() {}

    public static Search search(JdbcClient db) {
        return new Searching(new SearchRows(db));
    }

    public static SearchIndex index(JdbcClient db) {
        return new Indexing(new SearchRows(db));
    }
}

package org.comity.casework.search;

import static org.mockito.Mockito.mock;

import org.comity.casework.CheckWords;
import org.comity.casework.NothingClosed;
import org.comity.casework.Search;
import org.comity.casework.SearchIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The search over a database, without Spring. */
public final class SearchForTests {

    private SearchForTests() {}

    public static Search search(JdbcClient db) {
        return new Searching(new SearchRows(db), new NarrowingRows(db), new NothingClosed(), mock(CheckWords.class));
    }

    public static SearchIndex index(JdbcClient db) {
        var rows = new SearchRows(db);
        return new Indexing(new IndexWriting(rows), rows, mock(PlatformTransactionManager.class));
    }
}

package org.comity.evidence.custody;

import javax.sql.DataSource;
import org.comity.evidence.ItemsOfThread;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items of a thread over a real database, for rooms above. */
public final class PracticeItemsOfThread {

    private PracticeItemsOfThread() {}

    public static ItemsOfThread over(DataSource source) {
        return new ItemsOfThreadRows(JdbcClient.create(source));
    }
}

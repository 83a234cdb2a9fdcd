package org.comity.database;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the blocks that the database reads, from its memory or its disk, to answer a statement. */
public final class ReadBlocks {

    private static final Pattern WHOLE = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    private ReadBlocks() {}

    /** @param sql with the values in it; it is carried out */
    public static int of(JdbcClient db, String sql) {
        var plan = String.join(
                "\n",
                db.sql("explain (analyze, buffers, timing off, costs off) " + sql)
                        .query(String.class)
                        .list());
        // The first says it of the whole.
        var whole = WHOLE.matcher(plan);
        if (!whole.find()) throw new AssertionError("No block was read: " + plan);
        return number(whole.group(1)) + number(whole.group(2));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}

package org.comity.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a spreadsheet from computing what somebody wrote: a cell that begins like a formula leaves with an apostrophe before
 * it, which is taken off again when the sheet comes back.
 */
public final class HarmlessCell {

    /** The apostrophe too, so that a text that begins with one comes back as it was. */
    private static final String COMPUTED = "=+-@'\t\r\n";

    private HarmlessCell() {}

    public static String of(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What was written before it left. */
    public static String read(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}

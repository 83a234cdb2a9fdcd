package org.comity.casework.requests;

/**
 * Says which acts of a request a page shows: from position {@code from} (0 is the first) up to {@code to}, of {@code all}.
 */
public record ActRange(int from, int to, int all) {

    /** Acts on one page. */
    static final int MOST = 100;

    /** Those from this position on; a position behind the last shows the last act. */
    static ActRange from(int from, int all) {
        int first = Math.clamp(from, 0, Math.max(0, all - 1));
        return new ActRange(first, Math.min(all, first + MOST), all);
    }

    /** The newest of those before this position. */
    public static ActRange before(int before, int all) {
        int end = Math.clamp(before, Math.min(1, all), all);
        return new ActRange(Math.max(0, end - MOST), end, all);
    }

    public boolean whole() {
        return from == 0 && to == all;
    }

    public boolean earlier() {
        return from > 0;
    }

    public boolean later() {
        return to < all;
    }

    /** Where the page before begins. */
    public int beginEarlier() {
        return Math.max(0, from - MOST);
    }

    /** Where the page behind ends. */
    public int endLater() {
        return Math.min(all, to + MOST);
    }
}

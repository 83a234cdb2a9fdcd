package org.comity.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.comity.proof.form.Digests;

/**
 * Marks what stood on the page on which something was typed, in a hidden field of its form, {@code seen}: nobody puts his
 * words in the place of words that he was not shown. What stands there now is marked again, and another mark is a problem
 * whose key ends in {@link #CHANGED}.
 */
public final class SeenMark {

    public static final String CHANGED = "changed-meanwhile";

    /** What every form may say of it; a form that shows what stands now says so in its own words. */
    public static final String PROBLEM = "ui.changed-meanwhile";

    /** Nothing stood there. */
    public static final String NOTHING = "";

    private SeenMark() {}

    /** @param shown each part of it; a part's length is marked as well, so that no words move from one part to the next */
    public static String of(String... shown) {
        var whole = new StringBuilder();
        for (var part : shown) {
            whole.append(part.length()).append(':').append(part);
        }
        return Digests.sha256(whole.toString().getBytes(UTF_8));
    }

    /** Does the page say that what was seen has changed? */
    public static boolean changed(FormProblems problems) {
        return problems.all().stream().anyMatch(it -> it.key().endsWith(CHANGED));
    }

    /** What the form carries: still what was seen first, unless the page now says that this has changed. */
    public static String carried(String now, String posted, FormProblems problems) {
        return problems.any() && !changed(problems) ? posted : now;
    }
}

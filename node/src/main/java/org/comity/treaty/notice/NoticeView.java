package org.comity.treaty.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.convention.FinalProvisions.Notice;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * One point: its letter, and everything that we told of it.
 *
 * @param told what the letter says, as it is typed
 * @param missing parts of our directory entry that would fill the letter and are not there
 * @param open the notification that is under way; null: none
 * @param typed into the form that has problems
 * @param listed a number under which the table of the treaty has such a notification of our State; empty: none
 */
public record NoticeView(
        NoticesView.Point point,
        String told,
        List<String> missing,
        @Nullable KeptNotice open,
        List<KeptNotice> all,
        String listed,
        List<String> channels,
        LocalDate today,
        FormProblems problems,
        Map<String, String> typed) {

    /** What was typed into a field of the form that has problems; what the page would show otherwise, where nothing was. */
    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /** Which words of the letter stood on the page. */
    public String seen() {
        return SeenMark.carried(
                open == null ? SeenMark.NOTHING : open.mark(), typed("seen", SeenMark.NOTHING), problems);
    }

    public Notice notice() {
        return point.notice();
    }
}

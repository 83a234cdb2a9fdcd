package org.comity.casework.offices;

import java.util.List;
import org.comity.casework.offices.Office.Fit;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;

/**
 * What of one request was passed on inside our State, and to whom it can be.
 *
 * @param fits offices that may do such requests, the likeliest first
 * @param possible it came to us and is not over
 * @param any there is an office
 */
public record PassagesView(
        RequestRow row,
        List<Line> lines,
        List<Fit> fits,
        boolean possible,
        boolean any,
        String office,
        String asked,
        String aim,
        FormProblems problems) {

    public record Line(Passage passage, Office office, boolean late) {}

    public boolean unread() {
        return lines.stream().anyMatch(it -> it.passage().unread());
    }
}

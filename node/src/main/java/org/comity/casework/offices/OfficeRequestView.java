package org.comity.casework.offices;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters.Section;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * One request before an office: what it asks, and what the desk wrote to the office. Nothing else of the case.
 *
 * @param sections empty once the text was deleted under the retention rule, which was at {@code forgottenAt}
 */
public record OfficeRequestView(
        Line line, List<Section> sections, @Nullable Instant forgottenAt, String note, FormProblems problems) {

    /** @param late the aim that the desk named is over */
    public record Line(RequestRow row, Passage passage, Office office, Participant other, boolean late) {}
}

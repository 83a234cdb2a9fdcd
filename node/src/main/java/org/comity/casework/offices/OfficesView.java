package org.comity.casework.offices;

import java.util.List;
import org.comity.procedure.RequestRow;

/**
 * The offices of our State, and what is with them.
 *
 * @param back came back, and nobody has said that they read so
 * @param mayEdit this reader may write what they may do
 */
public record OfficesView(List<Line> back, List<Line> with, List<Office> offices, boolean mayEdit) {

    /** @param late our aim is over */
    public record Line(RequestRow row, Passage passage, Office office, boolean late) {}
}

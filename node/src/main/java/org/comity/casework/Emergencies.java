package org.comity.casework;

import java.util.List;
import org.comity.procedure.RequestRow;

/** Emergencies (Art. 2(o)) that other States told us. */
public interface Emergencies {

    /** Those that nobody here has acknowledged, oldest first, at most 50. */
    List<RequestRow> unacknowledged();
}

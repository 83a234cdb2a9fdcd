package org.comity.commons.figures;

import java.util.List;
import org.comity.commons.kept.KeptRecord;

/** Chooses the figures from which tables are drawn, so that two tables of one year never differ by one State alone. */
interface DrawnFigures {

    /** @param standing what States say now, newest first */
    List<KeptRecord> of(List<KeptRecord> standing);
}

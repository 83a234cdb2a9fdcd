package org.comity.cooperation.articles;

import java.util.List;
import org.comity.convention.Convention.Standing;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;

/** One procedure of ours, under each instrument that can govern it. */
public record ProcedureView(String procedure, List<Under> laws) {

    public record Under(Instrument instrument, Standing standing, ProcedureLaw law) {}
}

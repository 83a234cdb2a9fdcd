package org.comity.casework.articles;

import java.util.List;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.jspecify.annotations.Nullable;

/**
 * One procedure of ours, under each instrument that can govern it.
 *
 * @param version in which a request can be written here, e.g. {@code assistance/1}; null where none can
 */
public record ProcedureView(String procedure, @Nullable String version, List<Under> laws) {

    public record Under(Instrument instrument, ForceHere standing, ProcedureLaw law) {}
}

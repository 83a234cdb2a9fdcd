package org.comity.casework.articles;

import java.util.List;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.jspecify.annotations.Nullable;

/**
 * One procedure of ours, under each instrument that can govern it.
 *
 * @param version in which it is known here, e.g. {@code assistance/1}; null where it is not
 * @param begun an official of this node can begin a request
 */
public record ProcedureView(String procedure, @Nullable String version, boolean begun, List<Under> laws) {

    public record Under(Instrument instrument, ForceHere standing, ProcedureLaw law) {}
}

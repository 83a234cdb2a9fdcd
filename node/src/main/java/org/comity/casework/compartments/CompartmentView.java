package org.comity.casework.compartments;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Who may see one request.
 *
 * @param named by name; empty while it is open to all who read requests
 * @param proposed by name; {@code proposer} likewise, empty while nothing is proposed
 * @param choices officers who can be named
 * @param ticked those that are ticked in the form
 * @param mayConfirm this reader may confirm what is proposed
 * @param seen mark of all this, for the form
 */
// More than twelve: its template shows each.
public record CompartmentView(
        RequestRow row,
        Compartment compartment,
        List<String> named,
        List<String> proposed,
        String proposer,
        @Nullable String hash,
        List<Choice> choices,
        List<String> ticked,
        String why,
        boolean mayConfirm,
        boolean passkeyRequired,
        String seen,
        FormProblems problems) {}

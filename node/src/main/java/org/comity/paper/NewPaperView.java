package org.comity.paper;

import java.util.List;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.procedure.ActForms;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;

/**
 * A request that came by another channel: pasted, read by a machine, checked by an officer.
 *
 * @param id of the paper draft, or null before the first reading
 * @param machine fields that a machine filled
 * @param first the procedure that is chosen unless another is said
 * @param open drafts not yet recorded, one page of them
 */
// More than twelve: its template shows each.
public record NewPaperView(
        @Nullable String id,
        long version,
        @Nullable Participant from,
        List<Choice> states,
        List<Choice> channels,
        List<Choice> laws,
        String first,
        List<ActForms.Field> fields,
        Set<String> machine,
        String original,
        boolean scan,
        ListPage<Choice> open,
        TypedValues typed,
        FormProblems problems) {}

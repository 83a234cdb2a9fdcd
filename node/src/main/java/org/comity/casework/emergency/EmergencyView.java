package org.comity.casework.emergency;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The one page on which an emergency is told.
 *
 * @param law procedure that it is asked under, as the messages name it
 * @param draft null before the first save
 * @param other whom to call, or null while no State is chosen
 * @param tested when we rang its number, or null
 * @param spoke somebody there was spoken to, {@code with} whom
 * @param named how many identifiers are given; {@code doubtful} one of them lacks its time or zone
 * @param gaps keys of what is not known yet; message {@code <law>.option.completes.<key>}
 * @param completeBy when we say what we did not know
 * @param drill nobody is woken
 * @param alone our profile asks for no second officer
 */
// More than twelve: its template shows each.
public record EmergencyView(
        String law,
        @Nullable Draft draft,
        Participant self,
        @Nullable Participant other,
        @Nullable Instant tested,
        List<Choice> states,
        String risk,
        String who,
        String phone,
        boolean spoke,
        String with,
        int named,
        boolean doubtful,
        List<String> gaps,
        Instant completeBy,
        InstrumentChoice instrument,
        boolean drill,
        boolean alone,
        FormProblems problems) {}

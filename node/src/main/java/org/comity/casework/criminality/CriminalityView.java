package org.comity.casework.criminality;

import java.util.List;
import org.comity.casework.DomesticFile;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;

/**
 * Shows the offences of a request in both States' law, and what was found of them.
 *
 * @param ground that turns on it, as the instrument has it
 * @param edition of the law data that governs the request
 * @param named what the request says of the offence in words; may be empty
 * @param said declarations and reservations that speak of these offences
 * @param findings newest first
 */
public record CriminalityView(
        RequestRow row,
        Participant us,
        Participant other,
        ProcedureLaw.Ground ground,
        String edition,
        String named,
        List<Line> lines,
        List<LawBetween.Said> said,
        List<DomesticFile.Line> findings,
        Writing writing) {

    /** @param ours our own provision as our entry has it, or empty; {@code theirs} likewise */
    public record Line(Offence offence, String ours, String theirs) {}

    /** @param may the reader weighs it */
    public record Writing(boolean may, TypedFinding typed, List<Choice> outcomes, FormProblems problems) {}
}

package org.comity.procedure.form;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;

/** What the pages of the acts of custody know, for the procedures that have such acts. */
public interface CustodyPages {

    /** Nobody types a hash: what the act says of each item is what this node found, whatever was posted. */
    Written found(RequestRow row, String type, Written written);

    /** Where there is one delivery to speak of, what was found of it. */
    Map<String, Object> prefilled(RequestRow row, String type);

    /** Consent to an onward transfer that was given in this thread; else that there is none. */
    List<Choice> consents(RequestRow row, Language language);

    /** The last copy is not gone before the first; and what cannot be destroyed yet is not declared so. */
    FormProblems problems(RequestRow row, String type, Written written, FormProblems problems);

    /** @param said the body, with what the act says beside it */
    List<Pointed> pointed(RequestRow row, String type, BodyFields said);
}

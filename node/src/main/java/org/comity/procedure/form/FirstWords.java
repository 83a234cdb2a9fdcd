package org.comity.procedure.form;

import java.util.Optional;
import org.comity.procedure.RequestRow;

/** Words that are ready for a short act, so that nobody looks for them while a life is at risk. */
public interface FirstWords {

    /** In a language that the other State reads; nothing where the act goes without words. */
    Optional<String> of(RequestRow row, String type);
}

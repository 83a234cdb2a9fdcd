package org.comity.procedure.form;

import java.time.Instant;
import java.util.Map;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;

/** One field of an act is not as it must be: message {@code error.<law>.<what>}. */
public final class FieldBroken extends RuleBroken {

    private static final int LONGEST_NAME = 40;

    /** @param law the procedure as the law data name it, e.g. {@code preservation} */
    public FieldBroken(String law, String what, String field) {
        super(law + "." + what, Map.of("field", CutText.to(field, LONGEST_NAME)));
    }

    /** @param moment that the message names, e.g. the earliest that is allowed */
    public FieldBroken(String law, String what, String field, Instant moment) {
        super(law + "." + what, Map.of("field", field, "moment", moment.toString()));
    }
}

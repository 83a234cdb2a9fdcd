package org.comity.casework.acts;

import java.util.Map;
import org.comity.procedure.ActWriting.WrongTime;
import org.comity.vocabulary.RuleBroken;

/** A day of the act, which is still to come, is over by the hour until which the act would be held. */
final class HoldTooLong extends RuleBroken {

    HoldTooLong(String law, WrongTime wrong) {
        super(law + "." + wrong.rule(), Map.of("field", wrong.field()));
    }
}

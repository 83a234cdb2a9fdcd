package org.comity.casework;

import java.util.Locale;
import java.util.Optional;
import org.comity.proof.act.Envelope;
import org.comity.sealing.Letters.Section;

/** Says of an act who approved it from a seat (R157): pages and documents say it alike. */
public interface SeatSentences {

    /** Empty of an act that was not given from a seat. */
    Optional<Section> of(Envelope act, Locale language);
}

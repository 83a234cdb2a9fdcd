package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.act.Envelope;
import org.comity.sealing.Letters.Section;

/** Says of an act who approved it from a seat (R157): pages and documents say it alike. */
public interface SeatSentences {

    /** By the act, asked once for all that a page shows; nothing of those that were not given from a seat. */
    Map<String, Section> of(Collection<Envelope> acts, Locale language);

    /** Empty of an act that was not given from a seat. */
    default Optional<Section> of(Envelope act, Locale language) {
        return Optional.ofNullable(of(List.of(act), language).get(act.id()));
    }
}

package org.comity.casework;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;

/** Says in a seat, below the acts of a thread, what another room tells its authority of it that is no act; any number of beans. */
public interface WordsBelowThreads {

    /** Newest first; nothing of a thread on which the room has nothing to say. */
    List<Section> of(RequestRow row, Language language);

    static List<Section> all(List<WordsBelowThreads> rooms, RequestRow row, Language language) {
        return rooms.stream().flatMap(it -> it.of(row, language).stream()).toList();
    }
}

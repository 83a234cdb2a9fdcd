package org.comity.casework.acts;

import java.time.Instant;
import java.util.List;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Capital;
import org.jspecify.annotations.Nullable;

/**
 * Shows beside an act that is written what it answers.
 *
 * @param last what the other State said last; null if it said nothing but the request
 * @param request null once its words are deleted
 * @param place the other's
 */
public record AnsweredAct(@Nullable Said last, @Nullable Said request, Capital place) {

    /** @param from the name of the State that said it */
    public record Said(String headline, String from, Instant at, List<Section> sections) {}
}

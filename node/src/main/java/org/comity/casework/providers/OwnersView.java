package org.comity.casework.providers;

import java.time.LocalDate;
import java.util.List;
import org.comity.directory.NotedRange;
import org.comity.directory.Participant;
import org.comity.directory.WhoseAddress.Special;
import org.jspecify.annotations.Nullable;

/** Whose each address, domain and number is, as it was noted here. */
public record OwnersView(List<Line> lines, LocalDate today) {

    /** Lines that are not folded. */
    public static final int FIRST = 6;

    /**
     * @param provider null where nobody is noted, as {@code noted} is
     * @param special it is no provider's
     */
    public record Line(
            String identifier,
            @Nullable Participant provider,
            @Nullable NotedRange noted,
            @Nullable Special special) {}
}

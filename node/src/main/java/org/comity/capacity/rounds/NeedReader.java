package org.comity.capacity.rounds;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says who reads something of a need: each of these reads what is for those before it too. */
enum NeedReader {
    EVERYBODY,
    PARTICIPANTS,
    NAMED,
    SECRETARIAT;

    /** @param audience as the State wrote it; what is none of these words is for the Secretariat alone */
    boolean reads(@Nullable Object audience) {
        var least = Arrays.stream(values())
                .filter(it -> it.word().equals(audience))
                .findFirst()
                .orElse(SECRETARIAT);
        return ordinal() >= least.ordinal();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.comity.identity.practice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.comity.vocabulary.Duty;

/** Reads and writes a duty as it stands in a path: {@code duty-officer}. */
final class ChairInPath {

    private ChairInPath() {}

    static String path(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Duty> duty(String path) {
        return Arrays.stream(Duty.values())
                .filter(duty -> path(duty).equals(path))
                .findFirst();
    }
}

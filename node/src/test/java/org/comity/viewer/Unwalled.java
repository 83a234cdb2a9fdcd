package org.comity.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.comity.viewer.ViewerSettings.Isolation;

/** No wall at all: for what is drawn where the system has none, and to see what a child does that nothing holds. */
final class Unwalled extends ViewerSandbox {

    private final List<String> before;

    /** @param before words that come before the program and hide nothing */
    Unwalled(String... before) {
        super(Isolation.BUBBLEWRAP, Path.of("/"), List.of());
        this.before = List.of(before);
    }

    @Override
    Optional<List<String>> before() {
        return Optional.of(before);
    }
}

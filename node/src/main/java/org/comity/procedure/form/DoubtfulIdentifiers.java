package org.comity.procedure.form;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.ui.HarmlessText;

/** Points out what looks like an address, number or account and is none; it can be sent as it stands. */
public final class DoubtfulIdentifiers {

    private static final int MOST = 10;

    private DoubtfulIdentifiers() {}

    /** @param now after which nothing can have been used yet */
    public static List<Pointed> pointed(List<Identifier> identifiers, Instant now) {
        return identifiers.stream()
                .flatMap(each -> doubts(each, now).map(it -> new Pointed("compose.doubtful." + it, each.line())))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> doubts(Identifier each, Instant now) {
        // It does not read as it stands: whatever else it may be is no use to say.
        if (HarmlessText.turned(each.value())) {
            return Stream.of("turned");
        }
        return Stream.concat(
                each.meant().map(Identifier.Kind::word).stream(),
                each.used().filter(it -> it.isAfter(now)).map(_ -> "future").stream());
    }
}

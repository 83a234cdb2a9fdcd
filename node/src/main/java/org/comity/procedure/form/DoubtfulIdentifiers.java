package org.comity.procedure.form;

import java.util.List;
import org.comity.procedure.ActWriting.Pointed;

/** Points out what looks like an address, number or account and is none; it can be sent as it stands. */
public final class DoubtfulIdentifiers {

    private static final int MOST = 10;

    private DoubtfulIdentifiers() {}

    public static List<Pointed> pointed(List<Identifier> identifiers) {
        return identifiers.stream()
                .flatMap(each ->
                        each.meant().stream().map(it -> new Pointed("compose.doubtful." + it.word(), each.line())))
                .limit(MOST)
                .toList();
    }
}

package org.comity.exchange.outbox;

import java.util.Set;
import java.util.stream.Collectors;
import org.comity.exchange.Parcel;

/**
 * Says which of a peer's rows may leave now.
 *
 * @param closed since a restore: only what compares registers
 * @param resting a parcel of them has just left
 */
record RowsThatMayLeave(boolean closed, Set<Parcel.Action> resting) {

    private static final Set<Parcel.Action> WHILE_CLOSED =
            Set.of(Parcel.Action.RETURN, Parcel.Action.HEADS, Parcel.Action.ENTRY, Parcel.Action.FETCH);

    /** SQL over a row {@code o} of the outbox. */
    String condition() {
        var open = closed ? "o.action in (%s)".formatted(words(WHILE_CLOSED)) : "true";
        return resting.isEmpty() ? open : "%s and (o.alone or o.action not in (%s))".formatted(open, words(resting));
    }

    private static String words(Set<Parcel.Action> actions) {
        return actions.stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}

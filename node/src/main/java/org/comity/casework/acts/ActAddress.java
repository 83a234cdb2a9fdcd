package org.comity.casework.acts;

import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;

/** Writes the address of the page on which an act of a request is written. */
final class ActAddress {

    private ActAddress() {}

    static String of(RequestRow row, String type) {
        return "/requests/" + row.address() + "/" + type;
    }

    /** @param place on the page, as {@code #sheet} */
    static String of(RequestRow row, Draft draft, String place) {
        return of(row, draft.type()) + "?draft=" + draft.id() + place;
    }

    /** With what is missing said at its fields. */
    static String checked(RequestRow row, Draft draft) {
        return of(row, draft.type()) + "?check=true&draft=" + draft.id();
    }
}

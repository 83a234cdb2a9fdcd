package org.comity.seat;

import java.time.Instant;
import java.util.List;
import org.comity.ui.Capital;
import org.comity.ui.Choice;
import org.comity.ui.ErrorView;
import org.jspecify.annotations.Nullable;

/**
 * Shows the files that an authority added from its seat for a thread and has not handed over yet.
 *
 * @param place the authority's
 * @param takes files can be added now
 * @param sealedOnly those that are added on this page are never shown on the node
 * @param refused files of the form that was sent just now
 * @param steps by which they are handed over
 */
public record SeatItemsView(
        SeatPagesView.Line line,
        Capital place,
        boolean takes,
        boolean sealedOnly,
        List<Refused> refused,
        List<Waiting> files,
        List<Choice> steps) {

    /** @param name as the form said it, @param why in the words of an error page */
    public record Refused(String name, ErrorView why) {}

    /** @param state as {@code Item.State} names it, @param size in bytes, or as many as are here while it is being added, @param sha256 once it is whole, @param lost what is stored of it is not what came */
    public record Waiting(
            String id,
            String name,
            String state,
            long size,
            @Nullable String sha256,
            boolean lost,
            Instant begunAt) {}

    public String uploads() {
        return SeatFilesController.PATH + "/" + line.thread();
    }

    public String form() {
        return path(line.thread()) + (sealedOnly ? "&sealedOnly=true" : "");
    }

    static String path(String thread) {
        return SeatFilesController.PATH + "?thread=" + thread;
    }
}

package org.comity.procedure;

import java.util.ArrayList;
import java.util.List;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one procedure page after page to the end: nothing is left out without a word. */
public final class EveryRequest {

    /** As many as {@link Requests#list} gives at once. */
    public static final int A_PAGE = 50;

    private EveryRequest() {}

    /**
     * Newest first; no drill, of which nothing counts.
     *
     * @param law the procedure as the law data name it
     * @param reader what this official may see, or {@code Compartments#ANYBODY}; null: all, for the program itself
     */
    public static List<RequestRow> ofLaw(Requests requests, String law, Role role, @Nullable String reader) {
        var asked = new Filter(View.ALL, role, List.of(), null, null, null, null, null, List.of(law), reader);
        var all = new ArrayList<RequestRow>();
        @Nullable String after = null;
        do {
            var page = requests.list(asked, Order.NEWEST, after, A_PAGE);
            page.rows().stream().filter(it -> !it.drill()).forEach(all::add);
            after = page.cursor();
        } while (after != null);
        return all;
    }
}

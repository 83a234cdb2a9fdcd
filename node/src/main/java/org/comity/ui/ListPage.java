package org.comity.ui;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows the first rows of a list that was read one row further, and knows by that row whether there are more. */
public record ListPage<T>(List<T> rows, boolean more) {

    /** @param read at most one row more than is shown */
    public static <T> ListPage<T> of(List<T> read, int most) {
        return read.size() > most
                ? new ListPage<>(List.copyOf(read.subList(0, most)), true)
                : new ListPage<>(List.copyOf(read), false);
    }

    /** Behind what the next page begins; null if there is none. */
    public <P> @Nullable P next(Function<? super T, P> place) {
        return more ? place.apply(rows.getLast()) : null;
    }
}

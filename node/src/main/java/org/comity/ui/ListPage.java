package org.comity.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows the first rows of a list that was read one row further, and knows by that row whether there are more. */
public record ListPage<T>(List<T> rows, boolean more) {

    /** @param read at most one row more than is shown */
    public static <T> ListPage<T> of(List<T> read, int most) {
        return read.size() > most
                ? new ListPage<>(List.copyOf(read.subList(0, most)), true)
                : new ListPage<>(List.copyOf(read), false);
    }

    /**
     * The first rows of what a reader may see. What is hidden takes no place from them and ends no page: it is read on until
     * there are enough.
     *
     * @param behind reads one row more than is shown behind that row, or from where the page begins
     * @param seen leaves out what is hidden
     */
    public static <T> ListPage<T> seen(Function<@Nullable T, List<T>> behind, UnaryOperator<List<T>> seen, int most) {
        var shown = new ArrayList<T>();
        T last = null;
        List<T> read;
        do {
            read = behind.apply(last);
            shown.addAll(seen.apply(read));
            last = read.isEmpty() ? last : read.getLast();
        } while (shown.size() <= most && read.size() > most);
        return of(shown, most);
    }

    /** Behind what the next page begins; null if there is none. */
    public <P> @Nullable P next(Function<? super T, P> place) {
        return more ? place.apply(rows.getLast()) : null;
    }
}

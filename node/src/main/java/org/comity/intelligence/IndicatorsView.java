package org.comity.intelligence;

import java.util.List;
import org.comity.intelligence.stix.ReadBundle;
import org.comity.intelligence.stix.ReadIndicator;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a bundle says, a page of it.
 *
 * @param row whose act carries it; null while the request is not sent
 * @param file name of the file
 * @param path of this page
 * @param back to what carries it
 * @param from place of the first indicator that is shown
 */
public record IndicatorsView(
        @Nullable RequestRow row, String file, String path, String back, ReadBundle bundle, int from) {

    static final int PAGE = 100;

    public IndicatorsView {
        from = Math.clamp(from, 0, bundle.indicators().size());
    }

    public List<ReadIndicator> shown() {
        var all = bundle.indicators();
        return all.subList(from, Math.min(from + PAGE, all.size()));
    }

    public @Nullable String earlier() {
        return from > 0 ? path + "?from=" + Math.max(0, from - PAGE) : null;
    }

    public @Nullable String later() {
        return from + PAGE < bundle.indicators().size() ? path + "?from=" + (from + PAGE) : null;
    }
}

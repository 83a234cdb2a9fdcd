package org.comity.intelligence;

import java.util.List;
import org.comity.intelligence.stix.WritingBundles.WrittenBundle;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.procedure.UseLimits.UseLimit;
import org.comity.sealing.Letters.Section;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * The page on which identifiers of a request are saved as STIX: how many, under which label, and within which use.
 *
 * @param limit on the use of what was delivered, where one binds us; else null
 * @param asked what the acts say that asked for limits on what was told unasked, where they bind us
 */
public record SavingView(
        RequestRow row,
        WrittenBundle bundle,
        TrafficLight light,
        @Nullable UseLimit limit,
        List<Section> asked,
        Confirmed typed) {

    /** Some limit binds us, so it is said for what the file is taken. */
    public boolean bound() {
        return limit != null || !asked.isEmpty();
    }
}

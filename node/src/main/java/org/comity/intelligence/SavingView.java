package org.comity.intelligence;

import org.comity.intelligence.stix.WritingBundles.WrittenBundle;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.procedure.UseLimits.UseLimit;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * The page on which identifiers of a request are saved as STIX: how many, under which label, and within which use.
 *
 * @param limit on the use of what was delivered, where one binds us; else null
 */
public record SavingView(
        RequestRow row,
        WrittenBundle bundle,
        TrafficLight light,
        @Nullable UseLimit limit,
        Confirmed typed) {}

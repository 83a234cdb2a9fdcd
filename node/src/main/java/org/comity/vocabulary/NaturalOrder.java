package org.comity.vocabulary;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/** Orders names as people count them: {@code mail 2} before {@code mail 10}, whatever the case of a letter. */
public final class NaturalOrder {

    private static final RuleBasedCollator ORDER = order();

    private NaturalOrder() {}

    public static Comparator<String> names() {
        return ORDER::compare;
    }

    /** Frozen, so that every thread can ask it. */
    private static RuleBasedCollator order() {
        var order = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
        order.setNumericCollation(true);
        return (RuleBasedCollator) order.freeze();
    }
}

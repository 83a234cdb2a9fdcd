package org.comity.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;

/**
 * Says of a request to us what our officers noted of providers, and what these answered to orders: what is preserved with
 * them, and what is not, or not yet.
 */
public interface KeptByProviders {

    /** Of a line. */
    int LONGEST_LINE = 500;

    Noted noted(String thread);

    /**
     * Each line names a provider and its item; what was released again stands in neither.
     *
     * @param since when the last of what is kept was; null where nobody said it
     * @param until the first of its ends; null where none is known
     * @param references of the providers
     */
    record Noted(
            List<String> kept,
            List<String> notKept,
            @Nullable Instant since,
            @Nullable Instant until,
            List<String> references) {

        /** As fields of a body begin, one line of a text for each; a field of which nothing is noted is not there. */
        public Map<String, Object> under(String keptField, String notKeptField, String referencesField) {
            var fields = new HashMap<String, Object>();
            if (!kept.isEmpty()) fields.put(keptField, String.join("\n", kept));
            if (!notKept.isEmpty()) fields.put(notKeptField, String.join("\n", notKept));
            if (!references.isEmpty()) {
                fields.put(referencesField, CutText.to(String.join(", ", references), LONGEST_LINE));
            }
            return fields;
        }

        /** As long as was asked, and no longer than all providers keep it; never less than the law has it. */
        public Instant promised(Instant least, Instant asked) {
            if (until == null || until.isAfter(asked)) return asked;
            return until.isBefore(least) ? least : until;
        }
    }
}

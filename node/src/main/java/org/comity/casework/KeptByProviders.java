package org.comity.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says of a request to us what our officers noted of providers: what is preserved with them, and what is not, or not yet. */
public interface KeptByProviders {

    Noted noted(String thread);

    /** Each line names a provider and its item; what was released again stands in neither. */
    record Noted(List<String> kept, List<String> notKept) {

        /** As two fields of a body begin, one line of a text for each; a field of which nothing is noted is not there. */
        public Map<String, Object> under(String keptField, String notKeptField) {
            var fields = new HashMap<String, Object>();
            if (!kept.isEmpty()) fields.put(keptField, String.join("\n", kept));
            if (!notKept.isEmpty()) fields.put(notKeptField, String.join("\n", notKept));
            return fields;
        }
    }
}

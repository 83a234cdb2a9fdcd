package org.comity.procedure;

import java.time.Instant;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Takes what a program gives as the content of an act and cleans it as the pages do; one bean a procedure. */
public interface ActFilling extends ProcedurePart {

    /**
     * The body as the pages would have made it; what is left out is empty.
     *
     * @throws org.comity.vocabulary.RuleBroken naming the first field that is unknown or cannot be read
     */
    Map<String, Object> body(String type, Map<String, Object> given);

    /**
     * What the fold needs, e.g. {@code until}.
     *
     * @param current until when the data are kept now, or null
     * @throws org.comity.vocabulary.RuleBroken likewise
     */
    Map<String, String> facts(String type, Map<String, Object> given, @Nullable Instant current);

    /**
     * Both, of an act of a thread that is open.
     *
     * @throws org.comity.vocabulary.RuleBroken likewise
     */
    default Filled step(RequestRow row, String type, Map<String, Object> body, Map<String, Object> facts, Official by) {
        return new Filled(body(type, body), facts(type, facts, row.until()));
    }

    record Filled(Map<String, Object> body, Map<String, String> facts) {}
}

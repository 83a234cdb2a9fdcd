package org.comity.procedure.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;

/**
 * Reads what one act said; what is not there or not right is empty.
 *
 * @param at registered then
 * @param by the side that said it, also where the other one wrote it down from a letter
 */
public record ActContent(String id, String type, Map<String, Object> body, Instant at, Role by) {

    public static ActContent of(KeptAct act) {
        return new ActContent(
                act.id(),
                act.envelope().type(),
                act.said(),
                act.at(),
                Role.of(act.envelope().role()));
    }

    public String text(String key) {
        return fields().text(key);
    }

    public List<String> words(String key) {
        return fields().words(key);
    }

    public List<Map<String, Object>> rows(String key) {
        return fields().maps(key);
    }

    public Optional<LocalDate> day(String key) {
        return Optional.ofNullable(fields().day(key));
    }

    private BodyFields fields() {
        return new BodyFields(body);
    }
}

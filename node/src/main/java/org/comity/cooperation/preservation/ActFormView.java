package org.comity.cooperation.preservation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.cooperation.Draft;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Problems;
import org.comity.ui.TypedMoment;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one act of a preservation thread is written.
 *
 * @param draft null before the first save
 * @param fields in the order in which they are asked, with their options in the reader's language
 * @param until the end as typed, where the act names one
 * @param earliest the earliest end that Art. 42(8) allows, or null
 * @param warning code of what the program points out without blocking, or null
 * @param needs what our own law needs for the follow-up, by class of data
 */
public record ActFormView(
        String type,
        RequestRow row,
        @Nullable Draft draft,
        Participant other,
        List<Asked> fields,
        Map<String, Object> body,
        boolean asksUntil,
        @Nullable TypedMoment until,
        @Nullable Instant earliest,
        @Nullable Instant current,
        @Nullable String warning,
        List<Choice> zones,
        List<String> others,
        Problems problems) {

    /** @param moment for an instant, as typed */
    public record Asked(
            String key, String kind, boolean needed, List<Choice> options, @Nullable TypedMoment moment) {}

    public String text(String key) {
        return body.get(key) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String key) {
        return body.get(key) instanceof List<?> list ? (List<String>) list : List.of();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(body.get(key));
    }
}

package org.comity.procedure.form;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Participant;
import org.comity.procedure.ActWriting;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedMoment;
import org.jspecify.annotations.Nullable;

/**
 * The page on which one act of a thread is written.
 *
 * @param draft null before the first save
 * @param fields in the order in which they are asked, with their options in the reader's language
 * @param end the end that the act names, or null
 * @param pointed what the program points out without blocking
 * @param said what the instrument says of this step
 * @param edition of the law data, e.g. {@code uncc/1}
 * @param limit on the use of what was delivered; null before
 * @param others what else could be said now
 */
// More than twelve: its template shows each.
public record ActFormView(
        String type,
        RequestRow row,
        @Nullable Draft draft,
        Participant other,
        List<RequestWords> fields,
        Map<String, Object> body,
        Map<String, String> facts,
        ActWriting.@Nullable End end,
        List<ActWriting.Pointed> pointed,
        List<ProcedureLaw.Provision> said,
        String edition,
        List<Choice> zones,
        List<String> others,
        UseLimits.@Nullable UseLimit limit,
        FormProblems problems) {

    /**
     * @param fact stands in the envelope
     * @param moment for an instant, as typed
     * @param rows what stands in each row, with empty ones to fill
     * @param given the first column is not the officer's to change
     * @param when it is needed, in words, where another field decides that; else empty
     */
    public record RequestWords(
            String key,
            String kind,
            boolean needed,
            boolean fact,
            List<Choice> options,
            @Nullable TypedMoment moment,
            List<RequestWords> columns,
            List<Map<String, Object>> rows,
            boolean given,
            String when) {}

    public String law() {
        return row.law();
    }

    public String text(String key) {
        return body.get(key) instanceof String text ? text : facts.getOrDefault(key, "");
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String key) {
        return body.get(key) instanceof List<?> list ? (List<String>) list : List.of();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(body.get(key));
    }
}

package org.comity.casework.calls;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.comity.casework.OpenCalls.OpenCall;
import org.comity.casework.calls.RingBack.Outcome;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;

/**
 * One call, and what can be done with it.
 *
 * @param other whom the caller spoke for, or null where the directory does not know it
 * @param backs each time somebody rang back
 * @param suggested requests that it may belong to
 * @param request that it belongs to, or null
 * @param laws that a request recorded from it may follow; empty where it may not be recorded
 * @param names of officials, by id
 */
// More than twelve: its template shows each.
public record CallView(
        KeptCall call,
        @Nullable Participant other,
        List<RingBack> backs,
        List<Suggestion> suggested,
        @Nullable RequestRow request,
        List<String> laws,
        Map<String, String> names,
        TypedOutcome typed,
        FormProblems problems) {

    /** On which it came, in UTC, as a form holds it. */
    public String day() {
        return came().toLocalDate().toString();
    }

    /** At which hour of that day, likewise. */
    public String time() {
        return came().toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private ZonedDateTime came() {
        return call.at().atZone(ZoneOffset.UTC);
    }

    public boolean confirmed() {
        return backs.stream().anyMatch(it -> it.outcome() == Outcome.CONFIRMED);
    }

    public boolean denied() {
        return backs.stream().anyMatch(it -> it.outcome() == Outcome.DENIED);
    }

    public String name(@Nullable String official) {
        return official == null ? "" : names.getOrDefault(official, official);
    }

    /** Where one rings back: the number of the directory, never the one that the caller gave. */
    public String phone() {
        return other == null ? "" : other.phone();
    }

    /** @param named it names the same account, address or device */
    public record Suggestion(RequestRow row, boolean named) {}

    /** What was typed into one of the forms below the call. */
    public record TypedOutcome(String outcome, String rung, String words, String reference, String why) {

        static final TypedOutcome NOTHING = new TypedOutcome("", "", "", "", "");
    }

    /** The form that takes a call down. */
    public record Taking(List<Choice> states, List<Choice> zones, TypedCall typed, FormProblems problems) {}

    /**
     * One page of the calls that wait, and of those that were dealt with.
     *
     * @param authorities of those dealt with, by id
     * @param newer address of the page before, or null
     * @param older address of the next page, or null
     */
    public record All(
            ListPage<OpenCall> open,
            List<KeptCall> settled,
            Map<String, Participant> authorities,
            @Nullable String newer,
            @Nullable String older) {}
}

package org.comity.casework.acts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.FormProblems;

/** Reads until when the act is to be held, as the form says it: a day and an hour in UTC. */
public record HoldUntil(boolean ticked, String date, String time, FormProblems problems) {

    public static final HoldUntil NONE = new HoldUntil(false, "", "", FormProblems.NONE);

    static HoldUntil of(Map<String, String> form) {
        var typed = new HoldUntil(
                form.containsKey("hold"),
                form.getOrDefault("holdDate", "").strip(),
                form.getOrDefault("holdTime", "").strip(),
                FormProblems.NONE);
        if (typed.ticked && typed.until().isEmpty()) {
            return typed.with(FormProblems.NONE.with("holdDate", "acts.hold.no-hour"));
        }
        // An hour that was named and not ticked: nothing leaves before it is clear what was meant.
        boolean named = !typed.date.isEmpty() || !typed.time.isEmpty();
        return !typed.ticked && named ? typed.with(FormProblems.NONE.with("hold", "acts.hold.not-ticked")) : typed;
    }

    HoldUntil past() {
        return with(FormProblems.NONE.with("holdDate", "acts.hold.past"));
    }

    HoldUntil far() {
        return with(FormProblems.NONE.with("holdDate", "acts.hold.far"));
    }

    /** What the act says must lie ahead is over when it leaves. */
    HoldUntil over() {
        return with(FormProblems.NONE.with("holdDate", "acts.hold.over"));
    }

    Optional<Instant> until() {
        try {
            return ticked
                    ? Optional.of(
                            LocalDate.parse(date).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException notAnHour) {
            return Optional.empty();
        }
    }

    private HoldUntil with(FormProblems wrong) {
        return new HoldUntil(ticked, date, time, wrong);
    }
}

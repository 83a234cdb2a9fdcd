package org.comity.cooperation.acts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.Problems;

/** Until when the act is to be held, as the form says it: a day and an hour in UTC. */
public record Hold(boolean ticked, String date, String time, Problems problems) {

    public static final Hold NONE = new Hold(false, "", "", Problems.NONE);

    static Hold of(Map<String, String> form) {
        var typed = new Hold(
                form.containsKey("hold"),
                form.getOrDefault("holdDate", "").strip(),
                form.getOrDefault("holdTime", "").strip(),
                Problems.NONE);
        if (typed.ticked && typed.until().isEmpty()) {
            return typed.with(Problems.NONE.with("holdDate", "acts.hold.no-hour"));
        }
        // An hour that was named and not ticked: nothing leaves before it is clear what was meant.
        boolean named = !typed.date.isEmpty() || !typed.time.isEmpty();
        return !typed.ticked && named ? typed.with(Problems.NONE.with("hold", "acts.hold.not-ticked")) : typed;
    }

    Hold past() {
        return with(Problems.NONE.with("holdDate", "acts.hold.past"));
    }

    Optional<Instant> until() {
        try {
            return ticked
                    ? Optional.of(LocalDate.parse(date).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException notAnHour) {
            return Optional.empty();
        }
    }

    private Hold with(Problems wrong) {
        return new Hold(ticked, date, time, wrong);
    }
}

package org.comity.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who is on duty now and who comes next, by the shifts that the authority has entered. */
public interface DutyRota {

    /** Empty where no rota is kept: nothing is said of duty then, and the alarm goes as configured. */
    Optional<Now> now();

    /**
     * @param on whoever is on duty; nobody in a gap, several where shifts overlap. Who has left is not among them
     * @param next who comes on within four weeks and is not on duty yet, or null
     * @param gap when nobody is on duty next, within a week, or null
     */
    record Now(
            List<Watch> on, @Nullable Watch next, @Nullable Instant gap) {

        public Now {
            on = List.copyOf(on);
        }

        /** Who takes over from this officer: another who is on duty already, else who comes next. */
        public Optional<Watch> after(String officer) {
            return on.stream()
                    .filter(it -> !it.officer().equals(officer))
                    .findFirst()
                    .or(() ->
                            Optional.ofNullable(next).filter(it -> !it.officer().equals(officer)));
        }
    }

    /**
     * One officer's shift on one day.
     *
     * @param officer an official's id
     * @param mail where the alarm tells this officer; empty if none was entered
     * @param phone at which colleagues ring; may be empty
     */
    record Watch(String officer, String name, Instant from, Instant until, String mail, String phone) {}
}

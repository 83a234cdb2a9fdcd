package org.comity.preservation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.table.ActFacts;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** What a party says in a preservation thread, and what the fold needs of it. */
record PreservationStep(Kind kind, @Nullable Instant until) {

    /** The types of act, each with the only role that may take it. */
    enum Kind {
        REQUEST(Role.REQUESTING),
        COMPLETE(Role.REQUESTING),
        ANSWER(Role.REQUESTING),
        PROCEED(Role.REQUESTING),
        WITHDRAW(Role.REQUESTING),
        ASK_EXTENSION(Role.REQUESTING),
        NO_LONGER_NEEDED(Role.REQUESTING),
        ACKNOWLEDGE(Role.REQUESTED),
        ASK(Role.REQUESTED),
        ACCEPT(Role.REQUESTED),
        REPORT_PRESERVED(Role.REQUESTED),
        NOT_AVAILABLE(Role.REQUESTED),
        REFUSE(Role.REQUESTED),
        WARN(Role.REQUESTED),
        UNABLE(Role.REQUESTED),
        EXTEND(Role.REQUESTED),
        REFUSE_EXTENSION(Role.REQUESTED),
        HOLD(Role.REQUESTED),
        EXPIRE(Role.REQUESTED),
        RELEASE(Role.REQUESTED);

        private static final Map<String, Kind> BY_TYPE =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::type, it -> it));

        private static final Set<Kind> WITH_UNTIL = EnumSet.of(REPORT_PRESERVED, EXTEND, EXPIRE);

        private final Role by;

        Kind(Role by) {
            this.by = by;
        }

        Role by() {
            return by;
        }

        /** As envelopes name it, e.g. {@code report-preserved}. */
        String type() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        boolean needsUntil() {
            return WITH_UNTIL.contains(this);
        }

        static Optional<Kind> of(String type) {
            return Optional.ofNullable(BY_TYPE.get(type));
        }
    }

    /** Empty when the envelope lacks what the fold needs. */
    static Optional<PreservationStep> of(ActFacts act) {
        return Kind.of(act.type()).flatMap(kind -> {
            if (!kind.needsUntil()) {
                return Optional.of(new PreservationStep(kind, null));
            }
            try {
                return Optional.of(
                        new PreservationStep(kind, Instant.parse(act.facts().getOrDefault("until", ""))));
            } catch (DateTimeException notAnInstant) {
                return Optional.empty();
            }
        });
    }
}

package org.comity.assistance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.table.ActFacts;
import org.comity.vocabulary.Role;

/**
 * What a party says in an assistance thread, and what the fold needs of it.
 *
 * @param act id of the act that says it
 * @param about id of the act it speaks of, as {@link Kind#about()} names the fact; empty where there is none
 * @param whole of a delivery: nothing more is to come
 */
record AssistanceStep(Kind kind, String act, String about, boolean whole) {

    /** The types of act, each with the roles that may take it and the fact that names another act. */
    enum Kind {
        REQUEST(Role.REQUESTING),
        SUPPLEMENT(Role.REQUESTING),
        ANSWER(Role.REQUESTING),
        ACCEPT_CONDITIONS("conditions", Role.REQUESTING),
        DECLINE_CONDITIONS("conditions", Role.REQUESTING),
        ASK_STATUS(Role.REQUESTING),
        RECEIVED("delivery", Role.REQUESTING),
        MATCHED("delivery", Role.REQUESTING),
        NOT_MATCHED("delivery", Role.REQUESTING),
        ONWARD("delivery", Role.REQUESTING),
        RETURNED("delivery", Role.REQUESTING),
        DESTROYED("delivery", Role.REQUESTING),
        NO_LONGER_REQUIRED(Role.REQUESTING),
        ASK_USE(Role.REQUESTING),
        EXCULPATORY(Role.REQUESTING),
        CLOSE(Role.REQUESTING),
        ACKNOWLEDGE(Role.REQUESTED),
        ASK(Role.REQUESTED),
        PROPOSE_CONDITIONS(Role.REQUESTED),
        ACCEPT(Role.REQUESTED),
        PASS(Role.REQUESTED),
        EXECUTED(Role.REQUESTED),
        DELIVER(Role.REQUESTED),
        POSTPONE(Role.REQUESTED),
        UNABLE(Role.REQUESTED),
        REFUSE(Role.REQUESTED),
        REFUSE_PART(Role.REQUESTED),
        STATUS(Role.REQUESTED),
        CONSENT_USE("use", Role.REQUESTED),
        REFUSE_USE("use", Role.REQUESTED),
        CONFIDENTIALITY(Role.REQUESTING, Role.REQUESTED),
        COSTS(Role.REQUESTING, Role.REQUESTED),
        CONSULT(Role.REQUESTING, Role.REQUESTED);

        private static final Map<String, Kind> BY_TYPE =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::type, it -> it));

        private final String about;
        private final Set<Role> by;

        Kind(Role... by) {
            this("", by);
        }

        Kind(String about, Role... by) {
            this.about = about;
            this.by = Arrays.stream(by).collect(Collectors.toUnmodifiableSet());
        }

        Set<Role> by() {
            return by;
        }

        /** Name of the fact that names the act it speaks of; empty if it speaks of none. */
        String about() {
            return about;
        }

        /** As envelopes name it, e.g. {@code accept-conditions}. */
        String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String type) {
            return Optional.ofNullable(BY_TYPE.get(type));
        }
    }

    static final String CONDITIONS = "conditions";
    static final String DELIVERY = "delivery";
    static final String USE = "use";
    /** Of an onward transfer: the act that consented to it, or {@link #NONE}, Art. 40(19). The fold does not judge it. */
    static final String CONSENT = "consent";

    static final String NONE = "none";
    static final String PART = "part";
    static final String WHOLE = "whole";
    static final String PARTIAL = "partial";

    /** Empty when the envelope lacks what the fold needs. */
    static Optional<AssistanceStep> of(ActFacts act) {
        return Kind.of(act.type()).flatMap(kind -> {
            var about = kind.about().isEmpty() ? "" : act.facts().getOrDefault(kind.about(), "");
            var part = act.facts().getOrDefault(PART, "");
            boolean names = kind.about().isEmpty() || about.matches("[0-9a-f]{64}");
            boolean measured = kind != Kind.DELIVER || part.equals(WHOLE) || part.equals(PARTIAL);
            return names && measured
                    ? Optional.of(new AssistanceStep(kind, act.act(), about, part.equals(WHOLE)))
                    : Optional.empty();
        });
    }
}

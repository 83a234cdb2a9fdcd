package org.comity.vocabulary;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says what kind of participant somebody is: it decides which procedures it may open, be asked in or take part in. */
public enum ParticipantKind {
    CONTACT_POINT,
    CENTRAL_AUTHORITY,
    COURT,
    AGENCY,
    INVESTIGATING_AUTHORITY,
    SECRETARIAT,
    ORGANISATION,
    PROVIDER,
    STAKEHOLDER;

    /** Those that are an authority of a State. */
    public static final Set<ParticipantKind> AUTHORITIES =
            Collections.unmodifiableSet(EnumSet.range(CONTACT_POINT, INVESTIGATING_AUTHORITY));

    /** As entries and files write it, e.g. {@code central-authority}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ParticipantKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public boolean authority() {
        return AUTHORITIES.contains(this);
    }
}

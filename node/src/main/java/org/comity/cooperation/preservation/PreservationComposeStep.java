package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the steps of a request, one thing a page, in the order of Art. 42(3). */
enum PreservationComposeStep {
    STATE,
    OFFENCE,
    DATA,
    CUSTODIAN,
    NECESSITY,
    FOLLOW_UP,
    CONFIDENTIALITY;

    static final List<PreservationComposeStep> ALL = List.of(values());

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PreservationComposeStep> of(String path) {
        return Stream.of(values()).filter(it -> it.path().equals(path)).findFirst();
    }

    /** The letters of Art. 42(3) that this page asks, and the first page the instrument. */
    List<String> letters() {
        return switch (this) {
            case STATE -> List.of(PreservationRequestRules.BASIS, "a");
            case OFFENCE -> List.of("a", "b");
            case DATA -> List.of("c");
            case CUSTODIAN -> List.of("d");
            case NECESSITY -> List.of("e");
            case FOLLOW_UP -> List.of("f");
            case CONFIDENTIALITY -> List.of("g");
        };
    }
}

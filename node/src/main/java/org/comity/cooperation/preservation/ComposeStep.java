package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing a page: the steps of a request, in the order of Art. 42(3). */
enum ComposeStep {
    STATE,
    OFFENCE,
    DATA,
    CUSTODIAN,
    NECESSITY,
    FOLLOW_UP,
    CONFIDENTIALITY;

    static final List<ComposeStep> ALL = List.of(values());

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ComposeStep> of(String path) {
        return Stream.of(values()).filter(it -> it.path().equals(path)).findFirst();
    }

    /** The letters of Art. 42(3) that this page asks. */
    String letters() {
        return switch (this) {
            case STATE -> "a";
            case OFFENCE -> "ab";
            case DATA -> "c";
            case CUSTODIAN -> "d";
            case NECESSITY -> "e";
            case FOLLOW_UP -> "f";
            case CONFIDENTIALITY -> "g";
        };
    }
}

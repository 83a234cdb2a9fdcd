package org.comity.treaty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.comity.convention.FinalProvisions;

/** What a State or organisation does about the treaty, as the depositary notifies it. */
public enum TreatyStep {
    SIGNATURE,
    RATIFICATION,
    ACCEPTANCE,
    APPROVAL,
    ACCESSION,
    RESERVATION,
    DECLARATION,
    WITHDRAWAL,
    NOTIFICATION,
    DENUNCIATION;

    /** As a file writes it: {@code ratification}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TreatyStep> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** What the law data call it. */
    public static TreatyStep of(FinalProvisions.Kind kind) {
        return switch (kind) {
            case RESERVATION -> RESERVATION;
            case DECLARATION -> DECLARATION;
            case WITHDRAWAL -> WITHDRAWAL;
            case NOTIFICATION -> NOTIFICATION;
        };
    }

    /** Does it make a Party, once the treaty is in force? */
    public boolean instrument() {
        return this == RATIFICATION || this == ACCEPTANCE || this == APPROVAL || this == ACCESSION;
    }

    /** Does it bear on an article, which must then be named? */
    public boolean ofArticle() {
        return this == RESERVATION || this == DECLARATION || this == WITHDRAWAL || this == NOTIFICATION;
    }

    /** Does it say something, in words that must stand with it? */
    public boolean inWords() {
        return this == RESERVATION || this == DECLARATION;
    }
}

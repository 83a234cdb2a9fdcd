package org.comity.vocabulary;

import static org.comity.vocabulary.SharingChannel.API;
import static org.comity.vocabulary.SharingChannel.BACKUP;
import static org.comity.vocabulary.SharingChannel.EXPORT;
import static org.comity.vocabulary.SharingChannel.PAGE;
import static org.comity.vocabulary.SharingChannel.SEARCH;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says how far something may be shared, by the five labels of the Traffic Light Protocol 2.0 of FIRST, from the widest to the
 * narrowest.
 *
 * <p>{@link #allows(SharingRole, SharingChannel)} is the one rule of this house for it: every page, program, search, mail, export,
 * feed and backup asks it, and nobody writes it a second time. Its table for people is {@code docs/protocol/sharing.md}.
 */
public enum TrafficLight {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    /** A person reads and finds, by a page or a program of its own. */
    private static final Set<SharingChannel> READING = Set.of(PAGE, API, SEARCH);

    private static final Set<SharingChannel> BY_EYE = Set.of(PAGE, SEARCH);

    private final String mark;

    TrafficLight(String mark) {
        this.mark = mark;
    }

    /** As FIRST writes it, e.g. {@code TLP:AMBER+STRICT}; it is the same in every language. */
    public String mark() {
        return mark;
    }

    /** As acts and addresses write it, e.g. {@code amber-strict}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By the mark or the word; nothing for anything else. */
    public static Optional<TrafficLight> of(String said) {
        return Arrays.stream(values())
                .filter(it -> it.mark.equals(said) || it.word().equals(said))
                .findFirst();
    }

    /** More may read what bears this label than what bears the other. */
    public boolean widerThan(TrafficLight other) {
        return ordinal() < other.ordinal();
    }

    /** The narrower of both: what stands together is shared as its narrowest part. */
    public TrafficLight narrower(TrafficLight other) {
        return widerThan(other) ? other : this;
    }

    /** Whether what bears this label may reach somebody in this role by this channel. */
    public boolean allows(SharingRole role, SharingChannel channel) {
        return switch (this) {
            case CLEAR -> true;
            case GREEN -> role != SharingRole.PUBLIC;
            case AMBER ->
                switch (role) {
                    case PUBLIC, PARTICIPANT -> false;
                    case OBSERVER, MEMBER, NAMED -> READING.contains(channel);
                    case AUTHOR -> READING.contains(channel) || channel == EXPORT || channel == BACKUP;
                    case MODERATOR -> BY_EYE.contains(channel);
                    case ADMINISTRATOR -> channel == BACKUP;
                };
            case AMBER_STRICT ->
                switch (role) {
                    case PUBLIC, PARTICIPANT, OBSERVER -> false;
                    case MEMBER, NAMED -> READING.contains(channel);
                    case AUTHOR -> READING.contains(channel) || channel == BACKUP;
                    case MODERATOR -> BY_EYE.contains(channel);
                    case ADMINISTRATOR -> channel == BACKUP;
                };
            case RED ->
                switch (role) {
                    case PUBLIC, PARTICIPANT, OBSERVER, MEMBER, MODERATOR, ADMINISTRATOR -> false;
                    case NAMED -> channel == PAGE;
                    case AUTHOR -> BY_EYE.contains(channel);
                };
        };
    }

    /** The same for somebody who has several roles: one that allows it is enough. */
    public boolean allows(Collection<SharingRole> roles, SharingChannel channel) {
        return roles.stream().anyMatch(it -> allows(it, channel));
    }
}

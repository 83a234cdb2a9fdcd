package org.comity.capacity.experts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.jspecify.annotations.Nullable;

/**
 * A person on the roster, with what this person agreed to.
 *
 * @param nominatedBy State or body that sends this person out
 * @param kinds of help, as {@code capacity/kinds.csv} names them
 * @param languages with how well this person speaks each
 * @param consent what the person signed, where it is kept, and for what it was given
 * @param until the last day for which it was given
 * @param named whoever looks for an expert here reads the name; else only who keeps the roster does
 * @param vetted officers who looked at the entry, at most two
 */
public record ExpertEntry(
        String id,
        String name,
        String contact,
        String nominatedBy,
        Set<String> kinds,
        SpokenLanguages languages,
        String consent,
        LocalDate given,
        LocalDate until,
        boolean named,
        List<Vetting> vetted,
        List<Window> windows) {

    static final int OFFICERS = 2;

    public record Vetting(String by, LocalDate on) {}

    /** Days on which this person can go. */
    public record Window(LocalDate begins, LocalDate ends) {

        boolean meets(LocalDate from, LocalDate to) {
            return !begins.isAfter(to) && !ends.isBefore(from);
        }
    }

    public ExpertEntry {
        kinds = Set.copyOf(kinds);
        vetted = List.copyOf(vetted);
        windows = List.copyOf(windows);
    }

    public boolean vettedByTwo() {
        return vetted.size() >= OFFICERS;
    }

    public boolean over(LocalDate today) {
        return until.isBefore(today);
    }

    /** Found by whoever looks for an expert: two officers looked at the entry, and the person's word still stands. */
    public boolean found(LocalDate today) {
        return vettedByTwo() && !over(today);
    }

    /** What is not asked fits; a person without windows goes at no time that was asked. */
    boolean fits(Wanted wanted) {
        var from = wanted.from();
        var to = wanted.to();
        return (wanted.kind().isEmpty() || kinds.contains(wanted.kind()))
                && (wanted.language().isEmpty() || speaks(wanted))
                && (from == null && to == null
                        || windows.stream()
                                .anyMatch(it -> it.meets(
                                        from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to)));
    }

    /** A level that was not said is not the one that is asked for. */
    private boolean speaks(Wanted wanted) {
        return languages.codes().contains(wanted.language())
                && languages.level(wanted.language()).compareTo(wanted.level()) >= 0;
    }

    /** Whom a need, an offer or an activity looks for; empty or null is not asked. */
    public record Wanted(
            String kind,
            String language,
            String level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Wanted NOTHING = new Wanted("", "", "", null, null);

        /** A level of no language asks for nothing. */
        boolean asksNothing() {
            return kind.isEmpty() && language.isEmpty() && from == null && to == null;
        }
    }
}

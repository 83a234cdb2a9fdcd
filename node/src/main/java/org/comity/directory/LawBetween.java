package org.comity.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.Convention.ForceHere;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.jspecify.annotations.Nullable;

/**
 * Says which law binds a pair of States: computed from what each says in its own entry and from the law data, nothing else.
 */
public record LawBetween(Convention convention, Participant us, Participant other, LocalDate today) {

    private static final String OTHER_TREATY = "other-treaty";

    /** How far a treaty binds the two. */
    public enum Bond {
        /** Both are party, and it is in force between them. */
        BINDING,
        /** A practice network: both name a practice date that has come; in earnest it is not in force. */
        PRACTICE,
        /** Both are party, and it is not in force between them yet. */
        NOT_YET,
        /** One of them at least does not say whether it is party. */
        NOT_STATED,
        /** One of them says which treaties bind it, and this is none of them. */
        NOT_BETWEEN
    }

    /**
     * One treaty between the two.
     *
     * @param from since when it is in force between them, or from when it will be; null where that is not known
     * @param silent names the States whose entry does not name it
     * @param statements what either declared upon it
     */
    public record Tie(
            Instrument instrument,
            Bond bond,
            @Nullable LocalDate from,
            List<Participant> silent,
            List<Said> statements) {

        /** May a request name it? What binds for certain, and what is not stated, which the officer is told. */
        public boolean offered() {
            return bond != Bond.NOT_BETWEEN && bond != Bond.NOT_YET;
        }
    }

    /** A reservation or declaration, and whose it is. */
    public record Said(Participant by, TreatyEntry.Statement statement) {}

    /**
     * A treaty that one of the two, or each, added as data.
     *
     * @param both each of them names it
     * @param since when it binds both; of one alone, since when it says that it does
     */
    public record Shared(Agreement agreement, Participant by, boolean both, LocalDate since) {}

    /** Of each treaty that the program holds, in the newest edition. */
    public List<Tie> treaties() {
        return convention.instruments().stream()
                .filter(it -> !it.form())
                .filter(it -> convention.newest(it.id()).filter(it::equals).isPresent())
                .map(this::tie)
                .toList();
    }

    public Optional<Tie> treaty(String instrument) {
        return treaties().stream()
                .filter(it -> it.instrument().id().equals(instrument))
                .findFirst();
    }

    private Tie tie(Instrument instrument) {
        var id = instrument.id();
        var silent = both().filter(it -> !it.profile().names(id)).toList();
        var from = from(instrument);
        return new Tie(instrument, bond(instrument, from), from, silent, statements(id));
    }

    private Bond bond(Instrument instrument, @Nullable LocalDate from) {
        var id = instrument.id();
        if (both().anyMatch(it -> it.profile().leavesOut(id))) {
            return Bond.NOT_BETWEEN;
        }
        boolean parties = both().allMatch(it -> it.profile().treaty(id).isPresent());
        if (!parties) {
            return Bond.NOT_STATED;
        }
        boolean practice = convention.standing(instrument) == ForceHere.PRACTICE;
        if (from == null ? !practice : today.isBefore(from)) {
            return Bond.NOT_YET;
        }
        return practice ? Bond.PRACTICE : Bond.BINDING;
    }

    /** The latest of three days: that of the treaty's own entry into force, and since when each says that it binds it. */
    private @Nullable LocalDate from(Instrument instrument) {
        var own = instrument.inForceFrom().orElse(null);
        boolean practice = convention.standing(instrument) == ForceHere.PRACTICE;
        if (own == null && !practice) {
            return null;
        }
        var latest = practice ? null : own;
        for (var each : both().toList()) {
            var treaty = each.profile().treaty(instrument.id()).orElse(null);
            var since = treaty == null || treaty.since() == null ? own : treaty.since();
            if (treaty == null || since == null) {
                return null;
            }
            latest = latest == null || since.isAfter(latest) ? since : latest;
        }
        return latest;
    }

    private List<Said> statements(String instrument) {
        return both().flatMap(by -> by.profile().treaty(instrument).stream()
                        .flatMap(it -> it.statements().stream())
                        .map(it -> new Said(by, it)))
                .toList();
    }

    /** Those that either names with the other as party: once each, ours where each names it. */
    public List<Shared> agreements() {
        var shared = new ArrayList<Shared>();
        for (var ours : us.profile().agreed()) {
            if (ours.with(other.state().code())
                    && (!ours.parties().isEmpty() || theirs(ours.id()).isPresent())) {
                var theirs = theirs(ours.id());
                shared.add(new Shared(
                        ours,
                        us,
                        theirs.isPresent(),
                        theirs.map(Agreement::since)
                                .filter(it -> it.isAfter(ours.since()))
                                .orElse(ours.since())));
            }
        }
        other.profile().agreed().stream()
                .filter(it -> it.parties().contains(us.state().code()))
                .filter(it -> shared.stream()
                        .noneMatch(known -> known.agreement().id().equals(it.id())))
                .forEach(it -> shared.add(new Shared(it, other, false, it.since())));
        return shared;
    }

    /** Those of them whose day has come. */
    public List<Shared> begun() {
        return agreements().stream().filter(it -> !today.isBefore(it.since())).toList();
    }

    /** One of those whose day has come. */
    public Optional<Shared> begun(String id) {
        return begun().stream().filter(it -> it.agreement().id().equals(id)).findFirst();
    }

    /**
     * The treaties on mutual legal assistance that govern form, channel and grounds between the two instead of the
     * Convention's own rules: in force, and not put aside by both.
     */
    public List<Shared> govern() {
        return begun().stream()
                .filter(Shared::both)
                .filter(it -> !it.agreement().rules().equals(Agreement.NONE))
                .filter(it -> !putAside(it.agreement()))
                .toList();
    }

    /** Do both say that the Convention's rules are used instead of this one's? It takes the two. */
    public boolean putAside(Agreement agreement) {
        return agreement.rules().equals(Agreement.CONVENTION)
                && Stream.of(us, other)
                        .map(it -> it.profile().agreed().stream()
                                .filter(each -> each.id().equals(agreement.id()))
                                .findFirst()
                                .map(Agreement::rules)
                                .orElse(Agreement.NONE))
                        .allMatch(Agreement.CONVENTION::equals);
    }

    /** What the Convention says of another treaty on mutual legal assistance; null where its data do not. */
    public ProcedureLaw.@Nullable Provision rule() {
        return convention.newest(Convention.UNCC).stream()
                .flatMap(it ->
                        convention.laws().stream().filter(law -> law.edition().equals(it.edition())))
                .flatMap(it -> it.duty(OTHER_TREATY).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<Agreement> theirs(String id) {
        return other.profile().agreed().stream()
                .filter(it -> it.id().equals(id))
                .filter(it -> it.with(us.state().code()))
                .findFirst();
    }

    private Stream<Participant> both() {
        return Stream.of(us, other);
    }
}

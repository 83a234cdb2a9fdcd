package org.comity.capacity.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.capacity.AgreedMatches;
import org.comity.capacity.matching.NeedInRound;
import org.comity.capacity.matching.OfferInRound;
import org.comity.capacity.matching.PairAnswer;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundInput;
import org.comity.casework.Compartments;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The needs and offers on the list that this node keeps, as their threads say; read many at a look, never one by one. */
@Component
class ListedHelp implements AgreedMatches {

    static final int MOST = 2_000;

    static final String ON_THE_LIST = "Open";

    private static final Comparator<RequestRow> BY_AGE =
            Comparator.comparing(RequestRow::openedAt).thenComparing(RequestRow::thread);

    private final Requests requests;
    private final Threads threads;
    private final SaidOfHelp said;
    private final MatchedProcedures matched = MatchedProcedures.read();
    private final List<String> answering = MatchedProcedures.answering();
    private final GroupsOfStates groups;

    ListedHelp(Requests requests, Threads threads, Procedures procedures, GroupsOfStates groups) {
        this.requests = requests;
        this.threads = threads;
        this.said = new SaidOfHelp(threads, procedures);
        this.groups = groups;
    }

    /** Those that nobody closed, oldest first; what waits to be confirmed or admitted too. */
    List<RequestRow> needs() {
        return open(matched.needs());
    }

    /** Those of these references that are here, by reference. */
    Map<String, RequestRow> needs(Collection<String> references) {
        return named(matched.needs(), references);
    }

    /** The same of offers. */
    Map<String, RequestRow> offers(Collection<String> references) {
        return named(matched.offers(), references);
    }

    /** Offers that stand on the list, also while a proposal waits for its answers; none that is paused. Oldest first. */
    List<ListedOffer> listedOffers() {
        var rows = in(Stream.concat(Stream.of(ON_THE_LIST), answering.stream()).toList(), matched.offers());
        var acts = acts(rows);
        return rows.stream()
                .map(it -> new ListedOffer(it.reference(), it.counterpart(), acts(acts, it)))
                .toList();
    }

    /** In which a proposal waits for an answer: needs and offers, at most as many of each state. */
    List<RequestRow> waiting(int most) {
        return in(answering, matched.both(), most);
    }

    List<RequestRow> offers() {
        return open(matched.offers());
    }

    boolean isNeed(RequestRow row) {
        return row.law().equals(matched.needs()) && row.ourRole() == Role.REQUESTED;
    }

    /** The need that alone ever had this reference. */
    Optional<RequestRow> alone(String reference) {
        return requests.alone(matched.needs(), Role.REQUESTED, reference);
    }

    Optional<RequestRow> need(String reference) {
        return open(matched.needs(), reference);
    }

    Optional<RequestRow> offer(String reference) {
        return open(matched.offers(), reference);
    }

    private Optional<RequestRow> open(String law, String reference) {
        return of(law, List.of(reference)).stream().filter(this::isOpen).findFirst();
    }

    ActsOfHelp said(RequestRow row) {
        return acts(acts(List.of(row)), row);
    }

    /** What boards may say of what stands on the list, by subject. */
    Map<String, NeedOnBoard> onTheList() {
        var shown = new TreeMap<String, NeedOnBoard>();
        for (var need : listedNeeds()) {
            NeedOnBoard.of(need.state(), need.acts()).ifPresent(it -> shown.put(need.subject(), it));
        }
        return shown;
    }

    /** Only what stands on the list, with no question and no proposal open; oldest first. */
    List<ListedNeed> listedNeeds() {
        var rows = listed(matched.needs());
        var acts = acts(rows);
        return rows.stream()
                .map(it -> new ListedNeed(it.reference(), it.counterpart(), acts(acts, it)))
                .toList();
    }

    /**
     * What takes part: only what stands on the list, with no question and no proposal open.
     *
     * @param grouped on this day groups of States count
     */
    RoundInput input(String round, LocalDate opens, LocalDate grouped, int room, List<PairAnswer> answers) {
        var needsListed = listedNeeds();
        var signed = new SignedNeeds(threads);
        List<NeedInRound> needs = needsListed.stream()
                .map(it -> ReadingHelp.need(it.reference(), it.state(), it.acts(), opens, signed.twice(it.acts())))
                .toList();
        var offerRows = listed(matched.offers());
        var authors = new HashMap<String, String>();
        needsListed.forEach(it -> toldApart(authors, it.reference(), it.author()));
        offerRows.forEach(it -> toldApart(authors, it.reference(), it.counterpart()));
        var offerActs = acts(offerRows);
        List<OfferInRound> offers = new ArrayList<>();
        for (var row : offerRows) {
            offers.add(ReadingHelp.offer(
                    row.reference(),
                    row.counterpart(),
                    groups.regions(StateParty.codeOf(row.counterpart())),
                    acts(offerActs, row),
                    opens));
        }
        var codes = new TreeSet<String>();
        needs.forEach(it -> codes.add(it.state()));
        var known = new TreeSet<String>();
        needs.forEach(it -> known.add(it.id()));
        offers.forEach(it -> known.add(it.id()));
        return new RoundInput(
                round,
                opens,
                codes.stream().map(it -> groups.of(it, grouped, room)).toList(),
                needs,
                offers,
                answers.stream()
                        .filter(it -> known.contains(it.need())
                                || known.contains(it.offer())
                                || it.round().equals(round) && codes.contains(it.state()))
                        .toList());
    }

    /** A round knows needs and offers by their references alone. */
    private static void toldApart(Map<String, String> authors, String reference, String author) {
        var other = authors.put(reference, author);
        if (other != null) throw RoundNotPossible.sameReference(reference, other, author);
    }

    /**
     * What became of what a solved round proposed; what waits for an answer is not there. A need or an offer that was closed
     * before both had said yes leaves its round: nobody waits for it. One that few may see still answers.
     */
    List<PairAnswer> answers(RoundFile file) {
        return answers(file, null);
    }

    /** The same as this official, by id, may see it. */
    List<PairAnswer> answers(RoundFile file, @Nullable String reader) {
        var placed = file.solution().placed();
        var needs = named(matched.needs(), placed.stream().map(it -> it.need()).toList(), reader);
        var offers =
                named(matched.offers(), placed.stream().map(it -> it.offer()).toList(), reader);
        var standing = new HashSet<String>();
        Stream.of(needs, offers)
                .flatMap(it -> it.values().stream())
                .filter(this::isOpen)
                .forEach(it -> standing.add(it.reference()));
        var acts = acts(needs.values());
        var round = file.problem().round();
        var since = file.frozen().truncatedTo(ChronoUnit.SECONDS);
        var states = new HashMap<String, String>();
        file.problem().needs().forEach(it -> states.put(it.id(), it.state()));
        return placed.stream()
                .map(it -> {
                    var row = needs.get(it.need());
                    var said = row == null
                            ? Optional.<Boolean>empty()
                            : ReadingHelp.agreed(round, it.offer(), since, acts(acts, row));
                    boolean left = !standing.contains(it.need()) || !standing.contains(it.offer());
                    return said.or(() -> left ? Optional.of(false) : Optional.empty())
                            .map(yes -> new PairAnswer(
                                    round,
                                    it.need(),
                                    Objects.requireNonNull(states.get(it.need())),
                                    it.offer(),
                                    it.units(),
                                    yes));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Set<HelpMatch> agreed(Collection<HelpMatch> asked) {
        if (asked.isEmpty()) return Set.of();
        var needs = named(matched.needs(), asked.stream().map(HelpMatch::need).toList());
        var acts = acts(needs.values());
        var agreed = new HashSet<HelpMatch>();
        for (var match : asked) {
            var row = needs.get(match.need());
            if (row == null) continue;
            var said = ReadingHelp.agreed(match.round(), match.offer(), Instant.EPOCH, acts(acts, row));
            if (said.orElse(false)) agreed.add(match);
        }
        return agreed;
    }

    private Map<String, RequestRow> named(String law, Collection<String> references) {
        return named(law, references, Compartments.ANYBODY);
    }

    /** Where several have one reference, the oldest that is open, else the newest. */
    private Map<String, RequestRow> named(String law, Collection<String> references, @Nullable String reader) {
        var found = requests.ofReferences(law, Role.REQUESTED, references, reader);
        var rows = new HashMap<String, RequestRow>();
        Stream.concat(found.stream().filter(this::isOpen), found.reversed().stream())
                .forEach(it -> rows.putIfAbsent(it.reference(), it));
        return rows;
    }

    private List<RequestRow> of(String law, Collection<String> references) {
        return requests.ofReferences(law, Role.REQUESTED, references, Compartments.ANYBODY);
    }

    boolean isOpen(RequestRow row) {
        return matched.open().contains(row.state());
    }

    private List<RequestRow> listed(String law) {
        return in(List.of(ON_THE_LIST), law);
    }

    private List<RequestRow> open(String law) {
        return in(List.copyOf(matched.open()), law);
    }

    /** Oldest first; what is closed to named officers is in no round. */
    private List<RequestRow> in(List<String> states, String law) {
        return in(states, List.of(law), MOST);
    }

    private List<RequestRow> in(List<String> states, Collection<String> laws, int most) {
        return requests.ofLaws(laws, Role.REQUESTED, states, Compartments.ANYBODY, most).stream()
                .sorted(BY_AGE)
                .toList();
    }

    /** What was said of each of these, by the id of its thread. */
    Map<String, ActsOfHelp> acts(Collection<RequestRow> rows) {
        return said.of(rows);
    }

    private static ActsOfHelp acts(Map<String, ActsOfHelp> all, RequestRow row) {
        return Objects.requireNonNull(all.get(row.thread()), row.thread());
    }
}

package org.comity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.GivenRequests;
import org.comity.casework.PreparedActs;
import org.comity.casework.ShortActs;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.OurEntry;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.ui.Language;
import org.comity.ui.Tab;
import org.comity.ui.Words;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an official has to do now: emergencies, then what is due first; fifty rows, never more. */
@Component
class ReadingDesk {

    private static final int ROWS = 50;
    private static final String DRILL = "drill";
    private static final List<View> VIEWS =
            List.of(View.OURS_TO_ACT, View.ANSWER_NOW, View.ENDS_SOON, View.WAITING, View.MINE, View.ALL_OPEN);

    private final Requests requests;
    private final WithOfficers withOfficers;
    private final ShortActs shortActs;
    private final Confirmations confirmations;
    private final PreparedActs prepared;
    private final Compartments compartments;
    private final CountedOnce counted;
    private final SavedViews saved;
    private final HandingOver handing;
    private final Procedures procedures;
    private final Directory directory;
    private final OurEntry ourEntry;
    private final Officials officials;
    private final GivenRequests given;
    private final Words words;
    private final Clock clock;

    // More than eight: the desk is where all that waits comes together; each finds one group of its rows.
    ReadingDesk(
            Requests requests,
            WithOfficers withOfficers,
            ShortActs shortActs,
            Confirmations confirmations,
            PreparedActs prepared,
            Compartments compartments,
            CountedOnce counted,
            SavedViews saved,
            HandingOver handing,
            Procedures procedures,
            Directory directory,
            OurEntry ourEntry,
            Officials officials,
            GivenRequests given,
            Words words,
            Clock clock) {
        this.requests = requests;
        this.withOfficers = withOfficers;
        this.shortActs = shortActs;
        this.confirmations = confirmations;
        this.prepared = prepared;
        this.compartments = compartments;
        this.counted = counted;
        this.saved = saved;
        this.handing = handing;
        this.procedures = procedures;
        this.directory = directory;
        this.ourEntry = ourEntry;
        this.officials = officials;
        this.given = given;
        this.words = words;
        this.clock = clock;
    }

    /** @param disputes {@link DeskView.Disputed#next()} of the page before; null for the first */
    DeskView read(DeskQuery query, @Nullable String disputes, Official by, Language language) {
        var now = clock.instant();
        var first = withOfficers.page(language, by, null);
        var inHand =
                query.onlyOfficers() && query.after() != null ? withOfficers.page(language, by, query.after()) : first;
        var page = query.onlyOfficers()
                ? new Requests.Page(List.of(), null)
                : requests.list(filter(query, by, now), query.order(), query.after(), ROWS);
        var counts = counted.views(by.id());
        var awaited = confirmations.awaited(by.id());
        var groups = new LinkedHashMap<String, List<DeskView.Row>>();
        var owners = owners(page.rows(), officials);
        boolean presses = by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER);
        for (var row : page.rows()) {
            groups.computeIfAbsent(
                            query.order() == Order.DUE
                                    ? group(row, now)
                                    : query.order().name(),
                            it -> new ArrayList<>())
                    .add(view(row, owners));
        }
        // It goes before no other request.
        var drills = groups.remove(DRILL);
        if (drills != null) groups.put(DRILL, drills);
        return new DeskView(
                query.view().name(),
                counts.getOrDefault(View.OURS_TO_ACT, 0),
                tabs(query, counts, inEarnest(first), language),
                groups.entrySet().stream()
                        .map(it -> new DeskView.Group(it.getKey(), it.getValue()))
                        .toList(),
                withOfficers.shown(inHand.rows(), query, by),
                withOfficers.waiting(first.rows(), by),
                ourEntry.toApprove(by).orElse(null),
                presses ? prepared.waiting(compartments.hiddenFrom(by.id())) : PreparedActs.Waiting.NONE,
                presses
                        ? prepared.first(
                                page.rows().stream().map(RequestRow::thread).toList())
                        : Map.of(),
                disputed(disputes, by),
                awaited.size(),
                withOfficers.toConfirm(first.rows(), by),
                query.onlyOfficers() ? inHand.next() : page.cursor(),
                query.filtered(),
                query.text(),
                new DeskView.Filters(
                        query.role() == null ? null : query.role().word(),
                        query.channels().stream().map(Channel::name).toList(),
                        query.state(),
                        query.stands(),
                        query.mine(),
                        query.emergency(),
                        query.owner(),
                        given.officers(List.of()),
                        query.laws(),
                        procedures.laws(),
                        query.order().name(),
                        Objects.requireNonNullElse(counterparts(query.state()), List.of("any"))
                                .isEmpty()),
                saved.of(by),
                query.address(),
                handing.waiting(by),
                query.onlyOfficers() || first.next() == null ? "" : query.addressOfOfficers());
    }

    private DeskView.Disputed disputed(@Nullable String after, Official by) {
        var page = requests.disputed(by, after);
        boolean all = after == null && page.cursor() == null;
        return new DeskView.Disputed(all ? page.rows().size() : requests.countDisputed(by), page.rows(), page.cursor());
    }

    /** No number where there is more than was looked at. */
    private static @Nullable Integer inEarnest(WithOfficers.Page first) {
        if (first.next() != null) return null;
        return (int)
                first.rows().stream().filter(it -> !it.act().draft().drill()).count();
    }

    /** One look at what ends within 14 days, which has an index; the numbers are those of the tabs. */
    CalmDesk calm(Official by) {
        var soon = Requests.Filter.of(View.ENDS_SOON, clock.instant()).readBy(by.id());
        var counts = counted.views(by.id());
        return new CalmDesk(
                counts.getOrDefault(View.ALL_OPEN, 0),
                counts.getOrDefault(View.WAITING, 0),
                requests.list(soon, Order.ENDS, null, 1).rows().stream()
                        .findFirst()
                        .orElse(null));
    }

    private Requests.Filter filter(DeskQuery query, Official by, Instant now) {
        return new Requests.Filter(
                query.view(),
                query.role(),
                query.channels(),
                query.stands().isEmpty() ? null : query.stands(),
                counterparts(query.state()),
                query.owner(by),
                query.text().isBlank() ? null : query.text(),
                now,
                query.laws(),
                by.id(),
                query.emergency());
    }

    /** A State is typed by name or code, and may have several authorities; what fits nothing finds nothing. */
    private @Nullable List<String> counterparts(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return directory.all().stream()
                .filter(it -> DeskQuery.names(typed, it))
                .map(Participant::id)
                .toList();
    }

    /** Names by id; each is looked up once, however many rows are in these hands. */
    static Map<String, String> owners(List<RequestRow> rows, Officials officials) {
        return rows.stream()
                .map(RequestRow::owner)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(it -> officials.find(it).stream())
                .collect(Collectors.toMap(Official::id, Official::name));
    }

    private DeskView.Row view(RequestRow row, Map<String, String> owners) {
        return new DeskView.Row(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                row.owner() == null ? null : owners.get(row.owner()),
                row.turn() == RequestRow.Turn.OURS && row.next() != null && shortActs.isShort(row, row.next()),
                procedures
                        .find(row.procedure())
                        .filter(_ -> row.next() != null)
                        .map(it -> it.keys().get(row.next()))
                        .orElse(null));
    }

    private String group(RequestRow row, Instant now) {
        if (row.drill()) {
            return DRILL;
        }
        if (row.unsent()) {
            return "unsent";
        }
        if (!row.ours()) {
            return row.turn() == RequestRow.Turn.THEIRS ? "theirs" : open(row) ? "open" : "closed";
        }
        var due = row.dueBy();
        if (row.emergency() || due != null && due.isBefore(now.plus(Duration.ofHours(1)))) {
            return "now";
        }
        return unacknowledged(row) || due != null && due.isBefore(now.plus(Duration.ofHours(12))) ? "today" : "later";
    }

    private boolean unacknowledged(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it -> it.unacknowledged(row))
                .isPresent();
    }

    /** What stands on a list, or under way with nothing to say, has not ended though it is nobody's turn. */
    private boolean open(RequestRow row) {
        return procedures
                .find(row.procedure())
                .filter(it -> it.steps().open(row.state()))
                .isPresent();
    }

    /** A number counts a whole view: where filters narrow the list, it would be of something else. */
    private List<Tab> tabs(DeskQuery query, Map<View, Integer> counts, @Nullable Integer inHand, Language language) {
        var tabs = VIEWS.stream()
                .map(it -> new Tab(
                        words.say(language, "desk.view." + it.name()),
                        "/desk?" + query.addressIn(it),
                        query.filtered() ? null : counts.getOrDefault(it, 0),
                        counts.getOrDefault(it, 0) == 0
                                ? ""
                                : it == View.ANSWER_NOW ? "r" : it == View.ENDS_SOON ? "a" : "",
                        it == query.view() && !query.onlyOfficers()))
                .collect(Collectors.toCollection(ArrayList::new));
        tabs.add(
                VIEWS.indexOf(View.ENDS_SOON),
                new Tab(
                        words.say(language, "desk.group.officers"),
                        "/desk?" + query.addressInHand(),
                        query.filtered() ? null : inHand,
                        "",
                        query.onlyOfficers()));
        return List.copyOf(tabs);
    }
}

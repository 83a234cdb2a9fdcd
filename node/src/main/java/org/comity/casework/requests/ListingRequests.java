package org.comity.casework.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.casework.Compartments;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.ListPage;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, counts and finds requests in the database, without those that are closed to the reader. */
@Component
class ListingRequests implements Requests {

    private static final int MOST = 50;
    private static final int MOST_OF_LAW = 2_000;
    private static final int MOST_AT_ONCE = 500;

    private static final List<View> COUNTED =
            List.of(View.OURS_TO_ACT, View.ANSWER_NOW, View.ENDS_SOON, View.WAITING, View.ALL_OPEN, View.MINE);

    private final RequestRows rows;
    private final WaitingRows waiting;
    private final RequestsOfYear ofYear;
    private final NoticeRows notices;
    private final ListRows list;
    private final ListByWords byWords;
    private final Compartments compartments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // More than eight: the list is read and written here alone, each change is on record, told, and dated.
    ListingRequests(
            RequestRows rows,
            WaitingRows waiting,
            RequestsOfYear ofYear,
            NoticeRows notices,
            ListRows list,
            ListByWords byWords,
            Compartments compartments,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.ofYear = ofYear;
        this.notices = notices;
        this.list = list;
        this.byWords = byWords;
        this.compartments = compartments;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<RequestRow> find(String reference) {
        var named = rows.at(RequestAddress.of(reference));
        return one(named.size() > 1 ? seen(named, Compartments.ANYBODY) : named);
    }

    @Override
    public Optional<RequestRow> find(String reference, String reader) {
        var seen = seen(rows.at(RequestAddress.of(reference)), reader);
        var open = seen.size() > 1 ? seen(seen, Compartments.ANYBODY) : seen;
        return one(open.isEmpty() ? seen : open);
    }

    private List<RequestRow> seen(List<RequestRow> named, String reader) {
        return compartments.seen(named, RequestRow::thread, reader);
    }

    private static Optional<RequestRow> one(List<RequestRow> named) {
        if (named.size() > 1) {
            throw new Shared(named.getFirst());
        }
        return named.stream().findFirst();
    }

    @Override
    public Optional<RequestRow> ofThread(String thread) {
        return rows.ofThread(thread);
    }

    @Override
    public List<RequestRow> ofThreads(Collection<String> threads) {
        return threads.isEmpty() ? List.of() : rows.ofThreads(threads);
    }

    @Override
    public Page list(Filter filter, Order order, @Nullable String after, int limit) {
        return from(filter, order, ListCursor.read(after), limit);
    }

    @Override
    public Page changed(Filter filter, Instant since, @Nullable String after, int limit) {
        var place = ListCursor.read(after);
        return from(filter, Order.CHANGED, place == null ? ListCursor.changed(since) : place, limit);
    }

    private Page from(Filter filter, Order order, @Nullable ListCursor after, int limit) {
        int bounded = Math.clamp(limit, 1, MOST);
        var text = filter.text();
        var asked = new ListRows.Asked(filter, hidden(filter.reader()), order, after);
        if (text != null && !text.isBlank()) {
            return byWords.list(asked, text, bounded);
        }
        return ListCursor.page(list.rows(asked, bounded + 1), bounded, order);
    }

    @Override
    public Page notWaitingFor(String counterpart, @Nullable String after, int limit) {
        int bounded = Math.clamp(limit, 1, MOST);
        var page = ListPage.of(waiting.notWaitingFor(counterpart, ListCursor.read(after), bounded + 1), bounded);
        return new Page(page.rows(), page.next(it -> ListCursor.byTurn(it).text()));
    }

    @Override
    public List<RequestRow> ofLaw(String law, Role role, String reader, int most) {
        return list.inEarnest(List.of(ofLaw(null, law, role, hidden(reader))), Math.clamp(most, 1, MOST_OF_LAW));
    }

    @Override
    public List<RequestRow> ofLaws(Collection<String> laws, Role role, List<String> states, String reader, int most) {
        var hidden = hidden(reader);
        var each = laws.stream()
                .flatMap(law -> states.stream().map(it -> ofLaw(it, law, role, hidden)))
                .toList();
        return list.inEarnest(each, Math.clamp(most, 1, MOST_OF_LAW));
    }

    @Override
    public List<RequestRow> ofReferences(
            String law, Role role, Collection<String> references, @Nullable String reader) {
        if (references.isEmpty()) return List.of();
        var hidden = hidden(reader);
        return rows.ofReferences(law, role, references).stream()
                .filter(it -> !it.drill() && !hidden.contains(it.thread()))
                .toList();
    }

    private static ListRows.Asked ofLaw(@Nullable String state, String law, Role role, Set<String> hidden) {
        var filter = new Filter(View.ALL, role, List.of(), state, null, null, null, null, List.of(law), null);
        return new ListRows.Asked(filter, hidden, Order.NEWEST, null);
    }

    @Override
    public Counts counts(String official, Instant now) {
        return new Counts(Map.copyOf(rows.counts(COUNTED, official, hidden(official), now)));
    }

    @Override
    public Page awaitingOrder(Official by, @Nullable String after) {
        return ListCursor.page(
                waiting.awaitingOrder(hidden(by.id()), ListCursor.read(after), MOST_ON_PAGE + 1),
                MOST_ON_PAGE,
                Order.NEWEST);
    }

    @Override
    public int countAwaitingOrder(Official by) {
        return waiting.countAwaitingOrder(hidden(by.id()));
    }

    @Override
    public boolean awaitsOrder(String thread) {
        return rows.awaitsOrder(thread);
    }

    @Override
    public Page disputed(Official by, @Nullable String after) {
        return ListCursor.page(
                waiting.disputed(hidden(by.id()), ListCursor.read(after), MOST_ON_PAGE + 1),
                MOST_ON_PAGE,
                Order.CHANGED);
    }

    @Override
    public int countDisputed(Official by) {
        return waiting.countDisputed(hidden(by.id()));
    }

    @Override
    @Transactional
    public void settled(String thread) {
        ofThread(thread).ifPresent(it -> rows.ended(thread, it.state(), clock.instant()));
        notices.tell(thread, null, false, clock.instant());
        events.publishEvent(new RequestSettled(thread));
    }

    @Override
    public int count(View view, String reader, Instant now) {
        return rows.count(view, null, hidden(reader), now);
    }

    @Override
    public int count(Filter filter) {
        return countEach(List.of(new Counted(filter, null))).getFirst();
    }

    @Override
    public List<Integer> countEach(List<Counted> each) {
        if (each.isEmpty()) return List.of();
        return list.count(each.stream()
                .map(it -> new ListRows.Ending(asked(it.filter()), it.until()))
                .toList());
    }

    private ListRows.Asked asked(Filter filter) {
        return new ListRows.Asked(filter, hidden(filter.reader()), Order.DUE, null);
    }

    @Override
    @Transactional
    public void own(String reference, @Nullable String owner, Official by) {
        var row = known(reference);
        rows.owner(row.thread(), owner, clock.instant());
        ledger.record(by, owner == null ? "request.handed-back" : "request.taken", row.thread(), Map.of());
    }

    @Override
    @Transactional
    public void noticed(String reference, Official by) {
        var row = known(reference);
        notices.tell(row.thread(), null, false, clock.instant());
        ledger.record(by, "request.notice-read", row.thread(), Map.of());
    }

    @Override
    public void ofYear(int year, String reader, Predicate<RequestRow> goesOn) {
        var hidden = hidden(reader);
        RequestRow last = null;
        List<RequestRow> some;
        do {
            some = ofYear.opened(year, hidden, last, MOST_AT_ONCE);
            for (var row : some) {
                if (!goesOn.test(row)) return;
            }
            last = some.isEmpty() ? null : some.getLast();
        } while (some.size() == MOST_AT_ONCE);
    }

    @Override
    public List<Arrived> arrived(Instant from, Instant to, String reader, int most) {
        return ofYear.arrived(from, to, hidden(reader), Math.clamp(most, 1, MOST_OF_LAW));
    }

    @Override
    public void keptOpen(java.util.function.Consumer<RequestRow> each) {
        var last = "";
        List<RequestRow> some;
        do {
            some = rows.keptOpen(last, MOST);
            some.forEach(each);
            last = some.isEmpty() ? last : some.getLast().thread();
        } while (some.size() == MOST);
    }

    @Override
    public List<Figure> figures(int year, String reader) {
        return ofYear.figures(year, hidden(reader));
    }

    private Set<String> hidden(@Nullable String reader) {
        return reader == null ? Set.of() : compartments.hiddenFrom(reader);
    }

    private RequestRow known(String reference) {
        return find(reference).orElseThrow(() -> new Unknown(reference));
    }

    /** Two authorities of one State gave this reference, and it is not said which is meant. */
    static final class Shared extends RuleBroken {
        Shared(RequestRow one) {
            super("request.shared-reference", Map.of("reference", one.reference(), "address", one.address()));
        }
    }

    static final class Unknown extends RuleBroken {
        Unknown(String reference) {
            super("request.unknown", Map.of("reference", CutText.to(reference, 20)));
        }
    }
}

package org.comity.casework.orders;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import gg.jte.TemplateEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.casework.AnsweredOrders;
import org.comity.casework.AnsweredOrders.Answered;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.ThreadCard;
import org.comity.casework.orders.ServedView.GrantedOrder;
import org.comity.casework.orders.ServedView.How;
import org.comity.casework.orders.ServedView.Left;
import org.comity.casework.orders.ServedView.Line;
import org.comity.casework.orders.ServedView.Sent;
import org.comity.casework.orders.ServedView.Way;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNotes;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.ServingOrders.Deletion;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the card of the orders that were served for a request, beside it; and the way back, beside each of these. */
@Component
@Order(21)
class ServedCard implements ThreadCard {

    private final TemplateEngine templates;
    private final ServingOrder serving;
    private final ServedRows rows;
    private final Procedures procedures;
    private final Drafts drafts;
    private final Threads threads;
    private final Directory directory;
    private final CaseAccess access;
    private final AnsweredOrders answered;
    private final Compartments compartments;
    private final ProviderNotes notes;

    // More than eight: each is one thing that the card shows or leads to.
    ServedCard(
            TemplateEngine templates,
            ServingOrder serving,
            ServedRows rows,
            Procedures procedures,
            Drafts drafts,
            Threads threads,
            Directory directory,
            CaseAccess access,
            AnsweredOrders answered,
            Compartments compartments,
            ProviderNotes notes) {
        this.templates = templates;
        this.serving = serving;
        this.rows = rows;
        this.procedures = procedures;
        this.drafts = drafts;
        this.threads = threads;
        this.directory = directory;
        this.access = access;
        this.answered = answered;
        this.compartments = compartments;
        this.notes = notes;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayWrite(by)) return Optional.empty();
        var orders = granted(row);
        var ways = orders.rows().isEmpty() ? List.<Way>of() : ways(row);
        var left = left(row);
        var lines = lines(row, left, by);
        var view = new ServedView(
                row.address(),
                ways.isEmpty() ? new ListPage<>(List.of(), false) : orders,
                ways,
                lines,
                grantedIn(row, by),
                lines.rows().stream().anyMatch(it -> it.is(Sent::left)) ? left : null,
                notes.of(ways.stream()
                        .flatMap(it -> it.on().stream())
                        .map(Participant::id)
                        .toList()));
        return view.empty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "casework/orders/served.jte", Map.of("view", view)));
    }

    private ListPage<GrantedOrder> granted(RequestRow row) {
        var orders = serving.orders(row);
        return new ListPage<>(
                orders.rows().stream()
                        .map(it -> new GrantedOrder(it.id(), it.order().number()))
                        .toList(),
                orders.more());
    }

    private List<Way> ways(RequestRow row) {
        return serving.in(row).stream()
                .map(it -> new Way(it.law(), serving.on(it)))
                .toList();
    }

    /** Nothing of a thread that is closed to this officer. */
    private ListPage<Line> lines(RequestRow row, @Nullable Left left, Official by) {
        var begun = serving.begun(row);
        var of = begun.rows().stream()
                .flatMap(it -> Stream.ofNullable(it.thread()))
                .toList();
        var seen = new HashMap<String, RequestRow>();
        access.ofThreads(of, by).forEach(it -> seen.put(it.thread(), it));
        var registers = new HashMap<String, Threads.Thread>();
        if (!seen.isEmpty()) threads.find(seen.keySet()).forEach(it -> registers.put(it.id(), it));
        var answers = seen.isEmpty() ? List.<Answered>of() : answered.to(row.thread());
        var deletions = deletions(seen, registers);
        var lines = new ArrayList<Line>();
        for (var it : begun.rows()) {
            var order = it.thread() == null ? null : seen.get(it.thread());
            if (order == null && it.status() == Draft.Status.SENT) continue;
            var on = GoneParticipant.shown(directory, it.counterpart());
            var sent = order == null
                    ? null
                    : sent(order, registers.get(order.thread()), left, answers, deletions.get(order.thread()));
            lines.add(new Line(it.draft(), it.status() == Draft.Status.WRITING, on, sent));
        }
        return new ListPage<>(lines, begun.more());
    }

    /** Of orders that have ended, by thread. */
    private Map<String, Deletion> deletions(Map<String, RequestRow> orders, Map<String, Threads.Thread> registers) {
        var over = registers.values().stream().filter(ServedCard::ended).toList();
        var found = new HashMap<String, Deletion>();
        if (over.isEmpty()) return found;
        var acts = threads.effective(over.stream().map(Threads.Thread::id).toList()).stream()
                .collect(groupingBy(KeptAct::thread));
        for (var thread : over) {
            procedures
                    .find(Objects.requireNonNull(orders.get(thread.id())).procedure())
                    .flatMap(it -> it.serving())
                    .flatMap(it -> it.deletion(thread, acts.getOrDefault(thread.id(), List.of())))
                    .ifPresent(it -> found.put(thread.id(), it));
        }
        return found;
    }

    /** Nobody ends or closes an order with its request: its provider keeps the data until it is told. */
    private @Nullable Left left(RequestRow row) {
        if (ended(threads.find(row.thread()).orElse(null))) return Left.ENDED;
        return closed(row) ? Left.CLOSED : null;
    }

    /** Of a request that is closed only those that more may see. */
    private boolean stands(RequestRow order, Threads.@Nullable Thread register, Left left) {
        return !ended(register) && !order.recalled() && (left == Left.ENDED || !closed(order));
    }

    private static boolean ended(Threads.@Nullable Thread thread) {
        var state = thread == null ? null : thread.state();
        return state != null && state.ended();
    }

    private boolean closed(RequestRow row) {
        return compartments.hiddenFrom(Compartments.ANYBODY).contains(row.thread());
    }

    private Sent sent(
            RequestRow order,
            Threads.@Nullable Thread register,
            @Nullable Left left,
            List<Answered> answers,
            @Nullable Deletion deletion) {
        var letter = order.dispatch();
        boolean came = procedures
                        .find(order.procedure())
                        .filter(it -> !it.unacknowledged().contains(order.state()))
                        .isPresent()
                && register != null
                && register.lastEntry() > 0;
        boolean opened = letter != null && letter.stage() == Dispatch.Stage.RECEIVED;
        var how = letter == null ? How.NODE : letter.atSeat() ? How.SEAT : How.LETTER;
        return new Sent(
                order,
                left != null && stands(order, register, left),
                how,
                came || opened,
                answers.stream()
                        .filter(it -> it.address().equals(order.address()))
                        .collect(groupingBy(it -> it.answer().held(), TreeMap::new, counting())),
                deletion);
    }

    private @Nullable RequestRow grantedIn(RequestRow row, Official by) {
        var procedure = procedures.find(row.procedure());
        if (procedure.flatMap(it -> it.serving()).isEmpty()) return null;
        return threads.opening(row.thread())
                .flatMap(it -> drafts.ofAct(it.id()))
                .flatMap(it -> rows.find(it.id()))
                .flatMap(it -> access.ofThread(it.request(), by))
                .orElse(null);
    }
}

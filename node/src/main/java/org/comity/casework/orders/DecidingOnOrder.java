package org.comity.casework.orders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.AwaitedOrder;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.OrderAlarms;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.seal.Container;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.LivePages;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a magistrate read the request, and nothing else of it, and grant or refuse; the domestic file holds what was decided.
 */
@Component
class DecidingOnOrder implements AwaitedOrder {

    private static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    private final OrderRows rows;
    private final Requests requests;
    private final CaseAccess access;
    private final Threads threads;
    private final Directory directory;
    private final DomesticFile file;
    private final Ledger ledger;
    private final Words words;
    private final LivePages live;
    private final Clock clock;
    private final Procedures procedures;
    private final OrderLengths lengths;
    private final OrderAlarms alarms;

    // More than eight: a magistrate sees one page, made of what the thread, its file and its law say.
    DecidingOnOrder(
            OrderRows rows,
            Requests requests,
            CaseAccess access,
            Threads threads,
            Directory directory,
            DomesticFile file,
            Ledger ledger,
            Words words,
            LivePages live,
            Clock clock,
            Procedures procedures,
            OrderLengths lengths,
            OrderAlarms alarms) {
        this.rows = rows;
        this.requests = requests;
        this.access = access;
        this.threads = threads;
        this.directory = directory;
        this.file = file;
        this.ledger = ledger;
        this.words = words;
        this.live = live;
        this.clock = clock;
        this.procedures = procedures;
        this.lengths = lengths;
        this.alarms = alarms;
    }

    /** @param after {@link OrdersView#next()} of the page before; null for the first */
    OrdersView awaiting(@Nullable String after, Official by) {
        access.mustOrder(by);
        var page = requests.awaitingOrder(by, after);
        return new OrdersView(
                page.rows().stream()
                        .map(it -> new OrdersView.Line(it, GoneParticipant.shown(directory, it.counterpart())))
                        .toList(),
                page.cursor());
    }

    /**
     * @param typed what did not pass, or null to show the draft
     * @param shown the version of the draft that its writer saw; null for the one that is kept
     */
    @Transactional
    OrderView view(
            String reference,
            @Nullable TypedOrder typed,
            @Nullable Long shown,
            FormProblems problems,
            Official by,
            Locale language) {
        var row = access.forOrder(reference, by);
        ledger.record(by, "order.read", row.thread(), Map.of("reference", reference));
        var opening = threads.opening(row.thread());
        var sections = opening.filter(Threads.KeptAct::bodyKept)
                .map(it -> procedures
                        .of(row.procedure())
                        .rendering()
                        .sections(
                                it.envelope().convention(),
                                it.thread(),
                                it.envelope().type(),
                                it.envelope().facts(),
                                it.body(),
                                language))
                .orElse(List.<Section>of());
        boolean waits = requests.awaitsOrder(row.thread());
        var draft = rows.draft(row.thread());
        return new OrderView(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                sections,
                opening.map(Threads.KeptAct::forgottenAt).orElse(null),
                opening.map(it -> !it.ours()).orElse(false),
                Optional.ofNullable(typed)
                        .or(() -> draft.map(OrderRows.Draft::order))
                        .orElseGet(() -> empty(row, opening)),
                shown != null ? shown : draft.map(OrderRows.Draft::version).orElse(0L),
                waits,
                waits ? alarms.of(row).orElse(null) : null,
                problems);
    }

    /**
     * The signed document that was passed on.
     *
     * @param theirs the other State made it
     */
    record SentDocument(String name, byte[] content, boolean theirs) {}

    @Transactional
    SentDocument document(String reference, Official by) {
        var row = access.forOrder(reference, by);
        ledger.record(by, "order.read", row.thread(), Map.of("reference", reference));
        var opening = threads.opening(row.thread()).orElseThrow(OrderRefused::noDocument);
        var content = threads.container(opening.id())
                .map(it -> Container.read(it).files().get("act.pdf"))
                .orElseThrow(OrderRefused::noDocument);
        var name = row.reference() + ".pdf";
        return opening.ours()
                ? new SentDocument(name, content, false)
                : new SentDocument(opening.envelope().author() + "-" + name, content, true);
    }

    /** What lasts until a day that is over everywhere on earth keeps nothing. */
    FormProblems problems(TypedOrder order, Decision decision, Language language) {
        var found = order.problems(decision);
        var day = order.day();
        boolean over = day != null && day.isBefore(LocalDate.ofInstant(clock.instant(), LAST_TO_END_A_DAY));
        if (decision == Decision.GRANTED && over) {
            found = found.with("keepUntil", "orders.needed.day-ahead");
        }
        int beyond = text(order, language).length() - DomesticFile.LONGEST_TEXT;
        return decision == Decision.DRAFT || found.any() || beyond <= 0 ? found : order.shortenedBy(beyond);
    }

    /**
     * @param version of the draft that the page showed, 0 for none
     * @return false if somebody has saved other words since that version: neither's words are lost
     */
    @Transactional
    boolean put(String reference, TypedOrder order, long version, Decision decision, Official by, Language language) {
        var row = access.forOrder(reference, by);
        mustAwait(row.thread());
        var draft = rows.draft(row.thread());
        boolean same = draft.filter(it -> it.order().equals(order)).isPresent();
        // The same again, as when somebody presses twice.
        if (same && decision == Decision.DRAFT) return true;
        if (!same && version != draft.map(OrderRows.Draft::version).orElse(0L)) return false;
        var today = LocalDate.ofInstant(clock.instant(), directory.self().zone());
        var ends = decision == Decision.GRANTED ? lengths.lastDay(row, order.day(), today) : null;
        rows.put(row.thread(), order, decision, ends, by.id(), clock.instant());
        if (decision == Decision.DRAFT) {
            return true;
        }
        var kind = decision == Decision.GRANTED ? DomesticFile.Kind.ORDER : DomesticFile.Kind.ORDER_REFUSED;
        file.add(row.thread(), kind, text(order, language), order.number(), null, null, by);
        live.changed("requests", reference);
        return true;
    }

    @Override
    @Transactional
    public void mustAwait(String thread) {
        // Before it is asked: of two presses at once, the other one may be deciding.
        rows.lock(thread);
        if (!requests.awaitsOrder(thread)) throw OrderRefused.decided();
    }

    /** As the domestic file keeps it: one line for each field that says something. */
    private String text(TypedOrder order, Language language) {
        var lines = new ArrayList<String>();
        line(lines, language, "court", order.court());
        line(lines, language, "custodian", order.custodian());
        line(lines, language, "data", order.data());
        line(lines, language, "keepUntil", order.keepUntil());
        lines.add(words.say(language, order.mayTell() ? "orders.may-tell.yes" : "orders.may-tell.no"));
        line(lines, language, "reasons", order.reasons());
        return String.join("\n", lines);
    }

    private void line(List<String> lines, Language language, String field, String value) {
        if (!value.isEmpty()) {
            lines.add(words.say(language, "orders." + field) + ": " + value);
        }
    }

    private TypedOrder empty(RequestRow row, Optional<Threads.KeptAct> opening) {
        var custodian = opening.map(it -> procedures.of(row.procedure()).custodian(it.body()))
                .orElse("");
        return new TypedOrder("", "", custodian, "", "", false, "");
    }
}

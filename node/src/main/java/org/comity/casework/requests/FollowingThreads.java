package org.comity.casework.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.ActSent;
import org.comity.casework.SearchIndex;
import org.comity.exchange.SendingFailed;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.proof.act.Act;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRecalled;
import org.comity.thread.ActRegistered;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the list equal to the threads, inside the transaction that moves them. */
@Component
@Order(1)
class FollowingThreads implements ActFollower {

    private final RequestRows rows;
    private final SearchIndex search;
    private final NoticeRows notices;
    private final HeldUntilDecided held;
    private final Procedures procedures;
    private final RequestSubjects naming;
    private final NextStepDue dates;
    private final RequestsOfYear ofYear;
    private final Threads threads;
    private final LivePages live;
    private final Clock clock;

    // More than eight: each follows one thing of an entry: row, search, notice, date, arrival, open pages.
    FollowingThreads(
            RequestRows rows,
            SearchIndex search,
            NoticeRows notices,
            HeldUntilDecided held,
            Procedures procedures,
            RequestSubjects naming,
            NextStepDue dates,
            RequestsOfYear ofYear,
            Threads threads,
            LivePages live,
            Clock clock) {
        this.rows = rows;
        this.search = search;
        this.notices = notices;
        this.held = held;
        this.procedures = procedures;
        this.naming = naming;
        this.dates = dates;
        this.ofYear = ofYear;
        this.threads = threads;
        this.live = live;
        this.clock = clock;
    }

    /** Our opening act left, or waits to leave: the list shows it as sent, not yet registered. */
    @EventListener
    void sent(ActSent sent) {
        var act = sent.act();
        if (rows.ofThread(act.envelope().thread()).isEmpty()) {
            var row = opening(
                    act, Role.of(act.envelope().role()), act.envelope().addressee(), sent.channel(), sent.heldUntil());
            put(row);
        }
        live.changed("requests", RequestAddress.of(sent.reference()).reference());
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public void registered(ActRegistered event) {
        var act = event.act();
        notices.arrived(event.thread().id(), act.id(), clock.instant());
        // Locked before it is asked whose turn it is: what this waits for may be decided at the same moment.
        var known = rows.lock(event.thread().id())
                .orElseGet(() ->
                        opening(act, event.thread().ourRole(), event.thread().counterpart(), channel(act), null));
        var state = event.state();
        if (state == null) {
            return;
        }
        var on = procedures.of(event.thread().procedure()).steps();
        var turn = held.turn(state, known);
        var now = clock.instant();
        var offered = on.offered(state, known.ourRole(), now);
        var notice = event.entry().entry().effective()
                ? held.notice(known.notice(), state, known)
                : event.entry().entry().effect();
        var opening = openingBody(event);
        var due = dates.of(known, on, event, turn, opening, now);
        put(new RequestRow(
                known.thread(),
                known.reference(),
                known.procedure(),
                known.counterpart(),
                known.ourRole(),
                known.subject(),
                state.name(),
                on.until(state),
                turn,
                turn == Turn.OURS ? due.next(offered) : null,
                known.openedAt(),
                now,
                due.by(),
                due.asked(),
                known.emergency(),
                known.confidential(),
                known.channel(),
                known.owner(),
                notice,
                known.disputed(),
                known.ourCase(),
                theirCase(known, act),
                known.heldUntil(),
                known.subjects(),
                known.author(),
                known.shared(),
                known.unsent(),
                turnSince(known, turn, now),
                known.dispatch(),
                known.drill()));
        arrived(event, known);
        held.follow(known.thread());
        if (event.ours() && event.entry().entry().effective()) {
            live.entered("requests", known.reference());
        } else {
            live.changed("requests", known.reference());
        }
    }

    /**
     * Whoever asks us may have any clock; only the day of what came on paper was written down by us. Not by the clock of now: this
     * is told again of what was missed.
     */
    private void arrived(ActRegistered event, RequestRow row) {
        var envelope = event.act().envelope();
        if (event.entry().entry().n() != 1 || Role.of(envelope.role()) == row.ourRole()) return;
        boolean paper = envelope.facts().containsKey("recorded");
        ofYear.arrived(row.thread(), paper ? envelope.time() : kept(event.act().id()));
    }

    private Instant kept(String act) {
        return threads.act(act).map(Threads.KeptAct::keptAt).orElseGet(clock::instant);
    }

    /** What was to open the thread never left: nothing follows. */
    @EventListener
    void recalled(ActRecalled recalled) {
        if (recalled.opening()) {
            rows.ended(recalled.thread().id(), "Recalled", clock.instant());
        }
        tell(recalled.thread().id());
    }

    @EventListener
    void disputed(ThreadDisputed disputed) {
        notices.tell(disputed.thread(), "disputed", true, clock.instant());
        tell(disputed.thread());
    }

    @EventListener
    void failed(SendingFailed failed) {
        notices.unsent(failed.thread(), failed.act(), failed.code(), clock.instant());
        tell(failed.thread());
    }

    private void tell(String thread) {
        rows.ofThread(thread).ifPresent(row -> live.changed("requests", row.reference()));
    }

    private RequestRow opening(
            Act act, Role ourRole, String counterpart, Channel channel, @Nullable Instant heldUntil) {
        var envelope = act.envelope();
        var now = clock.instant();
        var subjects = naming.of(envelope.procedure(), act.body());
        return new RequestRow(
                envelope.thread(),
                envelope.facts().getOrDefault("reference", envelope.thread()),
                envelope.procedure(),
                counterpart,
                ourRole,
                subjects.getOrDefault("en", ""),
                "Sent",
                null,
                Turn.THEIRS,
                null,
                envelope.time(),
                now,
                null,
                false,
                // Nobody is woken for a drill, and none goes before what is real.
                !envelope.drill() && Boolean.TRUE.equals(act.body().get("emergency")),
                Boolean.TRUE.equals(act.body().get("secret")),
                channel,
                null,
                null,
                false,
                text(act, ourRole == Role.REQUESTING ? "ourCase" : "theirCase"),
                text(act, ourRole == Role.REQUESTING ? "theirCase" : "ourCase"),
                heldUntil,
                subjects,
                envelope.author(),
                false,
                false,
                null,
                null,
                envelope.drill());
    }

    /** What is said meanwhile, by us or by them, does not begin our turn anew. */
    private static @Nullable Instant turnSince(RequestRow known, Turn turn, Instant now) {
        if (turn != Turn.OURS) {
            return null;
        }
        return known.turn() == Turn.OURS && known.turnSince() != null ? known.turnSince() : now;
    }

    private Map<String, Object> openingBody(ActRegistered event) {
        return event.entry().entry().n() == 1
                ? event.act().body()
                : threads.opening(event.thread().id())
                        .map(Threads.KeptAct::body)
                        .orElse(Map.of());
    }

    private static Channel channel(Act act) {
        var facts = act.envelope().facts();
        return Channel.valueOf(facts.getOrDefault("recorded", facts.getOrDefault("channel", "node"))
                .toUpperCase(Locale.ROOT));
    }

    /** The number under which a counterpart without a node answers us, once it has said one. */
    private static String theirCase(RequestRow known, Act act) {
        var said = text(act, "letterReference");
        boolean theirs = act.envelope().facts().containsKey("recorded")
                && Role.of(act.envelope().role()) != known.ourRole();
        return theirs && known.theirCase().isEmpty() ? said : known.theirCase();
    }

    private static String text(Act act, String key) {
        return act.body().get(key) instanceof String text ? text : "";
    }

    private void put(RequestRow row) {
        rows.put(row);
        search.listed(row);
    }
}

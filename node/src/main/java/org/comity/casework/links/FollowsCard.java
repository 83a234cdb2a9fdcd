package org.comity.casework.links;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.AnnouncedRequests;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.ThreadCard;
import org.comity.directory.Participant;
import org.comity.procedure.Link;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card that leads from a request to those that follow it, and back. */
@Component
@Order(1)
class FollowsCard implements ThreadCard {

    private final TemplateEngine templates;
    private final FollowsRows rows;
    private final AwaitedDecisions decisions;
    private final Requests requests;
    private final Threads threads;
    private final DraftingFollowUp turning;
    private final HoldingFollowed holding;
    private final RedirectingRequest sending;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Clock clock;

    // More than eight: each says one thing of what a request follows, or what follows it.
    FollowsCard(
            TemplateEngine templates,
            FollowsRows rows,
            AwaitedDecisions decisions,
            Requests requests,
            Threads threads,
            DraftingFollowUp turning,
            HoldingFollowed holding,
            RedirectingRequest sending,
            CaseAccess access,
            Compartments compartments,
            Clock clock) {
        this.templates = templates;
        this.rows = rows;
        this.decisions = decisions;
        this.requests = requests;
        this.threads = threads;
        this.turning = turning;
        this.holding = holding;
        this.sending = sending;
        this.access = access;
        this.compartments = compartments;
        this.clock = clock;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var view = view(row, by);
        return view.empty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "casework/links/follows.jte", Map.of("view", view)));
    }

    /** What it follows and what follows it: it may have both. */
    private FollowsView view(RequestRow row, Official by) {
        boolean mayWrite = access.mayWrite(by);
        var followed = rows.followed(row.thread())
                .flatMap(requests::ofThread)
                .filter(it -> !compartments.hides(it.thread(), by))
                .orElse(null);
        var following = rows.following(row.thread(), compartments.hiddenFrom(by.id()), FollowsRows.MOST + 1);
        boolean names = threads.opening(row.thread())
                .filter(it -> it.envelope().facts().containsKey(Link.FACT))
                .isPresent();
        return new FollowsView(
                row.address(),
                row.law(),
                followed,
                names,
                newest(following),
                following.size() > FollowsRows.MOST,
                mayWrite ? turnings(row) : List.of(),
                followed != null && mayWrite && holding.possible(row, followed, clock.instant()),
                followed != null && mayWrite ? holding.begun(row, followed).orElse(null) : null,
                mayWrite ? sending.named(row).map(it -> sendOn(row, it)).orElse(null) : null,
                row.ourRole() == Role.REQUESTED && holding.held(row) ? held(row, by) : null);
    }

    private List<RequestRow> newest(List<String> following) {
        return requests.ofThreads(following.stream().limit(FollowsRows.MOST).toList()).stream()
                .sorted(Comparator.comparingInt(it -> following.indexOf(it.thread())))
                .toList();
    }

    private List<FollowsView.Turning> turnings(RequestRow row) {
        // What the next step of the page begins already is not begun here too: one control is enough.
        boolean announced = AnnouncedRequests.STEP.equals(row.next());
        var turnings = new ArrayList<FollowsView.Turning>();
        for (var it : turning.into(row)) {
            var writing = turning.beingWritten(row, it).orElse(null);
            if (writing != null || !announced || !it.holdsFollowed())
                turnings.add(new FollowsView.Turning(it.law(), DraftingFollowUp.page(it), writing));
        }
        return turnings;
    }

    private FollowsView.SendOn sendOn(RequestRow row, Redirection named) {
        var all = sending.mayBeAsked(row);
        return new FollowsView.SendOn(
                named,
                all,
                named.among(all).map(Participant::id).orElse(""),
                sending.beingWritten(row).orElse(null));
    }

    /** Never decided while one that is closed to this official waits: then it is held for what they do not know. */
    private String undecided(RequestRow row, Official by) {
        var waiting = decisions.undecided(row.thread());
        if (waiting.isEmpty()) {
            return "decided";
        }
        return compartments.seen(waiting, RequestRow::thread, by.id()).isEmpty() ? "elsewhere" : "open";
    }

    /** What holds it may be closed to this official, for whom it is then held for what they do not know. */
    private String held(RequestRow row, Official by) {
        return compartments
                        .seen(decisions.following(row.thread()), RequestRow::thread, by.id())
                        .isEmpty()
                ? "elsewhere"
                : undecided(row, by);
    }
}

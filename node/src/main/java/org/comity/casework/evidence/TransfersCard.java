package org.comity.casework.evidence;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemArrived;
import org.comity.evidence.Releases;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Draws the card of a request's evidence that is on its way, and tells open pages when it is here. */
@Component
class TransfersCard implements ThreadCard {

    private static final int SHOWN = 5;

    private final TemplateEngine templates;
    private final ItemArrivals arrivals;
    private final Releases releases;
    private final CaseAccess access;
    private final Threads threads;
    private final LivePages live;

    TransfersCard(
            TemplateEngine templates,
            ItemArrivals arrivals,
            Releases releases,
            CaseAccess access,
            Threads threads,
            LivePages live) {
        this.templates = templates;
        this.arrivals = arrivals;
        this.releases = releases;
        this.access = access;
        this.threads = threads;
        this.live = live;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayRead(by)) return Optional.empty();
        var shown = Stream.concat(
                        releases.newest(row.thread(), SHOWN).stream()
                                .map(it -> new ItemOnItsWayView(it.manifest(), "RELEASED", it.reached(), it.size())),
                        arrivals.newest(row.thread(), SHOWN).stream()
                                .map(it -> new ItemOnItsWayView(
                                        it.manifest(), it.state().name(), it.reached(), it.size())))
                .limit(SHOWN)
                .toList();
        if (shown.isEmpty()) return Optional.empty();
        long all = arrivals.count(row.thread()) + releases.count(row.thread());
        return Optional.of(Card.of(templates, "evidence/underway.jte", Map.of("ways", shown, "all", all)));
    }

    @EventListener
    void arrived(ItemArrived arrived) {
        threads.find(arrived.thread()).ifPresent(it -> live.changed("requests", it.reference()));
    }
}

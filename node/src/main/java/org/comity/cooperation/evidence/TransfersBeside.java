package org.comity.cooperation.evidence;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.cooperation.BesideThread;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.RequestRow;
import org.comity.evidence.Arrivals;
import org.comity.evidence.ItemArrived;
import org.comity.evidence.Releases;
import org.comity.thread.Threads;
import org.comity.ui.Live;
import org.comity.ui.Safe;
import org.comity.vocabulary.Official;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What of a request's evidence is on its way, beside its acts; and word to open pages when it is here. */
@Component
class TransfersBeside implements BesideThread {

    private static final int SHOWN = 5;

    private final TemplateEngine templates;
    private final Arrivals arrivals;
    private final Releases releases;
    private final CaseAccess access;
    private final Threads threads;
    private final Live live;

    TransfersBeside(
            TemplateEngine templates,
            Arrivals arrivals,
            Releases releases,
            CaseAccess access,
            Threads threads,
            Live live) {
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
        var ways = Stream.concat(
                        arrivals.ofThread(row.thread()).stream()
                                .map(it -> new WayView(it.manifest(), it.state().name(), it.reached(), it.size())),
                        releases.ofThread(row.thread()).stream()
                                .map(it -> new WayView(it.manifest(), "RELEASED", it.reached(), it.size())))
                .toList();
        if (ways.isEmpty()) return Optional.empty();
        List<WayView> shown = ways.subList(Math.max(0, ways.size() - SHOWN), ways.size()).reversed();
        return Optional.of(page -> {
            var out = new StringOutput();
            templates.render("evidence/underway.jte", Map.of("page", page, "ways", shown, "all", ways.size()), out);
            return new Safe(out.toString());
        });
    }

    @EventListener
    void arrived(ItemArrived arrived) {
        threads.find(arrived.thread()).ifPresent(it -> live.changed("requests", it.reference()));
    }
}

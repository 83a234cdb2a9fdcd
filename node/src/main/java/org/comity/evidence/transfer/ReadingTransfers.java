package org.comity.evidence.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.Releases;
import org.comity.evidence.transfer.TransfersView.Coming;
import org.comity.evidence.transfer.TransfersView.Going;
import org.comity.evidence.transfer.TransfersView.PaceLine;
import org.comity.evidence.transfer.TransfersView.Way;
import org.comity.ui.Choice;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The page of transfers, newest first, so many of each direction. */
@Component
class ReadingTransfers {

    static final int PAGE = 20;

    private final ArrivalRows arrivals;
    private final ReleaseRows releases;
    private final PaceRows paces;
    private final Evidence evidence;
    private final Directory directory;
    private final TransferSpeeds speeds;
    private final ObjectProvider<CustodyActs> acts;
    private final SeenTransfers seen;

    ReadingTransfers(
            ArrivalRows arrivals,
            ReleaseRows releases,
            PaceRows paces,
            Evidence evidence,
            Directory directory,
            TransferSpeeds speeds,
            ObjectProvider<CustodyActs> acts,
            SeenTransfers seen) {
        this.arrivals = arrivals;
        this.releases = releases;
        this.paces = paces;
        this.evidence = evidence;
        this.directory = directory;
        this.speeds = speeds;
        this.acts = acts;
        this.seen = seen;
    }

    TransfersView page(int page, Official by) {
        boolean reads = TransferRefused.mayRead(by);
        var hidden = seen.hidden(by);
        var coming = ListPage.of(
                reads ? arrivals.all(hidden, PAGE + 1, page * PAGE) : List.<ItemArrivals.Arrival>of(), PAGE);
        var going = ListPage.of(
                reads ? releases.released(hidden, PAGE + 1, page * PAGE) : List.<Releases.Release>of(), PAGE);
        boolean paced = TransferRefused.mayPace(by);
        return new TransfersView(
                reads,
                TransferRefused.mayDecide(by),
                paced,
                by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER),
                coming.rows().stream().map(this::coming).toList(),
                going.rows().stream().map(this::going).toList(),
                paces.all().stream().map(ReadingTransfers::pace).toList(),
                paced ? participants() : List.of(),
                page > 0 ? "/evidence/transfers?page=" + (page - 1) : null,
                coming.more() || going.more() ? "/evidence/transfers?page=" + (page + 1) : null);
    }

    private Coming coming(ItemArrivals.Arrival it) {
        var name = it.item() == null
                ? null
                : evidence.item(it.item()).map(Item::name).orElse(null);
        return new Coming(
                it,
                name,
                directory.find(it.from()).orElse(null),
                way(it.manifest(), it.reached(), it.size()),
                it.ended()
                        ? acts.stream()
                                .flatMap(each -> each.waiting(it.act()).stream())
                                .findFirst()
                                .orElse(null)
                        : null);
    }

    private Going going(Releases.Release it) {
        return new Going(
                it.manifest(),
                evidence.item(it.item()).map(Item::name).orElse(""),
                it.receiver(),
                directory.find(it.receiver()).orElse(null),
                it.held(),
                it.reached() < it.size() && keysWithdrawn(it),
                it.releasedAt(),
                way(it.manifest(), it.reached(), it.size()));
    }

    private boolean keysWithdrawn(Releases.Release it) {
        return releases.leaving(it.manifest())
                .flatMap(leaving -> directory.keysWithdrawn(it.receiver(), leaving.version()))
                .isPresent();
    }

    private Way way(String manifest, long reached, long size) {
        long missing = size - reached;
        boolean moves = missing > 0;
        return new Way(
                reached,
                size,
                moves ? speeds.perSecond(manifest).orElse(null) : null,
                moves ? speeds.left(manifest, missing).orElse(null) : null);
    }

    private static PaceLine pace(PaceRows.Row row) {
        return new PaceLine(
                row.participant(),
                row.bytesPerSecond(),
                Optional.ofNullable(row.opens()).map(Object::toString).orElse(null),
                Optional.ofNullable(row.closes()).map(Object::toString).orElse(null));
    }

    /** Those that have a node; the first choice, all others, is the page's to word. */
    private List<Choice> participants() {
        var self = directory.self().id();
        return Stream.concat(
                        Stream.of(Choice.of("", "")),
                        directory.all().stream()
                                .filter(it -> it.hasNode() && !it.id().equals(self))
                                .map(it -> Choice.of(it.id(), it.id())))
                .toList();
    }
}

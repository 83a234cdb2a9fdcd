package org.comity.casework.acts;

import java.util.List;
import java.util.Optional;
import org.comity.casework.Compartments;
import org.comity.casework.UnsentDrafts;
import org.comity.casework.acts.InHandRows.InHand;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads drafts that have not left; of those of closed requests neither page nor cursor tells. */
@Component
class ListingUnsentDrafts implements UnsentDrafts {

    private static final int MOST = 50;

    private final DraftRows rows;
    private final InHandRows inHand;
    private final Compartments compartments;

    ListingUnsentDrafts(DraftRows rows, InHandRows inHand, Compartments compartments) {
        this.rows = rows;
        this.inHand = inHand;
        this.compartments = compartments;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> of(String thread) {
        return rows.unsent(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Draft> following(String thread, String procedure) {
        return rows.following(procedure).entrySet().stream()
                .filter(it -> Link.read(it.getValue())
                        .filter(link -> link.leadsTo(thread))
                        .isPresent())
                .findFirst()
                .flatMap(it -> rows.find(it.getKey()));
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(boolean waiting, @Nullable String after, String reader) {
        var place = PlaceInHand.read(after).orElse(null);
        var page = ListPage.<InHand>seen(
                last -> inHand.list(waiting, last == null ? place : last.place(), MOST + 1),
                some -> compartments.written(some, InHand::draft, reader),
                MOST);
        return new Page(
                page.rows().stream().map(InHand::draft).toList(),
                page.next(it -> it.place().toString()));
    }
}

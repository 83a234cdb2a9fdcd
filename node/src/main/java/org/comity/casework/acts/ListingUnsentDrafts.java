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

/** Reads drafts that have not left; those of closed requests are taken out behind the page, and never end it. */
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
        return rows.following(procedure).stream()
                .filter(it -> Link.read(it.facts().getOrDefault(Link.FACT, ""))
                        .filter(link -> link.leadsTo(thread))
                        .isPresent())
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(boolean waiting, @Nullable String after, String reader) {
        var place = PlaceInHand.read(after).orElse(null);
        var read = ListPage.of(inHand.list(waiting, place, MOST + 1), MOST);
        return new Page(
                compartments.written(read.rows(), InHand::draft, reader).stream()
                        .map(InHand::draft)
                        .toList(),
                read.next(it -> it.place().toString()));
    }
}

package org.comity.capacity.rounds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.board.BodyRow;
import org.comity.capacity.KeptList;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PlaceForSeats;
import org.springframework.stereotype.Component;

/**
 * Shows a participant without a node, in its seat, what a node would show it of the needs on the list: what every participant may
 * see, and more only of a need whose State named it as a provider.
 */
@Component
class NeedsForSeats implements PlaceForSeats {

    /** On one page; a thin line carries it. */
    static final int MOST = 50;

    private final RecentNeeds recent;
    private final KeptList kept;

    NeedsForSeats(RecentNeeds recent, KeptList kept) {
        this.recent = recent;
        this.kept = kept;
    }

    @Override
    public String path() {
        return "/seat/needs";
    }

    @Override
    public String title() {
        return "needs.seat.title";
    }

    @Override
    public boolean here() {
        return kept.here();
    }

    /**
     * Needs that name this participant come first, then the newest.
     *
     * @param after how many stand before this page
     * @return one more than a page holds if there are later ones
     */
    List<SeenNeed> to(PersonInSeat person, int after) {
        return Stream.concat(
                        recent.naming(person.authority()).reversed().stream()
                                .flatMap(it -> seen(it, NeedReader.NAMED).stream()),
                        recent.notNaming(person.authority()).reversed().stream()
                                .flatMap(it -> seen(it, NeedReader.PARTICIPANTS).stream()))
                .skip(after)
                .limit(MOST + 1L)
                .toList();
    }

    private static Optional<SeenNeed> seen(ListedNeed need, NeedReader reader) {
        return ShownNeed.to(reader, need.state(), need.acts())
                .map(it -> new SeenNeed(
                        need.reference(),
                        it.get("title") instanceof String title ? title : "",
                        it.get("asked") instanceof String asked ? asked : "",
                        reader == NeedReader.NAMED,
                        BodyRow.of(it)));
    }
}

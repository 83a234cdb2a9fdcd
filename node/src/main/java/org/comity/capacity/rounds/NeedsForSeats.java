package org.comity.capacity.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    static final int MOST = 200;

    private final ListedHelp listed;
    private final NamedProviders named;
    private final KeptList kept;

    NeedsForSeats(ListedHelp listed, NamedProviders named, KeptList kept) {
        this.listed = listed;
        this.named = named;
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

    /** Needs that name this participant come first, then the newest. */
    List<SeenNeed> to(PersonInSeat person) {
        var naming = listed.listedNeeds().reversed().stream()
                .collect(Collectors.partitioningBy(it -> named.include(it.acts(), person.authority())));
        var seen = new ArrayList<SeenNeed>();
        for (boolean named : List.of(true, false)) {
            var reader = named ? NeedReader.NAMED : NeedReader.PARTICIPANTS;
            for (var need : naming.getOrDefault(named, List.of())) {
                ShownNeed.to(reader, need.state(), need.acts())
                        .map(it -> new SeenNeed(
                                need.reference(),
                                it.get("title") instanceof String title ? title : "",
                                it.get("asked") instanceof String asked ? asked : "",
                                named,
                                BodyRow.of(it)))
                        .ifPresent(seen::add);
            }
        }
        return seen.stream().limit(MOST).toList();
    }
}

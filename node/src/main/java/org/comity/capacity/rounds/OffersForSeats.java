package org.comity.capacity.rounds;

import java.util.List;
import org.comity.capacity.KeptList;
import org.comity.capacity.OffersOnBoard;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PlaceForSeats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/** Shows a participant without a node, in its seat, the offers that every participant may read on the board. */
@Controller
class OffersForSeats implements PlaceForSeats {

    private static final String PATH = "/seat/offers";

    private final OffersOnBoard offers;
    private final KeptList kept;

    OffersForSeats(OffersOnBoard offers, KeptList kept) {
        this.offers = offers;
        this.kept = kept;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String title() {
        return "offers.seat.title";
    }

    @Override
    public boolean here() {
        return kept.here();
    }

    /** Whoever did not confirm the key yet is as one who is not there. */
    @GetMapping(PATH)
    String list(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            Model model) {
        kept.mustBeHere();
        if (person == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        model.addAttribute("offers", List.copyOf(offers.newest()));
        return "capacity/seat-offers";
    }
}

package org.comity.capacity.rounds;

import org.comity.capacity.KeptList;
import org.comity.casework.PersonInSeat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a person in a seat reads the needs that its authority may see. */
@Controller
class SeatNeedsController {

    private final NeedsForSeats needs;
    private final KeptList kept;

    SeatNeedsController(NeedsForSeats needs, KeptList kept) {
        this.needs = needs;
        this.kept = kept;
    }

    /** Whoever did not confirm the key yet is as one who is not there. */
    @GetMapping("/seat/needs")
    String list(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            Model model) {
        kept.mustBeHere();
        if (person == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        model.addAttribute("needs", needs.to(person));
        model.addAttribute("most", NeedsForSeats.MOST);
        return "capacity/seat-needs";
    }
}

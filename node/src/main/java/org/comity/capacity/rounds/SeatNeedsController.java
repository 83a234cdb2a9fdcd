package org.comity.capacity.rounds;

import org.comity.capacity.KeptList;
import org.comity.casework.PersonInSeat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
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
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        kept.mustBeHere();
        if (person == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        int before = Math.clamp(after, 0, ListedHelp.MOST);
        var seen = needs.to(person, before);
        model.addAttribute("needs", seen.stream().limit(NeedsForSeats.MOST).toList());
        model.addAttribute("newer", before == 0 ? null : page(Math.max(0, before - NeedsForSeats.MOST)));
        model.addAttribute("older", seen.size() <= NeedsForSeats.MOST ? null : page(before + NeedsForSeats.MOST));
        return "capacity/seat-needs";
    }

    private static String page(int after) {
        return "/seat/needs?after=" + after;
    }
}

package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.comity.vocabulary.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets somebody who practises sit down in a seat and sign there without a device. As with the officers' chairs a link is
 * enough to sit down, and a link from a foreign site is not. Outside practice none of these pages exists.
 */
@Controller
@RequestMapping(PracticeSeatController.PATH)
class PracticeSeatController {

    static final String PATH = SeatSecurity.PATH + "/practice";

    private static final String CHAIR = "/{authority:" + ParticipantId.MADE_UP + "}/{chair:[a-z]{1,20}}";

    private final PracticeSeats seats;
    private final SeatController pages;
    private final SeatCookie cookie;

    PracticeSeatController(PracticeSeats seats, SeatController pages, SeatCookie cookie) {
        this.seats = seats;
        this.pages = pages;
        this.cookie = cookie;
    }

    @GetMapping(CHAIR)
    String sit(
            @PathVariable String authority,
            @PathVariable String chair,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from,
            HttpServletResponse response) {
        // Nobody learns from this whether the node practises.
        if ("cross-site".equals(from)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        cookie.set(response, seats.sit(authority, chair));
        return "redirect:/seat";
    }

    @PostMapping("/acts/{act:[0-9a-f]{64}}")
    String approve(
            @PathVariable String act,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return pages.approve(act, seats.asserted(seat, act), seat, locale, response, model);
    }
}

package org.comity.seat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.CallerOrigin;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person comes to a seat: by the link of an invitation to make a key, afterwards by that key. */
@Controller
class SeatDoorController {

    private final SittingInSeats sitting;
    private final ShowingDigits digits;
    private final SeatCookie cookie;

    SeatDoorController(SittingInSeats sitting, ShowingDigits digits, SeatCookie cookie) {
        this.sitting = sitting;
        this.digits = digits;
        this.cookie = cookie;
    }

    @GetMapping("/seat/invitation/{token:[0-9a-f]{48}}")
    String invitation(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return invitation(token, FormProblems.NONE, request, response, model);
    }

    private String invitation(
            String token,
            FormProblems problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var invited = sitting.invited(token);
        if (invited.isEmpty()) {
            var made = cookie.ofMaker(request).flatMap(digits::made).orElseThrow(SeatRefused::unknownLink);
            model.addAttribute(
                    "invited",
                    new SeatInvitationView(token, made.name(), "", SpokenFingerprint.of(made.keyHash()), problems));
            return "seat/invitation";
        }
        var seat = invited.get();
        var knock = sitting.askForKey(seat, from(request));
        cookie.set(response, knock.cookie());
        model.addAttribute("invited", new SeatInvitationView(token, seat.name(), knock.options(), "", problems));
        return "seat/invitation";
    }

    @PostMapping("/seat/invitation/{token:[0-9a-f]{48}}")
    String make(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String assertion,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var seat = sitting.makeKey(token, cookie.of(request).orElse(""), assertion);
            cookie.clear(response);
            cookie.setMaker(response, digits.keep(seat));
            return "redirect:/seat/invitation/" + token;
        } catch (SeatRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return invitation(token, FormProblems.NONE.with("", "error." + refused.code()), request, response, model);
        }
    }

    @GetMapping("/seat/sign-in")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        // To knock anew would sign out whoever only looks at this page.
        if (request.getAttribute(SeatPresent.ATTRIBUTE) != null) return "redirect:/seat";
        return page(FormProblems.NONE, request, response, model);
    }

    private String page(FormProblems problems, HttpServletRequest request, HttpServletResponse response, Model model) {
        var knock = sitting.askToSignIn(from(request));
        cookie.set(response, knock.cookie());
        model.addAttribute("knock", new SeatInvitationView("", "", knock.options(), "", problems));
        return "seat/sign-in";
    }

    @PostMapping("/seat/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String assertion,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            cookie.set(response, sitting.signIn(cookie.of(request).orElse(""), assertion));
            return "redirect:/seat";
        } catch (SeatRefused refused) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return page(FormProblems.NONE.with("", "error." + refused.code()), request, response, model);
        }
    }

    @PostMapping("/seat/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.of(request).ifPresent(sitting::leave);
        cookie.clear(response);
        return "redirect:/seat/sign-in";
    }

    private static CallerOrigin from(HttpServletRequest request) {
        return CallerOrigin.of(request.getRemoteAddr());
    }
}

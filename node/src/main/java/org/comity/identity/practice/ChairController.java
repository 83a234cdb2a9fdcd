package org.comity.identity.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.comity.identity.person.Person;
import org.comity.identity.settings.PracticeGround;
import org.comity.identity.signin.SignIns;
import org.comity.ledger.Ledger;
import org.comity.ui.ChoiceCookie;
import org.comity.ui.Practising;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * The chairs of a practice node. Sitting down is a GET, so that a link on another State's page (another port, another
 * origin) needs no form and no ticket. What a forged link can do is bounded: it changes which made-up person sits in a
 * practice browser, it does no act, and every act is a POST with the session's own token. Browsers say where a link
 * comes from ({@code Sec-Fetch-Site}; ports of one host are one site); a link of a foreign site is refused and asks again
 * by a form. Outside practice none of these pages exists.
 */
@Controller
@RequestMapping("/practice")
class ChairController {

    private static final String CLOSED = "closed";

    private final PracticeGround ground;
    private final ChairSitters sitters;
    private final SignIns signIns;
    private final ChairsOfNodes chairs;
    private final Ledger ledger;
    private final Clock clock;

    ChairController(
            PracticeGround ground,
            ChairSitters sitters,
            SignIns signIns,
            ChairsOfNodes chairs,
            Ledger ledger,
            Clock clock) {
        this.clock = clock;
        this.ground = ground;
        this.sitters = sitters;
        this.signIns = signIns;
        this.chairs = chairs;
        this.ledger = ledger;
    }

    /** Whoever comes here for the first time is led through the story, until they close it. */
    @GetMapping
    String choose(
            @CookieValue(name = Practising.COOKIE, required = false) @Nullable String story,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        practiceOnly();
        if (story == null) {
            story(Long.toString(clock.instant().getEpochSecond()), request, response);
        }
        model.addAttribute("closed", CLOSED.equals(story));
        model.addAttribute("view", chairs.view());
        return "identity/chairs";
    }

    @GetMapping("/sit/{duty}")
    String sit(
            @PathVariable String duty,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var person = person(duty);
        if ("cross-site".equals(from)) {
            model.addAttribute("duty", duty);
            return "identity/sit";
        }
        return seated(person, request, response);
    }

    @PostMapping("/story/close")
    String close(HttpServletRequest request, HttpServletResponse response) {
        practiceOnly();
        story(CLOSED, request, response);
        return "redirect:/desk";
    }

    @PostMapping("/story/begin")
    String begin(HttpServletRequest request, HttpServletResponse response) {
        practiceOnly();
        story(Long.toString(clock.instant().getEpochSecond()), request, response);
        return "redirect:/practice";
    }

    /** One cookie for the nodes of all States: cookies do not tell the ports of one host apart. */
    private static void story(String value, HttpServletRequest request, HttpServletResponse response) {
        ChoiceCookie.keep(request, response, Practising.COOKIE, value);
    }

    /** The form that a link of a foreign site leads to; it carries the session's token. */
    @PostMapping("/sit/{duty}")
    String sit(@PathVariable String duty, HttpServletRequest request, HttpServletResponse response) {
        return seated(person(duty), request, response);
    }

    private String seated(Person person, HttpServletRequest request, HttpServletResponse response) {
        signIns.open(person, request, response);
        ledger.record(person.official(), "session.opened", person.id(), Map.of("method", "practice"));
        return "redirect:/desk";
    }

    private Person person(String duty) {
        practiceOnly();
        return ChairInPath.duty(duty)
                .flatMap(sitters::sitter)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void practiceOnly() {
        if (!ground.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

package org.comity.identity.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.comity.identity.passkey.PageChallenge;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.IdentitySettings;
import org.comity.identity.signin.SignIns;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page behind a one-time link: make a passkey, or a password with a code where there is none. */
@Controller
@RequestMapping("/enrol/{token}")
class EnrolController {

    private final EnrollingPerson enrolling;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final SignIns signIns;
    private final IdentitySettings settings;

    EnrolController(
            EnrollingPerson enrolling, Passkeys passkeys, Secrets secrets, SignIns signIns, IdentitySettings settings) {
        this.enrolling = enrolling;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.signIns = signIns;
        this.settings = settings;
    }

    @GetMapping
    String page(@PathVariable String token, HttpServletRequest request, Model model) {
        return page(token, FormProblems.NONE, request, model);
    }

    @PostMapping("/passkey")
    String passkey(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String assertion,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String second,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        mustExist(token);
        return enrol(
                token,
                request,
                response,
                model,
                () -> enrolling.byPasskey(
                        token, second, PageChallenge.take(request.getSession()), KeyLabels.of(label), assertion));
    }

    @PostMapping("/password")
    String password(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String second,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        mustExist(token);
        var secret = PendingSecret.of(request.getSession(), secrets);
        return enrol(
                token, request, response, model, () -> enrolling.byPassword(token, second, password, secret, code));
    }

    private String enrol(
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<Person> proof) {
        try {
            signIns.open(proof.get(), request, response);
            return "redirect:/me";
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, KeyLabels.problem(refused), request, model);
        }
    }

    /** Asked before anything is kept in a session: else whoever makes up a link fills the table of sessions. */
    private void mustExist(String token) {
        if (enrolling.link(token).flatMap(enrolling::person).isEmpty()) throw nothing();
    }

    /** A link that was used, has expired or was never issued is a page that does not exist. */
    private String page(String token, FormProblems problems, HttpServletRequest request, Model model) {
        var link = enrolling.link(token).orElseThrow(EnrolController::nothing);
        var person = enrolling.person(link).orElseThrow(EnrolController::nothing);
        if (link.waits()) {
            return "identity/waits";
        }
        var secret = secrets.base32(PendingSecret.of(request.getSession(), secrets));
        model.addAttribute(
                "view",
                new EnrolView(
                        token,
                        person.name(),
                        passkeys.creationOptions(person, PageChallenge.fresh(request.getSession())),
                        secret,
                        PendingSecret.address(settings.id(), person.id(), secret),
                        link.coded(),
                        problems));
        return "identity/enrol";
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

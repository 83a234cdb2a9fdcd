package org.comity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.settings.PracticeGround;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people sign in, and the button by which they leave. */
@Controller
class SignInController {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final SigningIn signingIn;
    private final SignIns signIns;
    private final Passkeys passkeys;
    private final ChallengeCookie challenges;
    private final PracticeGround ground;
    private final Ledger ledger;

    SignInController(
            SigningIn signingIn,
            SignIns signIns,
            Passkeys passkeys,
            ChallengeCookie challenges,
            PracticeGround ground,
            Ledger ledger) {
        this.signingIn = signingIn;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ground = ground;
        this.ledger = ledger;
    }

    @GetMapping("/sign-in")
    String page(
            @Nullable Official by,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String locked,
            @RequestParam(required = false) @Nullable String lost,
            HttpServletResponse response,
            Model model) {
        if (by != null) {
            return "redirect:" + PageAfterSignIn.or(to, "/desk");
        }
        return page(
                new Asked(to, "", ended != null ? "ended" : locked != null ? "locked" : null, lost != null),
                FormProblems.NONE,
                response,
                model);
    }

    @PostMapping("/sign-in/passkey")
    String passkey(
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            var person = signingIn.byPasskey(
                    () -> challenges.take(request), text(form.assertion()), request.getRemoteAddr());
            return seated(person, form, request, response, redirect);
        } catch (RuleBroken refused) {
            return refused(refused, form, response, model);
        }
    }

    @PostMapping("/sign-in/password")
    String password(
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            var person = signingIn.byPassword(
                    text(form.person()).strip(), text(form.password()), text(form.code()), request.getRemoteAddr());
            return seated(person, form, request, response, redirect);
        } catch (RuleBroken refused) {
            return refused(refused, form, response, model);
        }
    }

    @PostMapping("/sign-out")
    String leave(Official by, HttpServletRequest request) {
        request.getSession().invalidate();
        ledger.record(by, "session.closed", by.id(), Map.of());
        return ground.open() ? "redirect:/practice" : "redirect:/sign-in";
    }

    /**
     * As leaving, but the way back to the page is kept, and the words typed stay in their window.
     *
     * @param lost no script was there to keep them
     */
    @PostMapping("/lock")
    String lock(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String lost,
            Official by,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        request.getSession().invalidate();
        ledger.record(by, "session.locked", by.id(), Map.of());
        redirect.addAttribute("to", PageAfterSignIn.or(to, "/desk"));
        return lost == null ? "redirect:/sign-in?locked" : "redirect:/sign-in?locked&lost";
    }

    /** Counts as use, as every request of a person does; an open page asks for it when somebody types or says so. */
    @PostMapping("/stay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay(Official by) {}

    private String seated(
            Person person,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signIns.open(person, request, response);
        redirect.addFlashAttribute("flash", lastTime(person.lastSignIn()));
        return "redirect:" + PageAfterSignIn.or(text(form.to()), "/desk");
    }

    private String refused(RuleBroken refused, Form form, HttpServletResponse response, Model model) {
        response.setStatus(refused.code().equals("sign-in.wait") ? 429 : 401);
        var facts = refused.facts().entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
        var problems = FormProblems.NONE.with("", "error." + refused.code(), facts);
        return page(new Asked(text(form.to()), text(form.person()), null, false), problems, response, model);
    }

    private String page(Asked asked, FormProblems problems, HttpServletResponse response, Model model) {
        var options = passkeys.requestOptions(challenges.fresh(response));
        model.addAttribute(
                "view",
                new SignInView(
                        options,
                        PageAfterSignIn.or(asked.to(), ""),
                        asked.after(),
                        asked.lost(),
                        ground.open(),
                        asked.person(),
                        problems));
        return "identity/sign-in";
    }

    private static Flash lastTime(@Nullable Instant last) {
        return last == null
                ? Flash.done("identity.sign-in.first-time")
                : Flash.done("identity.sign-in.last-time", "time", MINUTES.format(last));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Asked(String to, String person, @Nullable String after, boolean lost) {}

    /** Either an assertion, or person, password and code. */
    record Form(
            @Nullable String assertion,
            @Nullable String person,
            @Nullable String password,
            @Nullable String code,
            @Nullable String to) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Form";
        }
    }
}

package org.comity.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The choice of a digest by mail, and the page on which whoever got one stops it without a sign-in. */
@Controller
class DigestController {

    static final String STOP = "/digest/stop";

    private static final String CHOOSE = "/me/digest";
    private static final String TOKEN = "/{token:[0-9a-f]{48}}";

    private final ChoosingDigest choosing;

    DigestController(ChoosingDigest choosing) {
        this.choosing = choosing;
    }

    @GetMapping(CHOOSE)
    String digest(Official by, Locale locale, Model model) {
        var form = choosing.kept(ReminderRecipient.spoken(locale.getLanguage()), by);
        model.addAttribute("view", choosing.view(form, FormProblems.NONE, by));
        return "notification/digest";
    }

    @PostMapping(CHOOSE)
    String choose(
            @RequestParam MultiValueMap<String, String> typed,
            Official by,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var form = DigestForm.of(typed);
        var problems = choosing.problems(form, by);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", choosing.view(form, problems, by));
            return "notification/digest";
        }
        boolean changed = choosing.choose(form, by);
        var said = !form.off() ? "digest.chosen" : changed ? "digest.stopped" : "digest.none";
        redirect.addFlashAttribute("flash", Flash.done(said));
        return "redirect:" + CHOOSE;
    }

    /** Asks first: programs that look at each link of a mail stop nothing. */
    @GetMapping(STOP + TOKEN)
    String ask(@PathVariable String token, Model model) {
        return page(choosing.goes(token), token, model);
    }

    /** By the button of that page, or by a mail program in one step (RFC 8058). */
    @PostMapping(STOP + TOKEN)
    String stop(@PathVariable String token, Model model) {
        choosing.stop(token);
        return page(false, token, model);
    }

    private static String page(boolean goes, String token, Model model) {
        model.addAttribute("goes", goes);
        model.addAttribute("action", STOP + "/" + token);
        return "notification/digeststop";
    }
}

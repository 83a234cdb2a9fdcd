package org.comity.implementation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.comity.ui.Flash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What another office answers by a link, without an account; it sees its own questions and nothing else. */
@Controller
@RequestMapping("/assess/{token:[A-Za-z0-9_-]{43}}")
class OpenLinkController {

    private static final String PAGE = "implementation/office";

    private final KeepingLinks keeping;

    OpenLinkController(KeepingLinks keeping) {
        this.keeping = keeping;
    }

    @GetMapping
    String open(@PathVariable String token, Model model, HttpServletResponse answer) {
        kept(answer);
        model.addAttribute("view", keeping.opened(token));
        return PAGE;
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String question,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse answer,
            RedirectAttributes redirect) {
        kept(answer);
        var view = keeping.answer(token, question, typed);
        if (view.problems().any()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view);
            return PAGE;
        }
        redirect.addFlashAttribute("flash", Flash.done("assess.done.office", "id", question));
        return "redirect:/assess/" + token;
    }

    /** The address is the key: it is kept by no cache and told to nobody as where a reader came from. */
    private static void kept(HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Robots-Tag", "noindex");
    }
}

package org.comity.ui.choices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.comity.ui.ChoiceCookie;
import org.comity.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of keys and appearance. Choices live in cookies of this browser and say nothing about the person. */
@Controller
class ChoicesController {

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @GetMapping("/choices")
    String show() {
        return "ui/choices";
    }

    @PostMapping("/choices")
    String choose(
            @RequestParam(defaultValue = "auto") String theme,
            @RequestParam(defaultValue = "off") String keys,
            @RequestParam(defaultValue = "") String rows,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ChoiceCookie.keep(request, response, "theme", THEMES.contains(theme) ? theme : "auto");
        ChoiceCookie.keep(request, response, "keys", keys.equals("on") ? "on" : "off");
        ChoiceCookie.keep(request, response, "rows", rows.equals("compact") ? "compact" : "roomy");
        redirect.addFlashAttribute("flash", Flash.done("ui.choices.kept"));
        return "redirect:/choices";
    }
}

package org.comity.intelligence;

import java.util.Optional;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks under which label what a draft names is attached to it as STIX 2.1, and attaches it. */
@Controller
@RequestMapping("/drafts/{id}/indicators")
class AttachingController {

    private final AttachingIndicators attaching;

    AttachingController(AttachingIndicators attaching) {
        this.attaching = attaching;
    }

    @GetMapping
    String page(@PathVariable String id, Official by, Model model) {
        return page(id, FormProblems.NONE, by, model);
    }

    @PostMapping
    String attach(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String light,
            Official by,
            Model model,
            RedirectAttributes redirect) {
        Optional<TrafficLight> chosen = TrafficLight.of(light);
        if (chosen.isEmpty()) {
            return page(id, FormProblems.NONE.with("light", "intelligence.save.choose"), by, model);
        }
        attaching.attach(id, chosen.get(), by);
        redirect.addFlashAttribute("flash", Flash.done("acts.attached"));
        return "redirect:/drafts/" + id + "/preview";
    }

    private String page(String id, FormProblems problems, Official by, Model model) {
        model.addAttribute("draft", attaching.shown(id, by).id());
        model.addAttribute("problems", problems);
        return "intelligence/attach";
    }
}

package org.comity.ui.gallery;

import java.time.Clock;
import java.time.Duration;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.GalleryView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** {@code /practice/components}, only where States are made up. */
@Controller
class GalleryController {

    private final Clock clock;
    private final boolean practice;

    GalleryController(Clock clock, @Value("${node.practice}") boolean practice) {
        this.clock = clock;
        this.practice = practice;
    }

    @GetMapping("/practice/components")
    String show(Model model) {
        if (!practice) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var now = clock.instant();
        model.addAttribute(
                "gallery",
                new GalleryView(
                        now.minus(Duration.ofMinutes(7)),
                        now.minus(Duration.ofMinutes(289)),
                        now.plus(Duration.ofDays(6)),
                        FormProblems.NONE.with("facts", "ui.field.NotBlank").with("until", "ui.field.typeMismatch")));
        model.addAttribute("flash", Flash.done("ui.choices.kept"));
        return "ui/gallery";
    }
}

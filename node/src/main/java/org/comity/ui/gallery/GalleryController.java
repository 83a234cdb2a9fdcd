package org.comity.ui.gallery;

import java.time.Clock;
import java.time.Duration;
import org.comity.ui.Flash;
import org.comity.ui.GalleryView;
import org.comity.ui.Problems;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /practice/components}, only where States are made up. */
@Controller
@ConditionalOnBooleanProperty("node.practice")
class GalleryController {

    private final Clock clock;

    GalleryController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/practice/components")
    String show(Model model) {
        var now = clock.instant();
        model.addAttribute("gallery", new GalleryView(
                now.minus(Duration.ofMinutes(7)),
                now.minus(Duration.ofMinutes(289)),
                now.plus(Duration.ofDays(6)),
                Problems.NONE.with("facts", "ui.field.NotBlank").with("until", "ui.field.typeMismatch")));
        model.addAttribute("flash", Flash.done("ui.choices.kept"));
        return "ui/gallery";
    }
}

package org.comity.commons.kept;

import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the collections for officials of this node: what everybody reads, and what only participants do. */
@Controller
@RequestMapping("/collections")
class CollectionsController {

    private static final String SHELF = "/{shelf:[a-z]{1,20}}";

    private final ReadingShared reading;

    CollectionsController(ReadingShared reading) {
        this.reading = reading;
    }

    @GetMapping
    String all(Official by, Model model) {
        model.addAttribute("collections", reading.all());
        return "commons/collections";
    }

    @GetMapping(SHELF)
    String one(
            @PathVariable String shelf,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "0") int from,
            Official by,
            Model model) {
        // Whatever is no number of an article is none.
        var number = article.matches("[1-9][0-9]?") ? article : "";
        model.addAttribute("collection", reading.collection(shelf, number, from));
        return "commons/collection";
    }

    @GetMapping(SHELF + "/{reference:[A-Za-z0-9][A-Za-z0-9.-]{0,79}}")
    String shown(@PathVariable String shelf, @PathVariable String reference, Official by, Model model) {
        model.addAttribute("shown", reading.one(shelf, reference));
        return "commons/record";
    }
}

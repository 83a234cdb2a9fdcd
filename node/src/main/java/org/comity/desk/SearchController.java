package org.comity.desk;

import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search: a page, and the same in small over any other page. */
@Controller
class SearchController {

    private static final int LONGEST = 200;

    private final ReadingSearch reading;
    private final CaseAccess access;

    SearchController(ReadingSearch reading, CaseAccess access) {
        this.reading = reading;
        this.access = access;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String in,
            Official by,
            Model model,
            Locale locale) {
        access.mustRead(by);
        model.addAttribute("search", reading.read(typed(q), in, by, Language.of(locale)));
        return "desk/search";
    }

    /** What stands in the palette under its field: found, to do, and where to go; who reads no case finds none, and goes all the same. */
    @GetMapping("/search/palette")
    String palette(@RequestParam(defaultValue = "") String q, Official by, Model model, Locale locale) {
        model.addAttribute(
                "search",
                access.mayRead(by)
                        ? reading.read(typed(q), "", by, Language.of(locale))
                        : SearchView.nothing(typed(q)));
        model.addAttribute("further", FurtherPages.of(by, access));
        return "desk/palette";
    }

    private static String typed(String text) {
        var clean = TypedText.clean(text).replace('\n', ' ');
        return CutText.to(clean, LONGEST);
    }
}

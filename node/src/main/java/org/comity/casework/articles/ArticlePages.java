package org.comity.casework.articles;

import java.util.Locale;
import org.comity.convention.Convention;
import org.comity.ui.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** {@code /articles} and below; a bare number is one of the Convention, others bear their instrument before it. */
@Controller
class ArticlePages {

    private final ReadingArticles reading;

    ArticlePages(ReadingArticles reading) {
        this.reading = reading;
    }

    @GetMapping("/articles")
    ModelAndView articles(
            @RequestParam(defaultValue = Convention.UNCC) String instrument,
            @RequestParam(defaultValue = "") String q) {
        var cited = reading.cited(instrument, q);
        if (cited.isPresent()) {
            return new ModelAndView("redirect:" + path(instrument, cited.get()));
        }
        return reading.list(instrument, q)
                .map(view -> new ModelAndView("casework/articles/articles", "view", view))
                .orElseThrow(ArticlePages::notFound);
    }

    @GetMapping("/articles/{number:[0-9]{1,3}}")
    ModelAndView article(@PathVariable String number, Locale locale) {
        return article(Convention.UNCC, number, locale);
    }

    @GetMapping("/articles/{instrument:[a-z]{2,20}}/{number:[0-9]{1,3}}")
    ModelAndView article(@PathVariable String instrument, @PathVariable String number, Locale locale) {
        return reading.article(instrument, number, Language.of(locale))
                .map(view -> new ModelAndView("casework/articles/article", "view", view))
                .orElseThrow(ArticlePages::notFound);
    }

    @GetMapping("/articles/procedures/{procedure:[a-z-]{2,40}}")
    ModelAndView procedure(@PathVariable String procedure) {
        return reading.procedure(procedure)
                .map(view -> new ModelAndView("casework/articles/procedure", "view", view))
                .orElseThrow(ArticlePages::notFound);
    }

    /** Only what was found in our own data gets into the address. */
    private static String path(String instrument, ReadingArticles.Cited cited) {
        var article = instrument.equals(Convention.UNCC) ? cited.number() : instrument + "/" + cited.number();
        return "/articles/" + article + "#p-" + anchor(cited.ref());
    }

    private static String anchor(String ref) {
        return ref.replace("(", "-").replace(")", "");
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
